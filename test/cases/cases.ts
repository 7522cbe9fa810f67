import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlanDocument } from '../../src/contract/plan/plan-document.ts';
import { assert } from '../../src/kernel/assert.ts';
import { beatplan, folderOf } from '../cli/beatplan.ts';

const cases = fileURLToPath(new URL('../../../shared/cases', import.meta.url));

/** The folder of a case. */
export const caseFolder = (name: string): string => join(cases, name);

/** Whether a case is absent: the cases lie beside the repository, and its tests are skipped elsewhere. */
export const isAbsent = (name: string): boolean => !existsSync(caseFolder(name));

/** The plan document of a territory by the command line, and what it printed. */
export async function planOf(
  territory: string,
  args: readonly string[],
): Promise<{ readonly document: PlanDocument; readonly printed: string }> {
  const out = await folderOf(new Map());
  const { code, stderr } = await beatplan(['plan', territory, ...args, '-o', out]);
  assert(code === 0, 'The case is planned.', { stderr });
  const { stdout } = await beatplan(['plan', territory, ...args]);
  return { document: PlanDocument.parse(JSON.parse(await readFile(join(out, 'plan.json'), 'utf8'))), printed: stdout };
}

/** All stops of a plan in the order of days and reps: `2027-01-13 R1 10:00-11:00 C1`. */
export const stopsOf = ({ plan }: PlanDocument): readonly string[] =>
  plan.days.flatMap(({ day, rep, stops }) =>
    stops.map(
      (stop) => `${day} ${rep} ${stop.start.slice(11, 16)}-${stop.end.slice(11, 16)} ${stop.type === 'visit' ? stop.customer : stop.type}`,
    ),
  );

const policy = {
  extends: 'check-in',
  id: 'p',
  remove: ['day-plan', 'day-report', 'day/duties', 'day/fewest-visits', 'day/reserve', 'plan/even-load', 'tier-a'],
  frequencies: [{ id: 'f', tiers: ['A'], count: { exactly: 1 }, every: 'P1D' }],
};

/** A folder with a made-up territory like those of the cases: tier A once a day, one rep, no duties; and these files instead. */
export const territoryOf = (files: Readonly<Record<string, string>>): Promise<string> =>
  folderOf(
    new Map(
      Object.entries({
        'territory.json': JSON.stringify({ id: 'relative', timeZone: 'Europe/London', coordinates: 'wgs84' }),
        'policy.json': JSON.stringify(policy),
        'reps.csv': 'id,name,start_lat,start_lng,vehicles,shifts\nR1,Ann,51.4551,-0.9731,car,Mo-Fr 08:30-17:30\n',
        ...files,
      }),
    ),
  );
