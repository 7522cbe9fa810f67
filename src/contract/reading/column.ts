/** A column of a table, and the field of a record that it fills. */
export interface Column {
  readonly heading: string;
  /** Other headings that mean this column, the usual Chinese one first. */
  readonly names: readonly string[];
  /** The field, and the field inside it where there is one: `location`, `lat`. */
  readonly path: readonly string[];
  /** Converts the cell to the value of the field. A cell that cannot be converted stays text, and the schema reports it. */
  readonly read?: (cell: string) => unknown;
  /** Whether the table must have the column. */
  readonly required?: boolean;
}

/** Converts a cell to a number. */
export const numberCell = (cell: string): unknown => (Number.isNaN(Number(cell)) ? cell : Number(cell));

/** Converts a cell of minutes to an ISO 8601 duration. */
export const minutesCell = (cell: string): unknown => (/^\d+(\.\d+)?$/.test(cell) ? `PT${Math.round(Number(cell) * 60)}S` : cell);

/** Converts a cell of several texts, separated by semicolons, to a list. */
export const listCell = (cell: string): unknown =>
  cell
    .split(/[;；]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');

const YES_OR_NO: Readonly<Record<string, boolean>> = { yes: true, true: true, 是: true, no: false, false: false, 否: false };

/** Converts a cell of yes or no to true or false. */
export const flagCell = (cell: string): unknown => YES_OR_NO[cell.toLowerCase()] ?? cell;
