import type { Command } from 'commander';
import type { Findings } from '../../contract/reading/findings.ts';
import { type Day, type DayRange, addDays, day, formatDay, monthOf, weekOf } from '../../domain/calendar.ts';
import type { AskedHorizon } from '../../contract/territory/check-horizon.ts';
import { date, month, wholeNumber } from './option-values.ts';
import { valueErrors } from '../../contract/reading/value-errors.ts';

/** Usual horizon: a week. */
const USUAL_DAYS = '7';

/** The options that say which days are planned, as written. */
export interface HorizonOptions {
  readonly from?: string;
  readonly days?: string;
  readonly to?: string;
  readonly month?: string;
  readonly today?: string;
}

/** The days for which a plan is requested by options. */
export interface ChosenHorizon extends AskedHorizon {
  /** Whether they are the usual days, without any option. */
  readonly isUsual: boolean;
}

/** Adds the options that `readHorizon` reads. */
export const addHorizonOptions = (command: Command): Command =>
  command
    .option('--from <date>', 'first day (default: the Monday after today)')
    .option('--days <n>', `calendar days from the first, weekends included (default: ${USUAL_DAYS})`)
    .option('--to <date>', 'last day, instead of --days')
    .option('--month <month>', 'a whole month, such as 2026-12, instead of --from and --days')
    .option('--today <date>', 'today; a visit of the history after it is a finding');

/**
 * Reads the options, or returns null after findings. The result is a function from the territory's time zone to the
 * days: without any options, the week from the Monday after today.
 */
export function readHorizon(options: HorizonOptions, findings: Findings): ((timeZone: string) => ChosenHorizon) | null {
  const before = findings.count;
  refuseBoth(options, ['month', 'from'], findings);
  refuseBoth(options, ['month', 'to'], findings);
  refuseBoth(options, ['month', 'days'], findings);
  refuseBoth(options, ['to', 'days'], findings);
  const { from, days = USUAL_DAYS, to } = options;
  const whole = options.month === undefined ? null : month({ name: '--month', written: options.month }, findings);
  const first = from === undefined ? null : date({ name: '--from', written: from }, findings);
  const last = to === undefined ? null : date({ name: '--to', written: to }, findings);
  const today = options.today === undefined ? null : date({ name: '--today', written: options.today }, findings);
  const count = wholeNumber({ name: '--days', written: days }, 1, findings);
  if (findings.count > before || count === null) return null;
  if (whole !== null) return () => ({ horizon: monthOf(whole), at: { file: '--month' }, today, isUsual: false });
  const isUsual = Object.values({ from, to, days: options.days }).every((given) => given === undefined);
  return (timeZone) => {
    const start = first ?? nextMonday(timeZone);
    if (last !== null) return { horizon: { first: start, last }, at: { file: '--to' }, today, isUsual };
    return { horizon: { first: start, last: addDays(start, count - 1) }, at: { file: '--days' }, today, isUsual };
  };
}

/** Prints which days of the horizon are over, where the history has visits on some. */
export function tellDaysOver(asked: DayRange, left: DayRange): void {
  if (left.first === asked.first) return;
  console.error(
    `The history has visits up to ${formatDay(addDays(left.first, -1))}. They count, and the plan begins on ${formatDay(left.first)}.\n`,
  );
}

function refuseBoth(
  options: HorizonOptions,
  [one, other]: readonly [keyof HorizonOptions, keyof HorizonOptions],
  findings: Findings,
): void {
  if (options[one] !== undefined && options[other] !== undefined) {
    findings.report(valueErrors.optionsConflict({ at: { file: `--${other}` }, value: options[other], other: `--${one}` }));
  }
}

/** The Monday after today, as the territory's clocks have it. */
function nextMonday(timeZone: string): Day {
  const today = day(Temporal.Now.plainDateISO(timeZone).toString());
  return addDays(weekOf(today).first, 7);
}
