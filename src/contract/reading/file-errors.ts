import { type UnknownName, defineError, suggestion } from '../../kernel/finding.ts';

/** Errors in files, sheets and tables as such, whatever they hold. */
export const fileErrors = {
  fileMissing: defineError({
    code: 'FILE_MISSING',
    kind: 'missing',
    title: 'A file is missing',
    when: 'A file that a territory needs or names does not exist.',
    message: () => 'The file is missing',
    hint: ({ advice }: { readonly advice: string }) => advice,
  }),
  sheetTwice: defineError({
    code: 'SHEET_TWICE',
    kind: 'conflict',
    title: 'Two files or sheets hold the same table',
    when: 'Two files of a folder, or two sheets of a workbook, have names of the same table.',
    message: ({ other }: { readonly other: string }) => `"${other}" holds the same table`,
    hint: () => 'Move all rows into one of the two.',
  }),
  jsonMalformed: defineError({
    code: 'JSON_MALFORMED',
    kind: 'invalid',
    title: 'A JSON file cannot be read',
    when: 'The syntax of a JSON file is wrong. The place is where reading stopped.',
    message: ({ problem }: { readonly problem: string }) => `This is not valid JSON: ${problem}`,
    hint: () => 'Look for a missing or extra comma, quote or bracket just before this place.',
  }),
  tooDeep: defineError({
    code: 'TOO_DEEP',
    kind: 'invalid',
    title: 'A document is nested too deeply',
    when: 'Lists and objects of a body or a JSON file are nested more deeply than any territory needs.',
    message: ({ most }: { readonly most: number }) => `Lists and objects are nested more than ${most} levels deep`,
    hint: () => 'Check that it is the right document.',
  }),
  csvMalformed: defineError({
    code: 'CSV_MALFORMED',
    kind: 'invalid',
    title: 'A CSV file cannot be read',
    when: 'A CSV file has a quote that is never closed, or one in the middle of a field.',
    message: ({ problem }: { readonly problem: string }) => `This is not valid CSV: ${problem}`,
    hint: () => 'Put fields with commas or quotes into double quotes, and write a quote inside them twice.',
  }),
  separatorWrong: defineError({
    code: 'SEPARATOR_WRONG',
    kind: 'invalid',
    title: 'Fields are not separated by commas',
    when: 'The headings of a CSV file are not separated by commas, semicolons or tabs.',
    message: () => 'The headings are not separated by commas',
    hint: () => 'Save the table as CSV with commas (UTF-8).',
  }),
  headingsMissing: defineError({
    code: 'HEADINGS_MISSING',
    kind: 'missing',
    title: 'A table has no headings',
    when: 'The first row of a table holds no heading: it is a row of data, or a title.',
    message: () => 'The first row holds no headings',
    hint: ({ required }: { readonly required: readonly string[] }) =>
      `Write headings into the first row, at least ${required.join(', ')}, and remove the rows above them.`,
  }),
  headingMissing: defineError({
    code: 'HEADING_MISSING',
    kind: 'missing',
    title: 'A cell without a heading',
    when: 'A cell has a value, but the heading of its column is empty.',
    message: () => 'The column of this cell has no heading',
    hint: () => 'Write a heading for the column, or clear the cell.',
  }),
  cellBroken: defineError({
    code: 'CELL_BROKEN',
    kind: 'invalid',
    title: 'A cell holds an error',
    when: 'A cell of a table holds an error of a spreadsheet, such as #N/A, #REF! or #VALUE!, instead of a value. The cell does not count as empty.',
    message: () => 'This cell holds an error of the spreadsheet',
    hint: () => 'Correct the formula, or write the value instead. Clear the cell if there is no value.',
  }),
  numberShortened: defineError({
    code: 'NUMBER_SHORTENED',
    kind: 'invalid',
    title: 'A spreadsheet has shortened a number',
    when: 'An id or another text is a number of more than 15 digits that a spreadsheet has shortened, such as 1.23457E+17: its last digits are lost.',
    message: () => 'A spreadsheet has shortened this number, so that its last digits are lost',
    hint: () => 'Format the column as text, and fill in the numbers again.',
  }),
  cellMerged: defineError({
    code: 'CELL_MERGED',
    kind: 'invalid',
    title: 'A cell is merged with another one',
    when: 'A cell of a workbook is part of a merged cell. Only the first of merged cells has a value.',
    message: () => 'This cell is merged with another one, so that it has no value of its own',
    hint: () => 'Split the merged cells, and write the value into each of them that it is true of.',
  }),
  formulaUnsaved: defineError({
    code: 'FORMULA_UNSAVED',
    kind: 'missing',
    title: 'A formula without its value',
    when: 'A cell of a workbook has a formula, and the file holds no value of it: a program wrote the formula and did not work it out.',
    message: () => 'The value of this formula is not in the file',
    hint: () => 'Open the workbook in a spreadsheet program and save it, or write the value instead of the formula.',
  }),
  tooManyRows: defineError({
    code: 'TOO_MANY_ROWS',
    kind: 'invalid',
    title: 'A table has too many rows',
    when: 'A table has more than 500,000 rows.',
    message: ({ most }: { readonly most: number }) => `The table has more than ${most} rows`,
    hint: () =>
      'Check that it is the right file. Otherwise split the company into several territories, or remove history of earlier years.',
  }),
  tooManyColumns: defineError({
    code: 'TOO_MANY_COLUMNS',
    kind: 'invalid',
    title: 'A table has too many columns',
    when: 'A table has more than 200 columns.',
    message: ({ columns, most }: { readonly columns: number; readonly most: number }) =>
      `The table has ${columns} columns; ${most} are possible`,
    hint: () => 'Remove the columns that beatplan does not read.',
  }),
  moreFindings: defineError({
    code: 'MORE_FINDINGS',
    kind: 'invalid',
    title: 'There are more findings',
    when: 'An input has more than 100 findings. The others are counted and not listed.',
    message: ({ more }: { readonly more: number }) =>
      `There ${more === 1 ? 'is one more finding' : `are ${more} more findings`}, from here on`,
    hint: () => 'Correct those that are listed, then check again.',
  }),
  columnUnknown: defineError({
    code: 'COLUMN_UNKNOWN',
    kind: 'invalid',
    title: 'Unknown column',
    when: 'A table has a heading that is none of its columns.',
    message: () => 'There is no such column',
    hint: (unknown: UnknownName) => {
      const hint = `${suggestion(unknown)} A column is not read if its heading is in brackets`;
      // Where a similar column is meant, passing over this one would lead astray.
      return [...unknown.choices].length === 1
        ? `${hint}.`
        : `${hint}; --ignore-columns (ignoreColumns over HTTP) passes over all of them.`;
    },
  }),
  columnMissing: defineError({
    code: 'COLUMN_MISSING',
    kind: 'missing',
    title: 'A column is missing',
    when: 'A table does not have a column that it needs.',
    message: () => 'The column is missing',
    hint: ({ also, columns }: { readonly also: string; readonly columns: readonly string[] }) =>
      `Add it with this heading or with ${also}; the columns are ${columns.join(', ')}.`,
  }),
  columnTwice: defineError({
    code: 'COLUMN_TWICE',
    kind: 'conflict',
    title: 'Two columns mean the same',
    when: 'A table has the same heading twice, or two headings for one column.',
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
    hint: () => 'Put fields with commas into double quotes.',
  }),
  rowTooShort: defineError({
    code: 'ROW_TOO_SHORT',
    kind: 'invalid',
    title: 'A row has too few fields',
    when: 'A row of a CSV file has fewer fields than there are headings.',
    message: ({ fields, headings }: { readonly fields: number; readonly headings: number }) =>
      `The row has ${fields} fields for ${headings} headings`,
    hint: () => 'Add the missing commas; leave a field empty if it has no value.',
  }),
} as const;
