import { type Spread, spreadOf } from '../report/spread.ts';
import type { References } from './references.ts';

/** The cost of one run of a case. */
export interface CurveRun {
  readonly name: string;
  readonly seconds: number;
  readonly seed: number;
  readonly cost: number;
  readonly requiredUnserved: number;
}

/** A case after so many processor seconds. */
export interface CurvePoint {
  readonly name: string;
  readonly seconds: number;
  readonly cost: Spread;
  /** Cost over that of the reference in percent, or over the least cost of the curve where there is no reference. */
  readonly over: Spread;
  /** Most of any run. */
  readonly requiredUnserved: number;
}

/** The points of all curves, case by case, each with the spread of its seeds. */
export function curvePoints(runs: readonly CurveRun[], references: References): readonly CurvePoint[] {
  return [...Map.groupBy(runs, ({ name }) => name)].flatMap(([name, own]) => {
    const least = references[name]?.cost ?? Math.min(...own.map(({ cost }) => cost));
    return [...Map.groupBy(own, ({ seconds }) => seconds)].map(([seconds, at]) => ({
      name,
      seconds,
      cost: spreadOf(at.map(({ cost }) => cost)),
      over: spreadOf(at.map(({ cost }) => (cost / least - 1) * 100)),
      requiredUnserved: Math.max(...at.map(({ requiredUnserved }) => requiredUnserved)),
    }));
  });
}

/** One row for each case, one column for each point, for `console.table`. */
export function curveRows(points: readonly CurvePoint[], references: References): readonly Readonly<Record<string, string | number>>[] {
  return Array.from(
    Map.groupBy(points, ({ name }) => name),
    ([name, own]) => ({
      case: name,
      reference: references[name]?.cost ?? '–',
      ...Object.fromEntries(own.map(({ seconds, over }) => [`${seconds} s`, overText(over)])),
      'required unserved': own.at(-1)?.requiredUnserved ?? 0,
    }),
  );
}

const overText = ({ median, least, most }: Spread): string =>
  least === most ? median.toFixed(2) : `${median.toFixed(2)} (${least.toFixed(2)} … ${most.toFixed(2)})`;
