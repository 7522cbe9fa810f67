/** A column of a table, and the field of the document that it fills. */
export interface Column {
  readonly heading: string;
  /** What planners call it besides, the usual name in Chinese first. */
  readonly names: readonly string[];
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

const WORDS: Readonly<Record<string, boolean>> = { yes: true, true: true, 是: true, no: false, false: false, 否: false };

/** A cell that says yes or no. */
export const flagCell = (cell: string): unknown => WORDS[cell.toLowerCase()] ?? cell;
