/** Several measurements of one thing, in its unit. */
export interface Spread {
  readonly median: number;
  readonly mean: number;
  readonly least: number;
  readonly most: number;
}

/** The spread of at least one measurement. */
export function spreadOf(values: readonly number[]): Spread {
  return { median: medianOf(values), mean: meanOf(values), least: Math.min(...values), most: Math.max(...values) };
}

/** The mean; NaN of nothing. */
export const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The value in the middle, or the mean of the two there; NaN of nothing. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[half] ?? Number.NaN) : meanOf(sorted.slice(half - 1, half + 1));
}
