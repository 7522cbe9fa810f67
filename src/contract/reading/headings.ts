import { nearest } from '../../kernel/nearest.ts';
import type { Language } from '../../kernel/text.ts';
import type { Findings } from './findings.ts';
import type { Column } from './column.ts';
import { fileErrors } from './file-errors.ts';

/** A heading without what makes no difference: case, spaces, underscores, and what stands in brackets, such as a unit. */
export const plainHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\(.*?\)|\[.*?\]|【.*?】/g, '')
    .replaceAll(/[\s_\-*:.]/g, '');

/** What a column is headed with in a language. */
export const headingIn = ({ heading, names }: Column, language: Language): string => (language === 'en' ? heading : (names[0] ?? heading));

/** A column of a table as somebody wrote it. */
export interface WrittenColumn {
  /** What it means; null where it is not read. */
  readonly column: Column | null;
  /** The heading as it stands there. */
  readonly heading: string;
}

/** Columns that planners have for themselves. */
const NOT_READ: ReadonlySet<string> = new Set(
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

/** Whether a heading says that its column is for people: a usual one, or one in brackets. */
const isForPeople = (heading: string) => heading !== '' && (plainHeading(heading) === '' || NOT_READ.has(plainHeading(heading)));

/** The first row of a table, and what it should be. */
export interface HeadingRow {
  readonly file: string;
  readonly headings: readonly string[];
  readonly columns: readonly Column[];
}

/** What the headings of a table mean, in its own or in other words; or null after findings. */
export function readHeadings({ file, headings, columns }: HeadingRow, findings: Findings): readonly WrittenColumn[] | null {
  const before = findings.count;
  const written = headings.map((heading) => ({ heading, column: columns.find((column) => means(heading, column)) ?? null }));
  const meant = written.map(({ column }) => column);
  if (meant.every((column) => column === null)) {
    reportNone({ file, headings, columns }, findings);
    return null;
  }
  written.forEach(({ heading, column }, i) => {
    const first = written[meant.indexOf(column)] ?? written[i];
    if (column === null && heading !== '' && !isForPeople(heading)) findings.report(unknownColumn(heading, file, columns));
    else if (column !== null && first !== written[i]) {
      findings.report(fileErrors.columnTwice({ at: { file, row: 1, column: heading }, first: first?.heading ?? '' }));
    }
  });
  for (const column of columns) if (column.needed === true && !meant.includes(column)) findings.report(missing(column, file, columns));
  return findings.count > before ? null : written;
}

const means = (heading: string, column: Column): boolean =>
  [column.heading, ...column.names].map(plainHeading).includes(plainHeading(heading));

function reportNone({ file, headings, columns }: HeadingRow, findings: Findings): void {
  const [only = '', ...others] = headings;
  const at = { file, row: 1 };
  if (others.length === 0 && /[|，、]/.test(only)) findings.report(fileErrors.separatorWrong({ at, value: only }));
  else {
    const needed = columns.filter((column) => column.needed === true).map(({ heading }) => heading);
    findings.report(
      fileErrors.headingsMissing({ at, ...(headings.length === 0 ? {} : { value: headings.join(', ').slice(0, 60) }), needed }),
    );
  }
}

/** A heading that means nothing here, with the name that was probably meant, as it would be written. */
function unknownColumn(heading: string, file: string, columns: readonly Column[]) {
  const known = columns.map((column) => column.heading);
  const meant = nearest(heading, [...known, ...columns.flatMap(({ names }) => names)]);
  return fileErrors.columnUnknown({ at: { file, row: 1 }, value: heading, choices: meant === null ? known : [meant] });
}

const missing = (column: Column, file: string, columns: readonly Column[]) =>
  fileErrors.columnMissing({
    at: { file, row: 1, column: column.heading },
    also: column.names[0] ?? '',
    columns: columns.map(({ heading }) => heading),
  });
