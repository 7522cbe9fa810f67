import type { Problem } from '../problem/layout.ts';

/** Figures of a row that depend on its stops, not on their order. */
export interface RowContent {
  /** [2r] stops that are visits, not duties. */
  readonly visitCount: Int32Array;
  /** [2r] prices of visits on the slot, of its opening and of further lines. */
  readonly price: Float64Array;
  /** [2r, k] amounts. */
  readonly amounts: Int32Array;
  /** [2r, line] visits on a line; [2r] number of lines. */
  readonly onLine: Int32Array;
  readonly lineCount: Int32Array;
}

/** The content of rows without stops. */
export const emptyContent = ({ amounts, lines }: Problem, rowCount: number): RowContent => ({
  visitCount: new Int32Array(rowCount),
  price: new Float64Array(rowCount),
  amounts: new Int32Array(rowCount * amounts.count),
  onLine: new Int32Array(rowCount * lines.count),
  lineCount: new Int32Array(rowCount),
});

interface ContentOfProblem {
  readonly problem: Problem;
  readonly content: RowContent;
}

/** Forgets all stops of a row. */
export function clearContent({ problem: { amounts, lines }, content }: ContentOfProblem, row: number): void {
  content.visitCount[row] = 0;
  content.price[row] = 0;
  for (let k = 0; k < amounts.count; k++) content.amounts[row * amounts.count + k] = 0;
  for (let l = 0; l < lines.count; l++) content.onLine[row * lines.count + l] = 0;
  content.lineCount[row] = 0;
}

/** Makes the content of one row that of another. */
export function copyContent({ problem: { amounts, lines }, content }: ContentOfProblem, from: number, to: number): void {
  content.visitCount[to] = content.visitCount[from];
  content.price[to] = content.price[from];
  for (let k = 0; k < amounts.count; k++) content.amounts[to * amounts.count + k] = content.amounts[from * amounts.count + k];
  for (let l = 0; l < lines.count; l++) content.onLine[to * lines.count + l] = content.onLine[from * lines.count + l];
  content.lineCount[to] = content.lineCount[from];
}

/** Adds a stop of a series to a row of slot r: its amounts, its line, its price there. */
export function addToContent({ problem, content }: ContentOfProblem, row: number, r: number, s: number): void {
  const { amounts, series, slots, lines } = problem;
  content.price[row] += series.slotPrice[series.pricesFrom[s] + r];
  if (s < series.firstDuty && content.visitCount[row]++ === 0) content.price[row] += slots.openingPrice[r];
  for (let k = 0; k < amounts.count; k++) content.amounts[row * amounts.count + k] += amounts.perVisit[k * series.count + s];
  if (series.line[s] < 0 || content.onLine[row * lines.count + series.line[s]]++ > 0) return;
  if (content.lineCount[row]++ > 0) content.price[row] += lines.price;
}

/** Seconds by which a row's visits raise limits of the end, however many a limit takes. */
export function easeOfRow({ problem, content }: ContentOfProblem, row: number): number {
  const { amount } = problem.prices.easedEnds;
  return amount < 0 ? 0 : content.amounts[row * problem.amounts.count + amount];
}

/** What a visit of a series adds to that. */
export function easeOfSeries({ prices, amounts, series }: Problem, s: number): number {
  const { amount } = prices.easedEnds;
  return amount < 0 ? 0 : amounts.perVisit[amount * series.count + s];
}
