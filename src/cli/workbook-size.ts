import { inflateRawSync } from 'node:zlib';

/** The size of a workbook, as far as it says what reading takes. */
export interface WorkbookSize {
  /** Cells of the largest sheet: from the first to the last row and column with a value, the empty ones between them included. */
  readonly cells: number;
  /** The last row and column of that sheet, as a cell: `J200`. */
  readonly last: string;
}

/** The most bytes of a workbook once it is unpacked: a sheet of 500,000 rows has 200 MB. */
const MOST_UNPACKED = 400_000_000;
/** The last row and column of any sheet in a spreadsheet program. */
const LAST = { row: 1_048_576, column: 16_384 } as const;
/** Letters of the last column, `XFD`. */
const LAST_LETTERS = 3;

const ENTRY = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;

/**
 * Measures a workbook without building a single cell; null where its archive is damaged, or larger than any spreadsheet
 * program makes it. A few bytes may unpack to gigabytes, and a single cell at the end of a sheet makes all before it.
 */
export function sizeOfWorkbook(bytes: Uint8Array): WorkbookSize | null {
  try {
    let left = MOST_UNPACKED;
    let largest: WorkbookSize = { cells: 0, last: 'A1' };
    for (const { name, content } of entriesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), () => left)) {
      left -= content.length;
      const size = /worksheets\/[^/]*\.xml$/i.test(name) ? sizeOfSheet(content) : null;
      if (size !== null && size.cells > largest.cells) largest = size;
    }
    return largest;
  } catch {
    // Node throws at data that is cut off, damaged or longer than allowed, by several names.
    return null;
  }
}

/** The files in an archive, one unpacked at a time; throws where one is longer than `most`. */
function* entriesOf(archive: Buffer, most: () => number): Generator<{ readonly name: string; readonly content: Buffer }> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || archive.readUInt32LE(end) !== END) throw new RangeError('no end of an archive');
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== ENTRY) throw new RangeError('no entry of an archive');
    const [nameLength, extra, comment] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32)];
    const name = archive.toString('latin1', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    const content = archive.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(packed, { maxOutputLength: Math.max(1, most()) }) : packed;
    yield { name, content };
    at += 46 + nameLength + extra + comment;
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

/** `A` is 1, `AA` is 27. */
const columnOf = (letters: string): number =>
  letters.length > LAST_LETTERS ? Infinity : letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const lettersOf = (column: number): string =>
  column <= 0 ? '' : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
