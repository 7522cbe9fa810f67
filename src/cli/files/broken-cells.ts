import { brokenCells } from '../../contract/reading/broken-cells.ts';
import { columnOf } from './cell-address.ts';
import { entriesOf } from './workbook-archive.ts';

/** The rows of a sheet as its reader gives them. */
type Rows = readonly (readonly unknown[])[];

/** A cell that the reader of workbooks takes for empty though it is not; rows and columns count from 0. */
interface BrokenCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** For a part of a merge: its first cell. */
  readonly first?: { readonly row: number; readonly column: number };
}

/** The broken cells of each sheet, in the order of the sheets. */
export function brokenCellsOf(bytes: Uint8Array): readonly (readonly BrokenCell[])[] {
  const texts = new Map<string, string>();
  for (const { name, content } of entriesOf(bytes)) {
    if (/\.(?:xml|rels)$/i.test(name) && !/sharedStrings|styles|theme/i.test(name))
      texts.set(name.replace(/^\//, ''), content.toString('utf8'));
  }
  return sheetFiles(texts).map((file) => brokenCellsIn(texts.get(file) ?? ''));
}

/** The names of the sheets' files, in the order of the sheets. */
function sheetFiles(texts: ReadonlyMap<string, string>): readonly string[] {
  const book = texts.get('xl/workbook.xml') ?? '';
  const relations = texts.get('xl/_rels/workbook.xml.rels') ?? '';
  const targets = new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/g)].map(([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
  );
  return [...book.matchAll(/<(?:\w+:)?sheet\s[^<>]*>/g)].map(([tag]) => {
    const target = targets.get(attribute(tag, '\\w+:id')) ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  });
}

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? '';

/** A cell with something in it. */
const CELL = /<(?:\w{1,20}:)?c(\s[^<>]*)(?<!\/)>(.*?)<\/(?:\w{1,20}:)?c>/gs;
const FORMULA = /<(?:\w{1,20}:)?f[\s/>]/;
const VALUE = /<(?:\w{1,20}:)?v(?:\s[^<>]*)?>([^<]*)</;
const MERGED = /<(?:\w{1,20}:)?mergeCell\s[^<>]*?ref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/g;
/** More cells of one merge are not listed: the first ones are enough to find it. */
const MOST_OF_A_MERGE = 200;

function brokenCellsIn(sheet: string): readonly BrokenCell[] {
  const broken: BrokenCell[] = [];
  if (/\st\s*=\s*["']e["']/.test(sheet) || FORMULA.test(sheet)) {
    for (const [, tag = '', content = ''] of sheet.matchAll(CELL)) {
      const text = brokenText(attribute(tag, 't'), content);
      const [, letters = '', digits = ''] = /\sr\s*=\s*["']([A-Z]{1,3})(\d+)["']/.exec(tag) ?? [];
      if (text !== null && letters !== '') broken.push({ row: Number(digits) - 1, column: columnOf(letters) - 1, text });
    }
  }
  for (const [, left = '', top = '', right = '', bottom = ''] of sheet.matchAll(MERGED)) {
    broken.push(...mergedCells({ left: columnOf(left), top: Number(top), right: columnOf(right), bottom: Number(bottom) }));
  }
  return broken;
}

/** What stands in a cell for a value that it does not have; null for any other cell. */
function brokenText(type: string, content: string): string | null {
  const value = VALUE.exec(content)?.[1];
  if (type === 'e') return value === undefined || value === '' ? '#ERROR!' : value;
  if (!FORMULA.test(content)) return null;
  // A formula whose value is an empty text is right.
  return value === undefined || (value === '' && type !== 'str') ? brokenCells.unsaved : null;
}

interface Range {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The cells of a merge but for its first one, the only one with a value. Headings may be merged. */
function mergedCells({ left, top, right, bottom }: Range): readonly BrokenCell[] {
  const cells: BrokenCell[] = [];
  const first = { row: top - 1, column: left - 1 };
  for (let row = Math.max(2, top); row <= bottom && cells.length < MOST_OF_A_MERGE; row++) {
    for (let column = left; column <= right && cells.length < MOST_OF_A_MERGE; column++) {
      if (row !== top || column !== left) cells.push({ row: row - 1, column: column - 1, text: brokenCells.merged, first });
    }
  }
  return cells;
}

const isEmpty = (cell: unknown) => cell === undefined || cell === null || cell === '';

/** Rows with a text in each broken cell. A merge without any value is left empty. */
export function withBrokenCells(rows: Rows, broken: readonly BrokenCell[]): Rows {
  if (broken.length === 0) return rows;
  const marked = rows.map((row) => [...row]);
  const width = rows[0]?.length ?? 0;
  for (const { row, column, text, first } of broken) {
    // A merge without a value, or beyond the last row or column with one, is only a matter of looks.
    if (first !== undefined && (row >= rows.length || column >= width || isEmpty(rows[first.row]?.[first.column]))) continue;
    while (marked.length <= row) marked.push([]);
    const cells = marked[row] ?? [];
    while (cells.length <= column) cells.push(null);
    cells[column] ??= text;
  }
  const widest = marked.reduce((most, { length }) => Math.max(most, length), 0);
  return marked.map((cells) => [...cells, ...Array.from({ length: widest - cells.length }, () => null)]);
}
