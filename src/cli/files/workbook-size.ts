import { columnOf, lettersOf } from './cell-address.ts';
import { entriesOf } from './workbook-archive.ts';

/** The size of a workbook, as far as it says what reading takes. */
export interface WorkbookSize {
  /** Cells of the largest sheet: from the first to the last row and column with a value, the empty ones between them included. */
  readonly cells: number;
  /** The last row and column of that sheet, as a cell: `J200`. */
  readonly last: string;
}

/** The last row and column of any sheet in a spreadsheet program. */
const LAST = { row: 1_048_576, column: 16_384 } as const;

/**
 * Measures a workbook without building a single cell; null where its archive is damaged, or larger than any spreadsheet
 * program makes it. A few bytes may unpack to gigabytes, and a single cell at the end of a sheet makes all before it.
 */
export function sizeOfWorkbook(bytes: Uint8Array): WorkbookSize | null {
  try {
    let largest: WorkbookSize = { cells: 0, last: 'A1' };
    for (const { name, content } of entriesOf(bytes)) {
      const size = /worksheets\/[^/]*\.xml$/i.test(name) ? sizeOfSheet(content) : null;
      if (size !== null && size.cells > largest.cells) largest = size;
    }
    return largest;
  } catch {
    // Node throws at data that is cut off, damaged or longer than allowed, by several names.
    return null;
  }
}

/** Rows and cells by their addresses; a cell that is closed at once has no value. */
const ADDRESSED = /<(?:\w{1,20}:)?(?:row|c)\s[^<>]*?\br\s*=\s*["']([A-Z]*)(\d+)["'][^<>]*>/g;

/** Throws where an address lies beyond the end of any sheet. */
function sizeOfSheet(content: Buffer): WorkbookSize {
  let [rows, columns, wide, row, column] = [0, 0, 0, 0, 0];
  for (const [tag, letters = '', digits = ''] of content.toString('latin1').matchAll(ADDRESSED)) {
    const address = { row: Number(digits), column: columnOf(letters) };
    if (address.row > LAST.row || address.column > LAST.column) throw new RangeError('beyond the last cell');
    if (address.row !== row) column = 0;
    row = address.row;
    // Cells without a value take place as well while the sheet is read.
    wide += Math.max(0, address.column - column);
    column = Math.max(column, address.column);
    if (letters === '' || tag.endsWith('/>')) continue;
    rows = Math.max(rows, row);
    columns = Math.max(columns, address.column);
  }
  return { cells: Math.max(rows * columns, wide), last: `${lettersOf(Math.max(1, columns))}${Math.max(1, rows)}` };
}
