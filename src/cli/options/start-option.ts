import type { Command } from 'commander';
import { readStartPlan } from '../../contract/plan/read-start-plan.ts';
import { Findings } from '../../contract/reading/findings.ts';
import { readJson } from '../../contract/reading/read-json.ts';
import { formatDay } from '../../domain/calendar.ts';
import type { LeftOfStart, StartPlan } from '../../domain/start-plan.ts';
import { visible } from '../../kernel/control-characters.ts';
import type { Territory } from '../../domain/territory.ts';
import { readText } from '../files/read-text.ts';
import { valueErrors } from '../../contract/reading/value-errors.ts';

/** The plan to start from and the parts of it that stay, as written. */
export interface StartFlags {
  readonly start?: string;
  readonly fix: readonly string[];
}

/** Adds the options that `readStart` reads. */
export const addStartOptions = (command: Command): Command =>
  command
    .option('--start <plan.json>', 'an earlier plan of the same days to improve; visits that are no longer due are left out of it')
    .option(
      '--fix <day or customer>',
      'a day of --start, such as 2026-12-07, that stays as it is, or a customer whose visits keep their day, rep and order; may be repeated',
      (written: string, before: readonly string[]) => [...before, written],
      [],
    );

/** Reads the plan to start from; undefined where none is named. */
export async function readStart({ start, fix }: StartFlags, territory: Territory): Promise<StartPlan | undefined> {
  const findings = new Findings();
  if (start === undefined) {
    for (const value of fix.slice(0, 1))
      findings.report(valueErrors.fieldMissing({ at: { file: '--start' }, expected: `the plan of ${value}` }));
    findings.refuse();
    return undefined;
  }
  const source = readJson(start, await readText(start, start), findings);
  const fixed = fix.map((value) => ({ at: { file: '--fix' }, value }));
  const plan = source === null ? null : readStartPlan(source, { fixed, territory, findings });
  findings.refuse();
  return plan ?? undefined;
}

/** Most visits that are listed one by one. */
const MOST_LISTED = 20;

const BECAUSE = { gone: 'its rep or customer has left', 'not-due': 'not due', 'no-longer-fits': 'no longer fits there' } as const;

/** Reports the visits of the plan to start from that the search did not take over. */
export function reportLeftOfStart(left: readonly LeftOfStart[], { customers }: Territory): void {
  if (left.length === 0) return;
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  const lines = left.slice(0, MOST_LISTED).map(({ customer, day, because }) => {
    const name = names.get(customer);
    const who = name === undefined || name === customer ? customer : `${customer} ${name}`;
    return `  ${formatDay(day)}  ${who}: ${BECAUSE[because]}`;
  });
  const more = left.length - lines.length;
  const count = left.length === 1 ? 'One visit' : `${left.length} visits`;
  const text = [`${count} of the plan to start from could not be taken over:`, ...lines, ...(more > 0 ? [`  and ${more} more`] : [])];
  console.error(`${text.map(visible).join('\n')}\n`);
}
