import { CsvError, parse } from 'csv-parse/sync';
import type { Findings } from './findings.ts';
import { fileErrors } from './file-errors.ts';

/** The most rows of one table. */
export const MOST_ROWS = 500_000;

/**
 * The rows of a CSV text with commas, semicolons or tabs between its cells, whichever its headings have; or null after
 * findings. Where a comma does not end cells, it may stand before decimals.
 */
export function rowsOf(file: string, text: string, findings: Findings): readonly (readonly string[])[] | null {
  const delimiter = separatorOf(text);
  const rows = parsed(file, text, delimiter, findings);
  if (rows !== null && rows.length - 1 > MOST_ROWS) {
    findings.report(fileErrors.tooManyRows({ at: { file }, most: MOST_ROWS }));
    return null;
  }
  return delimiter === ',' ? rows : (rows?.map((cells) => cells.map(withPoint)) ?? null);
}

const withPoint = (cell: string) => (/^-?\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell);

/** What stands most often between the headings; a comma where nothing does. */
function separatorOf(text: string): string {
  const [headings = ''] = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .trimStart()
    .split(/[\r\n]/, 1);
  const times = (separator: string) => headings.split(separator).length;
  return [';', '\t'].reduce((most, separator) => (times(separator) > times(most) ? separator : most), ',');
}

function parsed(file: string, text: string, delimiter: string, findings: Findings): readonly (readonly string[])[] | null {
  try {
    return parse(text, { bom: true, trim: true, relax_column_count: true, delimiter, to: MOST_ROWS + 2 });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number(error['records'] ?? 0) + 1;
    findings.report(fileErrors.csvMalformed({ at: { file, row }, problem: PROBLEMS[error.code] ?? error.code }));
    return null;
  }
}

const PROBLEMS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is never closed',
  INVALID_OPENING_QUOTE: 'a quote stands in the middle of a field',
  CSV_INVALID_CLOSING_QUOTE: 'something follows a closing quote',
};
