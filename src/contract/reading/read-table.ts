import { brokenCell, isBroken } from './broken-cells.ts';
import { clip } from '../../kernel/clip.ts';
import type { Place } from '../../kernel/finding.ts';
import { translateCell } from './translate-cell.ts';
import type { Column } from './column.ts';
import type { Findings } from './findings.ts';
import { type FileColumn, readHeadings } from './headings.ts';
import type { Path, Source } from './source.ts';
import { readRows } from './read-rows.ts';
import { longest } from './bounds.ts';
import { fileErrors } from './file-errors.ts';
import { valueErrors } from './value-errors.ts';

/** Which table a CSV text holds, and which of its rows to read. */
export interface TableFormat {
  /** The name of the table, such as `customers`. */
  readonly table: string;
  /** The name of the file or the sheet, as findings show it. */
  readonly file: string;
  readonly columns: readonly Column[];
  /** Numbers of rows to leave out. */
  readonly skip: ReadonlySet<number>;
  /** Whether columns that mean nothing to beatplan are passed over instead of being findings. */
  readonly ignoreUnknown?: boolean;
}

/** The rows of a table that are not empty. */
export interface Table {
  /** Number of rows, with those left out and those with too many or too few fields. */
  readonly rowCount: number;
  /** Number of cells with line breaks or tabs, which are read as spaces. */
  readonly cellsWithBreaks: number;
  /** The headings of columns with values that are not read. */
  readonly unused: readonly string[];
  readonly records: readonly Source[];
}

/** Reads each row of a CSV text as a record, or returns null after findings in its headings or syntax. Empty rows are ignored. */
export function readTable(
  text: string,
  { table, file, columns, skip, ignoreUnknown = false }: TableFormat,
  findings: Findings,
): Table | null {
  const rows = readRows(file, text, findings);
  const headings = withoutEmptyLastCells(rows?.[0] ?? []).map(withoutBreaks);
  const fileColumns = rows === null ? null : readHeadings({ file, headings, columns, ignoreUnknown }, findings);
  if (rows === null || fileColumns === null) return null;

  const filled = rows.map((cells, i) => ({ cells, row: i + 1 })).filter(({ cells, row }) => row > 1 && cells.some((cell) => cell !== ''));
  const sound = filled
    .filter(({ row }) => !skip.has(row))
    .filter(({ cells, row }) => hasCellsInPlace(cells, { fileColumns, ignoreUnknown, at: { file, row } }, findings));
  for (const { cells, row } of sound) reportBrokenCells(cells, fileColumns, { file, row }, findings);
  const records = sound.map(({ cells, row }) => ({
    value: recordOf(table, cells, fileColumns),
    placeOf: (path: Path) => placeOf({ file, row }, path, { fileColumns, columns }),
  }));
  const hasBreak = (cell: string, i: number) => fileColumns[i]?.column !== null && BREAK.test(cell);
  const cellsWithBreaks = sound.reduce((sum, { cells }) => sum + cells.filter(hasBreak).length, 0);
  const isFilled = (i: number) => filled.some(({ cells }) => (cells[i] ?? '') !== '');
  const unused = fileColumns.flatMap(({ column, heading }, i) => (column === null && isFilled(i) ? [heading] : []));
  return { rowCount: filled.length, cellsWithBreaks, unused, records };
}

/** A line break or a tab, as people type them into cells. */
const BREAK = /[\t-\r\u0085\u2028\u2029]/;

/** A cell with one space for each run of white space that has a line break or a tab. */
export const withoutBreaks = (cell: string): string =>
  BREAK.test(cell) ? cell.replace(/[\s\u0085]+/g, (run) => (BREAK.test(run) ? ' ' : run)).trim() : cell;

function withoutEmptyLastCells(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

/** Where a row stands, and the columns of its file. */
interface RowPlace {
  readonly fileColumns: readonly FileColumn[];
  readonly ignoreUnknown: boolean;
  readonly at: Place;
}

/** Whether each filled cell of a row has a heading and each heading has a cell; reports a row where not. */
function hasCellsInPlace(cells: readonly string[], { fileColumns, ignoreUnknown, at }: RowPlace, findings: Findings): boolean {
  const headings = fileColumns.length;
  const fields = withoutEmptyLastCells(cells).length;
  const cellWithoutHeading = ignoreUnknown ? undefined : cells.find((cell, i) => cell !== '' && fileColumns[i]?.heading === '');
  const longCell = cells.findIndex((cell, i) => cell.length > longest.cell && fileColumns[i]?.column !== null);
  if (fields > headings) findings.report(fileErrors.rowTooLong({ at, fields, headings }));
  else if (cells.length < headings) findings.report(fileErrors.rowTooShort({ at, fields: cells.length, headings }));
  else if (cellWithoutHeading !== undefined) findings.report(fileErrors.headingMissing({ at, value: cellWithoutHeading.slice(0, 60) }));
  else if (longCell >= 0) {
    const column = fileColumns[longCell]?.heading ?? '';
    findings.report(valueErrors.textTooLong({ at: { ...at, column }, value: clip(cells[longCell] ?? '', 60), most: longest.cell }));
  } else return true;
  return false;
}

/** A long number as spreadsheets write it where it stands for a text. */
const SHORTENED = /^\d(?:[.,]\d{1,20})?E\+\d{2}$/i;

/** Reports each cell of a row that holds an error of a spreadsheet, where its column is read. */
function reportBrokenCells(cells: readonly string[], fileColumns: readonly FileColumn[], at: Place, findings: Findings): void {
  cells.forEach((cell, i) => {
    const { column = null, heading = '' } = fileColumns[i] ?? {};
    if (column === null) return;
    const place = { ...at, column: heading };
    if (isBroken(cell)) findings.reportAlone(brokenCell(place, cell));
    else if (column.read === undefined && SHORTENED.test(cell))
      findings.reportAlone(fileErrors.numberShortened({ at: place, value: cell }));
  });
}

/** The record of a row. Empty cells give no fields, except that required columns give the objects that they belong to. */
function recordOf(table: string, cells: readonly string[], columns: readonly FileColumn[]): unknown {
  const record: Record<string, unknown> = {};
  columns.forEach(({ column }, i) => {
    const cell = withoutBreaks(cells[i] ?? '');
    if (column === null || (cell === '' && column.required !== true)) return;
    const { heading, path, read = String } = column;
    const [field = '', inner] = path;
    const value = cell === '' ? undefined : read(translateCell(table, heading, cell));
    record[field] = inner === undefined ? value : { ...(record[field] as object | undefined), [inner]: value };
  });
  return record;
}

/** The columns of a file and of its table. */
interface Columns {
  readonly fileColumns: readonly FileColumn[];
  readonly columns: readonly Column[];
}

/** The place of a field in a row: the first column that fills it, by its heading in the file, or by its usual heading. */
function placeOf(at: Place, path: Path, { fileColumns, columns }: Columns): Place {
  const fits = (column: Column | null) => column !== null && path.every((step, i) => i >= column.path.length || step === column.path[i]);
  if (path.length === 0) return at;
  const column = fileColumns.find((one) => fits(one.column))?.heading ?? columns.find(fits)?.heading;
  return column === undefined ? at : { ...at, column };
}
