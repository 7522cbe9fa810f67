import type { Place } from '../../kernel/finding.ts';
import { wordsOfCell } from './translate-cell.ts';
import type { Column } from './column.ts';
import type { Findings } from './findings.ts';
import { type WrittenColumn, readHeadings } from './headings.ts';
import type { Path, Source } from './source.ts';
import { rowsOf } from './read-rows.ts';
import { fileErrors } from './file-errors.ts';

/** A table of a territory: what it is, what its place is called, and what it may hold. */
export interface TableKind {
  /** Its name among a territory's tables, such as `customers`. */
  readonly table: string;
  /** The file, or the sheet of a workbook, as findings call it. */
  readonly file: string;
  readonly columns: readonly Column[];
  /** Rows that are passed over. */
  readonly skip: ReadonlySet<number>;
}

/** The rows of a table that hold something. */
export interface Table {
  /** How many they are, those passed over and those with too many or too few fields included. */
  readonly rowCount: number;
  readonly records: readonly Source[];
}

/** Reads a CSV text into one document per row, or gives null when its headings or its syntax are wrong. Empty rows are passed over. */
export function readTable(text: string, { table, file, columns, skip }: TableKind, findings: Findings): Table | null {
  const rows = rowsOf(file, text, findings);
  const headings = withoutEmptyEnd(rows?.[0] ?? []);
  const written = rows === null ? null : readHeadings({ file, headings, columns }, findings);
  if (rows === null || written === null) return null;

  const filled = rows.map((cells, i) => ({ cells, row: i + 1 })).filter(({ cells, row }) => row > 1 && cells.some((cell) => cell !== ''));
  const records = filled
    .filter(({ row }) => !skip.has(row))
    .filter(({ cells, row }) => isWhole(cells, written, { file, row }, findings))
    .map(({ cells, row }) => ({
      value: documentOf(table, cells, written),
      placeOf: (path: Path) => placeOf({ file, row }, path, written, columns),
    }));
  return { rowCount: filled.length, records };
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

/** Whether each cell of a row that holds something stands under a heading, and each heading over a cell. */
function isWhole(cells: readonly string[], written: readonly WrittenColumn[], at: Place, findings: Findings): boolean {
  const headings = written.length;
  const fields = withoutEmptyEnd(cells).length;
  const stray = cells.find((cell, i) => cell !== '' && written[i]?.heading === '');
  if (fields > headings) findings.report(fileErrors.rowTooLong({ at, fields, headings }));
  else if (cells.length < headings) findings.report(fileErrors.rowTooShort({ at, fields: cells.length, headings }));
  else if (stray !== undefined) findings.report(fileErrors.headingMissing({ at, value: stray.slice(0, 60) }));
  else return true;
  return false;
}

/** The document of a row; empty cells leave their fields out, but for the objects of needed columns. */
function documentOf(table: string, cells: readonly string[], columns: readonly WrittenColumn[]): unknown {
  const document: Record<string, unknown> = {};
  columns.forEach(({ column }, i) => {
    const cell = cells[i] ?? '';
    if (column === null || (cell === '' && column.needed !== true)) return;
    const { heading, path, read = String } = column;
    const [field = '', inner] = path;
    const value = cell === '' ? undefined : read(wordsOfCell(table, heading, cell));
    document[field] = inner === undefined ? value : { ...(document[field] as object | undefined), [inner]: value };
  });
  return document;
}

/** The column that fills a field, or the first of the columns that do, as it is headed; one that is not there by its own name. */
function placeOf(at: Place, path: Path, written: readonly WrittenColumn[], columns: readonly Column[]): Place {
  const fits = (column: Column | null) => column !== null && path.every((step, i) => i >= column.path.length || step === column.path[i]);
  if (path.length === 0) return at;
  const column = written.find((one) => fits(one.column))?.heading ?? columns.find(fits)?.heading;
  return column === undefined ? at : { ...at, column };
}
