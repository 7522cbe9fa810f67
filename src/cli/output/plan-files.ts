import type { Territory } from '../../domain/territory.ts';
import type { RepId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/text.ts';
import { planCsv } from '../../publish/table/plan-csv.ts';
import type { PublishedPlan } from '../../publish/published-plan.ts';

/** In which language files are written, and when the plan was made. */
export interface FileOptions {
  readonly language: Language;
  readonly madeAt: Temporal.Instant;
}

/** The files that every plan of a territory has, by name; large plans have a page for each rep besides. */
export const planFileNames = ({ reps }: Territory): readonly string[] => [
  'plan.json',
  'plan.html',
  'plan.csv',
  'plan.xlsx',
  'plan.geojson',
  ...[...fileNames(reps.map(({ id }) => id)).values()].map((name) => `calendars/${name}.ics`),
];

/** The files of a plan besides its document, by name. Loads the writers of the larger ones only when called. */
export async function planFiles(
  published: PublishedPlan,
  { language, madeAt }: FileOptions,
): Promise<Readonly<Record<string, string | Uint8Array>>> {
  const { planWorkbook } = await import('../../publish/workbook/plan-workbook.ts');
  const { planGeojson } = await import('../../publish/geojson/plan-geojson.ts');
  const { planIcs } = await import('../../publish/calendar/plan-ics.ts');
  const { isLarge, planPage } = await import('../../publish/page/plan-page.ts');
  const names = fileNames(published.territory.reps.map(({ id }) => id));
  const calendars = [...names].map(([rep, name]) => [`calendars/${name}.ics`, planIcs(published, { rep, language, madeAt })]);
  const pageOf = (id: RepId) => `reps/${encodeURIComponent(names.get(id) ?? '')}.html`;
  const pages = () => [...names].map(([rep, name]) => [`reps/${name}.html`, planPage(published, { language, rep, pageOf })]);
  return {
    'plan.html': planPage(published, { language, rep: null, pageOf }),
    'plan.csv': planCsv(published, language),
    'plan.xlsx': await planWorkbook(published, language),
    'plan.geojson': `${JSON.stringify(planGeojson(published))}\n`,
    ...Object.fromEntries(calendars),
    ...Object.fromEntries(isLarge(published) ? pages() : []),
  };
}

/** Disks take names of 255 bytes; this many letters of any script fit, with a number and an extension. */
const LONGEST_NAME = 60;

/** Reps' ids as names of files on any disk, each a different one; letters of all languages stay. */
export function fileNames(reps: readonly RepId[]): ReadonlyMap<RepId, string> {
  const names = new Map<RepId, string>();
  const taken = new Set<string>();
  for (const rep of reps) {
    const plain = Array.from(rep.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_'))
      .slice(0, LONGEST_NAME)
      .join('');
    let name = plain;
    // Some disks do not tell capital letters from small ones, or one encoding of a letter from another.
    for (let n = 2; taken.has(name.normalize().toLowerCase()); n++) name = `${plain}-${n}`;
    taken.add(name.normalize().toLowerCase());
    names.set(rep, name);
  }
  return names;
}
