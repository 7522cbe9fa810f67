import { clip } from '../../kernel/clip.ts';
import { nearest } from '../../kernel/nearest.ts';
import type { Language } from '../../kernel/text.ts';
import { longest, most } from './bounds.ts';
import type { Findings } from './findings.ts';
import type { Column } from './column.ts';
import { fileErrors } from './file-errors.ts';
import { valueErrors } from './value-errors.ts';

/** A heading for comparison: without case, spaces, underscores and text in brackets, such as a unit. */
export const plainHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\(.{0,60}?\)|\[.{0,60}?\]|【.{0,60}?】/g, '')
    .replaceAll(/[\s_\-*:.]/g, '');

/** The usual heading of a column in a language. */
export const headingIn = ({ heading, names }: Column, language: Language): string => (language === 'en' ? heading : (names[0] ?? heading));

/** A column of a file: its heading, and the column of the table that it means. */
export interface FileColumn {
  /** Null where the column is not read. */
  readonly column: Column | null;
  /** The heading as written. */
  readonly heading: string;
}

/** Headings of columns that planners keep for their own use. */
const IGNORED: ReadonlySet<string> = new Set(
  [
    '序号',
    '地址',
    '详细地址',
    '电话',
    '手机',
    '联系电话',
    '备注',
    'no',
    'address',
    'phone',
    'telephone',
    'mobile',
    'email',
    'notes',
    'remarks',
    'comment',
  ].map(plainHeading),
);

/** Whether a column is for people only: its heading is a usual one of these, or is in brackets. */
const isForPeople = (heading: string) => heading !== '' && (plainHeading(heading) === '' || IGNORED.has(plainHeading(heading)));

/** The first row of a file, and the columns that its table has. */
export interface HeadingRow {
  readonly file: string;
  readonly headings: readonly string[];
  readonly columns: readonly Column[];
  /** Whether a heading that means no column of the table is passed over instead of being a finding. */
  readonly ignoreUnknown?: boolean;
}

/** Finds the column that each heading means, or returns null after findings. */
export function readHeadings(
  { file, headings, columns, ignoreUnknown = false }: HeadingRow,
  findings: Findings,
): readonly FileColumn[] | null {
  const before = findings.count;
  if (!areShort({ file, headings }, findings)) return null;
  const fileColumns = headings.map((heading) => ({ heading, column: columns.find((column) => means(heading, column)) ?? null }));
  const columnsOfHeadings = fileColumns.map(({ column }) => column);
  if (columnsOfHeadings.every((column) => column === null)) {
    reportNoHeadings({ file, headings, columns }, findings);
    return null;
  }
  fileColumns.forEach(({ heading, column }, i) => {
    const first = fileColumns[columnsOfHeadings.indexOf(column)] ?? fileColumns[i];
    const isUnknown = column === null && heading !== '' && !isForPeople(heading);
    if (isUnknown && !ignoreUnknown) findings.report(unknownColumn(heading, file, columns));
    else if (column !== null && first !== fileColumns[i]) {
      findings.report(fileErrors.columnTwice({ at: { file, row: 1, column: heading }, first: first?.heading ?? '' }));
    }
  });
  for (const column of columns)
    if (column.required === true && !columnsOfHeadings.includes(column)) findings.report(missingColumn(column, file, columns));
  return findings.count > before ? null : fileColumns;
}

/** Whether headings are few and short enough to be compared with those of the table; reports those that are not. */
function areShort({ file, headings }: Pick<HeadingRow, 'file' | 'headings'>, findings: Findings): boolean {
  const at = { file, row: 1 };
  if (headings.length > most.columns) findings.report(fileErrors.tooManyColumns({ at, columns: headings.length, most: most.columns }));
  const long = headings.find((heading) => heading.length > longest.name);
  if (long !== undefined) findings.report(valueErrors.textTooLong({ at, value: clip(long), most: longest.name }));
  return long === undefined && headings.length <= most.columns;
}

const means = (heading: string, column: Column): boolean => plainNamesOf(column).includes(plainHeading(heading));

const plainNames = new WeakMap<Column, readonly string[]>();

/** The names of a column for comparison, made once. */
function plainNamesOf(column: Column): readonly string[] {
  const made = plainNames.get(column) ?? [column.heading, ...column.names].map(plainHeading);
  plainNames.set(column, made);
  return made;
}

function reportNoHeadings({ file, headings, columns }: HeadingRow, findings: Findings): void {
  const [only = '', ...others] = headings;
  const at = { file, row: 1 };
  if (others.length === 0 && /[|，、]/.test(only)) findings.report(fileErrors.separatorWrong({ at, value: only }));
  else {
    const required = columns.filter((column) => column.required === true).map(({ heading }) => heading);
    findings.report(
      fileErrors.headingsMissing({ at, ...(headings.length === 0 ? {} : { value: headings.join(', ').slice(0, 60) }), required }),
    );
  }
}

/** The finding of an unknown heading; it suggests a similar heading in the language that the file uses. */
function unknownColumn(heading: string, file: string, columns: readonly Column[]) {
  const headings = columns.map((column) => column.heading);
  const similar = nearest(heading, [...headings, ...columns.flatMap(({ names }) => names)]);
  return fileErrors.columnUnknown({ at: { file, row: 1 }, value: heading, choices: similar === null ? headings : [similar] });
}

const missingColumn = (column: Column, file: string, columns: readonly Column[]) =>
  fileErrors.columnMissing({
    at: { file, row: 1, column: column.heading },
    also: column.names[0] ?? '',
    columns: columns.map(({ heading }) => heading),
  });
