import type { Problem } from '../problem/layout.ts';

/** When rows end, as functions of the arrival at a position: see `Ends`. */
export interface RowEnds {
  /** [2r] the functions of a row, position after position. */
  readonly functions: Int32Array<ArrayBuffer>[];
  /** [2r] the lowest position whose functions are built. */
  readonly builtTo: Int32Array;
}

interface RowsWithEnds {
  readonly problem: Problem;
  readonly ends: RowEnds;
  readonly length: Int32Array;
}

/** Most pieces of one function; a row that would need more is walked. */
export const MOST_PIECES = 8;
/** Numbers of a function: how many pieces, then latest arrival and floor of each. */
export const FUNCTION = 1 + 2 * MOST_PIECES;

/** Numbers of one position: seconds from the arrival to the end without breaks, then a function for each two numbers of breaks. */
export const endsPerPosition = ({ breaks }: Problem): number => 1 + (breaks.most + 1) ** 2 * FUNCTION;

/** The ends of rows, none built yet. */
export const emptyEnds = (rowCount: number): RowEnds => ({
  functions: Array.from({ length: rowCount }, () => new Int32Array(0)),
  builtTo: new Int32Array(rowCount),
});

/** Forgets the ends of a row. */
export function forgetEnds({ ends, length }: RowsWithEnds, row: number): void {
  ends.builtTo[row] = length[row] + 2;
}

/** Keeps the ends of a row for the stops after one that came in at a position. */
export function shiftEnds({ problem, ends, length }: RowsWithEnds, row: number, position: number): void {
  const { functions, builtTo } = ends;
  const size = endsPerPosition(problem);
  const home = length[row] + 1;
  const kept = Math.max(builtTo[row], position) + 1;
  builtTo[row] = kept;
  if (kept > home) return;
  const numbers = roomForEnds(functions, row, (home + 1) * size);
  numbers.copyWithin(kept * size, (kept - 1) * size, home * size);
}

/** The numbers of a row, as many as are needed. */
export function roomForEnds(functions: Int32Array<ArrayBuffer>[], row: number, size: number): Int32Array<ArrayBuffer> {
  const numbers = functions[row];
  if (numbers.length >= size) return numbers;
  const longer = new Int32Array(size * 2);
  longer.set(numbers);
  functions[row] = longer;
  return longer;
}
