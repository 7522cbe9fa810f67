import { type UnknownName, defineError, suggestion } from '../../kernel/finding.ts';

/** Errors in files, sheets and tables as such, whatever they hold. */
export const fileErrors = {
  fileMissing: defineError({
    code: 'FILE_MISSING',
    kind: 'missing',
    title: 'A file is missing',
    when: 'A territory lacks a file that it needs or names.',
    message: () => 'The file is missing',
    hint: ({ needed }: { readonly needed: string }) => needed,
  }),
  sheetTwice: defineError({
    code: 'SHEET_TWICE',
    kind: 'conflict',
    title: 'Two sheets hold the same table',
    when: 'Two sheets of a workbook have names that mean the same table.',
    message: ({ other }: { readonly other: string }) => `The sheet "${other}" holds the same table`,
    hint: () => 'Put both into one sheet.',
  }),
  jsonMalformed: defineError({
    code: 'JSON_MALFORMED',
    kind: 'invalid',
    title: 'A JSON file cannot be read',
    when: 'A JSON file breaks the syntax of JSON; the place is where reading stopped.',
    message: ({ problem }: { readonly problem: string }) => `This is not valid JSON: ${problem}`,
    hint: () => 'Look for a missing or extra comma, quote or bracket just before this place.',
  }),
  csvMalformed: defineError({
    code: 'CSV_MALFORMED',
    kind: 'invalid',
    title: 'A CSV file cannot be read',
    when: 'A CSV file has a quote that is never closed, or one in the middle of a field.',
    message: ({ problem }: { readonly problem: string }) => `This is not valid CSV: ${problem}`,
    hint: () => 'Put fields that hold commas or quotes in double quotes, and double the quotes within.',
  }),
  separatorWrong: defineError({
    code: 'SEPARATOR_WRONG',
    kind: 'invalid',
    title: 'Fields are not separated by commas',
    when: 'The headings of a CSV file are separated by something else than commas, semicolons or tabs.',
    message: () => 'The headings are not separated by commas',
    hint: () => 'Save the table as CSV with commas (UTF-8).',
  }),
  headingsMissing: defineError({
    code: 'HEADINGS_MISSING',
    kind: 'missing',
    title: 'A table has no headings',
    when: 'Nothing in the first row of a table is a heading, because rows begin there, or a title.',
    message: () => 'The first row holds no headings',
    hint: ({ needed }: { readonly needed: readonly string[] }) =>
      `Put them there, at least ${needed.join(', ')}, and move what else stands above the table.`,
  }),
  headingMissing: defineError({
    code: 'HEADING_MISSING',
    kind: 'missing',
    title: 'A cell without a heading',
    when: 'A cell stands in a column whose heading is empty.',
    message: () => 'This cell stands under no heading',
    hint: () => 'Head its column, or empty the cell.',
  }),
  tooManyRows: defineError({
    code: 'TOO_MANY_ROWS',
    kind: 'invalid',
    title: 'A table has too many rows',
    when: 'A table has more than 500,000 rows.',
    message: ({ most }: { readonly most: number }) => `The table has more than ${most} rows`,
    hint: () => 'Look whether it is the right file; split a company into territories, and leave out history of years ago.',
  }),
  columnUnknown: defineError({
    code: 'COLUMN_UNKNOWN',
    kind: 'invalid',
    title: 'Unknown column',
    when: 'A table has a heading that means none of its columns.',
    message: () => 'There is no such column',
    hint: (unknown: UnknownName) => `${suggestion(unknown)} A heading in brackets is for people, and its column is not read.`,
  }),
  columnMissing: defineError({
    code: 'COLUMN_MISSING',
    kind: 'missing',
    title: 'A column is missing',
    when: 'A table lacks a column that it needs.',
    message: () => 'The column is missing',
    hint: ({ also, columns }: { readonly also: string; readonly columns: readonly string[] }) =>
      `Add it, or head it ${also}; the columns are ${columns.join(', ')}.`,
  }),
  columnTwice: defineError({
    code: 'COLUMN_TWICE',
    kind: 'conflict',
    title: 'Two columns mean the same',
    when: 'A table has the same heading twice, or two headings of one meaning.',
    message: ({ first }: { readonly first: string }) => `This heading means the same as "${first}"`,
    hint: () => 'Remove one of the two columns.',
  }),
  rowTooLong: defineError({
    code: 'ROW_TOO_LONG',
    kind: 'invalid',
    title: 'A row has too many fields',
    when: 'A row of a CSV file has more fields than there are headings.',
    message: ({ fields, headings }: { readonly fields: number; readonly headings: number }) =>
      `The row has ${fields} fields for ${headings} headings`,
    hint: () => 'Put fields that hold commas in double quotes.',
  }),
  rowTooShort: defineError({
    code: 'ROW_TOO_SHORT',
    kind: 'invalid',
    title: 'A row has too few fields',
    when: 'A row of a CSV file has fewer fields than there are headings.',
    message: ({ fields, headings }: { readonly fields: number; readonly headings: number }) =>
      `The row has ${fields} fields for ${headings} headings`,
    hint: () => 'Add the missing commas; leave fields empty where nothing is known.',
  }),
} as const;
