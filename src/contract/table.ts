import { CsvError, parse } from 'csv-parse/sync';
import { errors } from '../kernel/errors.ts';
import type { Place } from '../kernel/finding.ts';
import { wordsOfCell } from './cell-words.ts';
import type { Findings } from './findings.ts';
import { namesOfColumn, plainHeading } from './headings.ts';
import type { Path, Source } from './source.ts';

/** A column of a table, and the field of the document that it fills. */
export interface Column {
  readonly heading: string;
  readonly path: readonly string[];
  /** Turns a cell into what the document would hold; a cell that makes no sense stays as it is, and its schema reports it. */
  readonly read?: (cell: string) => unknown;
  /** Whether the table must have the column. */
  readonly needed?: boolean;
}

/** A cell as a number. */
export const numberCell = (cell: string): unknown => (Number.isNaN(Number(cell)) ? cell : Number(cell));

/** A cell of minutes as an ISO 8601 duration. */
export const minutesCell = (cell: string): unknown => (/^\d+(\.\d+)?$/.test(cell) ? `PT${Math.round(Number(cell) * 60)}S` : cell);

/** A cell of several words, separated by semicolons. */
export const listCell = (cell: string): unknown =>
  cell
    .split(/[;；]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** A table of a territory: what it is, what its place is called, and what it may hold. */
export interface TableKind {
  /** Its name among a territory's tables, such as `customers`. */
  readonly table: string;
  /** The file, or the sheet of a workbook, as findings call it. */
  readonly file: string;
  readonly columns: readonly Column[];
}

/** Reads a CSV text into one document per row, or gives null when its headings or its syntax are wrong. Empty rows are passed over. */
export function readTable(text: string, { table, file, columns }: TableKind, findings: Findings): readonly Source[] | null {
  const rows = readRows(file, text, findings);
  if (rows === null) return null;
  const headings = withoutEmptyEnd(rows[0] ?? []).map((written) => headingOf(written, table, columns));
  const before = findings.count;
  checkHeadings({ file, headings, columns }, findings);
  if (findings.count > before) return null;

  const known = headings.map((heading) => columns.find((column) => column.heading === heading));
  return rows.slice(1).flatMap((cells, i) => {
    if (cells.every((cell) => cell === '')) return [];
    const row = i + 2;
    const fields = Math.max(headings.length, withoutEmptyEnd(cells).length);
    if (fields > headings.length) findings.report(errors.rowTooLong({ at: { file, row }, fields, headings: headings.length }));
    else if (cells.length < headings.length) {
      findings.report(errors.rowTooShort({ at: { file, row }, fields: cells.length, headings: headings.length }));
    } else return [{ value: documentOf(table, cells, known), placeOf: (path: Path) => placeOf({ file, row }, path, columns) }];
    return [];
  });
}

/** The heading that is meant, or what is written where none is. */
function headingOf(written: string, table: string, columns: readonly Column[]): string {
  if (columns.some(({ heading }) => heading === written)) return written;
  const plain = plainHeading(written);
  return columns.find(({ heading }) => namesOfColumn(table, heading).includes(plain))?.heading ?? written;
}

function readRows(file: string, text: string, findings: Findings): readonly (readonly string[])[] | null {
  try {
    return parse(text, { bom: true, trim: true, relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number(error['records'] ?? 0) + 1;
    findings.report(errors.csvMalformed({ at: { file, row }, problem: PROBLEMS[error.code] ?? error.code }));
    return null;
  }
}

const PROBLEMS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is never closed',
  INVALID_OPENING_QUOTE: 'a quote stands in the middle of a field',
  CSV_INVALID_CLOSING_QUOTE: 'something follows a closing quote',
};

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

interface Headings {
  readonly file: string;
  readonly headings: readonly string[];
  readonly columns: readonly Column[];
}

function checkHeadings({ file, headings, columns }: Headings, findings: Findings): void {
  const known = columns.map(({ heading }) => heading);
  const [only = '', ...others] = headings;
  if (others.length === 0 && /[;\t]/.test(only)) {
    findings.report(errors.separatorWrong({ at: { file, row: 1 }, value: only }));
    return;
  }
  headings.forEach((heading, i) => {
    if (!known.includes(heading)) findings.report(errors.columnUnknown({ at: { file, row: 1 }, value: heading, known }));
    else if (headings.indexOf(heading) < i) findings.report(errors.columnTwice({ at: { file, row: 1, column: heading } }));
  });
  for (const { heading, needed } of columns) {
    if (needed === true && !headings.includes(heading)) {
      findings.report(errors.columnMissing({ at: { file, row: 1, column: heading }, columns: known }));
    }
  }
}

/** The document of a row; empty cells leave their fields out, but for the objects of needed columns. */
function documentOf(table: string, cells: readonly string[], columns: readonly (Column | undefined)[]): unknown {
  const document: Record<string, unknown> = {};
  columns.forEach((column, i) => {
    const cell = cells[i] ?? '';
    const [field = '', inner] = column?.path ?? [];
    if (column === undefined || (cell === '' && column.needed !== true)) return;
    const value = cell === '' ? undefined : (column.read ?? String)(wordsOfCell(table, column.heading, cell));
    document[field] = inner === undefined ? value : { ...(document[field] as object | undefined), [inner]: value };
  });
  return document;
}

/** The column that fills a field, or the first of the columns that do. */
function placeOf(at: Place, path: Path, columns: readonly Column[]): Place {
  const fits = (column: Column) => column.path.slice(0, path.length).every((step, i) => step === path[i]);
  const column = path.length === 0 ? undefined : columns.find(fits);
  return column === undefined ? at : { ...at, column: column.heading };
}
