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

/** A decimal number in digits. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** Converts a cell to a number. */
export function numberCell(cell: string): unknown {
  const written = cell.normalize('NFKC').replaceAll('\u2212', '-').trim();
  return NUMBER.test(written) ? Number(written) : cell;
}

const MINUTES = /^(\d+(?:\.\d+)?) ?(?:min|mins|minutes|分|分钟)?\.?$/i;
/** A duration as spreadsheets save it: hours, minutes and perhaps seconds. */
const HOURS_AND_MINUTES = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/;

/** Converts a cell of minutes to an ISO 8601 duration. */
export function minutesCell(cell: string): unknown {
  const written = cell.normalize('NFKC').trim();
  const [, minutes] = MINUTES.exec(written) ?? [];
  if (minutes !== undefined) return `PT${Math.round(Number(minutes) * 60)}S`;
  const [, h, m = '0', s = '0'] = HOURS_AND_MINUTES.exec(written) ?? [];
  return h === undefined ? cell : `PT${Number(h) * 3600 + Number(m) * 60 + Number(s)}S`;
}

/** Converts a cell of several texts, separated by semicolons, to a list. */
export const listCell = (cell: string): unknown =>
  cell
    .split(/[;；]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');

const YES_OR_NO: Readonly<Record<string, boolean>> = { yes: true, true: true, 是: true, no: false, false: false, 否: false };

/** Converts a cell of yes or no to true or false. */
export const flagCell = (cell: string): unknown => YES_OR_NO[cell.toLowerCase()] ?? cell;
