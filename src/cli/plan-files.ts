import type { RepId } from '../kernel/ids.ts';
import type { Language } from '../kernel/text.ts';
import { planCsv } from '../publish/table/plan-csv.ts';
import type { PublishedPlan } from '../publish/published-plan.ts';

/** In which language files are written, and when the plan was made. */
export interface FileOptions {
  readonly language: Language;
  readonly madeAt: Temporal.Instant;
}

/** The files of a plan besides its document, by name. Loads the writers of the larger ones only when called. */
export async function planFiles(
  published: PublishedPlan,
  { language, madeAt }: FileOptions,
): Promise<Readonly<Record<string, string | Uint8Array>>> {
  const { planWorkbook } = await import('../publish/workbook/plan-workbook.ts');
  const { planGeojson } = await import('../publish/geojson/plan-geojson.ts');
  const { planIcs } = await import('../publish/calendar/plan-ics.ts');
  const { isLarge, planPage } = await import('../publish/page/plan-page.ts');
  const calendars = published.territory.reps.map(({ id }) => [
    `calendars/${fileName(id)}.ics`,
    planIcs(published, { rep: id, language, madeAt }),
  ]);
  const pageOf = (id: RepId) => `reps/${encodeURIComponent(fileName(id))}.html`;
  const pages = () =>
    published.territory.reps.map(({ id }) => [`reps/${fileName(id)}.html`, planPage(published, { language, rep: id, pageOf })]);
  return {
    'plan.html': planPage(published, { language, rep: null, pageOf }),
    'plan.csv': planCsv(published, language),
    'plan.xlsx': await planWorkbook(published, language),
    'plan.geojson': `${JSON.stringify(planGeojson(published))}\n`,
    ...Object.fromEntries(calendars),
    ...Object.fromEntries(isLarge(published) ? pages() : []),
  };
}

/** A rep's id as a file's name on any disk; letters of all languages stay. */
const fileName = (rep: RepId): string => rep.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_');
