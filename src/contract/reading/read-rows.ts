import { CsvError, parse } from 'csv-parse/sync';
import type { Findings } from './findings.ts';
import { longest, most } from './bounds.ts';
import { fileErrors } from './file-errors.ts';

/**
 * Reads the rows of a CSV text, or returns null after findings. Cells are separated by commas, semicolons or tabs, as the
 * headings show. Where semicolons or tabs separate cells, a decimal comma is read as a point.
 */
export function readRows(file: string, text: string, findings: Findings): readonly (readonly string[])[] | null {
  const separator = separatorOf(text);
  const rows = parseRows({ file, text, separator }, findings);
  if (rows !== null && rows.length - 1 > most.rows) {
    findings.report(fileErrors.tooManyRows({ at: { file }, most: most.rows }));
    return null;
  }
  return separator === ',' ? rows : (rows?.map((cells) => cells.map(withDecimalPoint)) ?? null);
}

const withDecimalPoint = (cell: string) => (/^-?\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell);

/** The separator that occurs most often in the headings; a comma by default. */
export function separatorOf(text: string): string {
  const [headings = ''] = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, 'x')
    .trimStart()
    .split(/[\r\n]/, 1);
  const times = (separator: string) => headings.split(separator).length;
  return [';', '\t'].reduce((most, separator) => (times(separator) > times(most) ? separator : most), ',');
}

/** A CSV text with its separator. */
interface CsvText {
  readonly file: string;
  readonly text: string;
  readonly separator: string;
}

function parseRows({ file, text, separator }: CsvText, findings: Findings): readonly (readonly string[])[] | null {
  // The parser makes an error, which it drops, of each row that is short: two hundred thousand stack traces take seconds.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const bounds = { to: most.rows + 2, max_record_size: longest.row };
    return parse(text, { bom: true, trim: true, relax_column_count: true, delimiter: separator, ...bounds });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number(error['records'] ?? 0) + 1;
    findings.report(fileErrors.csvMalformed({ at: { file, row }, problem: PROBLEMS[error.code] ?? error.code }));
    return null;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

const PROBLEMS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is never closed',
  CSV_MAX_RECORD_SIZE: `a row has more than ${longest.row} characters, as where a quote is never closed`,
  INVALID_OPENING_QUOTE: 'a quote is in the middle of a field',
  CSV_INVALID_CLOSING_QUOTE: 'something follows a closing quote',
};
