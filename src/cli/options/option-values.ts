import { Option } from 'commander';
import { dates } from '../../contract/reading/bounds.ts';
import type { Findings } from '../../contract/reading/findings.ts';
import { valueErrors } from '../../contract/reading/value-errors.ts';
import { type Day, holds, parseDay } from '../../domain/calendar.ts';
import type { Language } from '../../kernel/text.ts';
import { parseDuration } from '../../kernel/units.ts';
import { cliErrors } from '../errors.ts';

/** An option as it was written. */
export interface WrittenOption {
  /** With its dashes: `--days`. */
  readonly name: string;
  readonly written: string;
}

/** The expected value of an option, with an example. */
interface Wanted {
  readonly expected: string;
  readonly example: string;
}

function reportOption({ name, written }: WrittenOption, { expected, example }: Wanted, findings: Findings): null {
  findings.report(cliErrors.optionInvalid({ at: { file: name }, value: written, expected, example: `${name} ${example}` }));
  return null;
}

/** A whole number of at least `least`, or null after a finding. */
export function wholeNumber(option: WrittenOption, least: number, findings: Findings): number | null {
  const number = Number(option.written);
  if (/^\d+$/.test(option.written) && number >= least && Number.isSafeInteger(number)) return number;
  return reportOption(option, { expected: `a whole number from ${least}`, example: String(Math.max(least, 5)) }, findings);
}

/** A date, or null after a finding. */
export const date = (option: WrittenOption, findings: Findings): Day | null =>
  inRange({ option, day: parseDay(option.written), wanted: { expected: 'a date', example: '2026-12-07' } }, findings);

/** The first day of a month, or null after a finding. */
export const month = (option: WrittenOption, findings: Findings): Day | null =>
  inRange({ option, day: parseDay(`${option.written}-01`), wanted: { expected: 'a month', example: '2026-12' } }, findings);

interface ReadDay {
  readonly option: WrittenOption;
  readonly day: Day | null;
  readonly wanted: Wanted;
}

/** A day of the years that beatplan plans, or null after a finding. */
function inRange({ option, day, wanted }: ReadDay, findings: Findings): Day | null {
  if (day === null) return reportOption(option, wanted, findings);
  if (holds(dates, day)) return day;
  findings.report(valueErrors.dateOutOfRange({ at: { file: option.name }, value: option.written }));
  return null;
}

/** Seconds of `10s`, `2m`, `90` or `PT2M`, more than none; or null after a finding. */
export function timeBudget(option: WrittenOption, findings: Findings): number | null {
  const [, count = '', unit = 's'] = /^(\d+(?:\.\d+)?)\s*([smh])?$/.exec(option.written) ?? [];
  const time =
    count === '' ? parseDuration(option.written) : Number(count) * { s: 1, m: 60, h: 3600 }[unit === 'm' || unit === 'h' ? unit : 's'];
  if (time !== null && time > 0) return time;
  return reportOption(option, { expected: 'a time', example: '10s' }, findings);
}

/** A language, or null after a finding. */
export function readLanguage(option: WrittenOption, findings: Findings): Language | null {
  if (option.written === 'en' || option.written === 'zh') return option.written;
  return reportOption(option, { expected: 'a language, en or zh', example: 'zh' }, findings);
}

/** The option whose value `readLanguage` reads. */
export const languageOption = (): Option => new Option('--language <language>', 'en or zh').default('en', 'en');

/** An option with a number that is taken when it is not given. */
export const numberOption = (flags: string, about: string, usual: string): Option => new Option(flags, about).default(usual, usual);
