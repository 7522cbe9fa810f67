import { type Spread, medianOf, spreadOf } from '../report/spread.ts';
import type { TimedPlan, TracePoint } from './plan-timed.ts';

/** All runs of one case, held against a long one. */
export interface CaseRuns {
  readonly name: string;
  /** Cost of the long run. */
  readonly longCost: number;
  /** At least one. */
  readonly runs: readonly TimedPlan[];
}

/** One case summed up over its seeds. */
export interface CaseSummary {
  readonly name: string;
  readonly longCost: number;
  /** Cost ÷ cost of the long run − 1, in percent; below 0 where the long run was beaten. */
  readonly over: Spread;
  /** Most of any run. */
  readonly requiredUnserved: number;
  readonly optionalUnserved: Spread;
  readonly travelHours: Spread;
  /** Median seconds until the cost was within one percent of the long run; null when it is never so in half of the runs or more. */
  readonly settledAfter: number | null;
  /** Median; null where the search was too short to tell. */
  readonly stepsPerSecond: number | null;
  readonly searched: Spread;
  readonly elapsed: Spread;
}

/** How near to the long run counts as settled. */
const NEAR = 1.01;

/** Medians and spreads over the seeds of a case. */
export function summarizeCase({ name, longCost, runs }: CaseRuns): CaseSummary {
  const spread = (of: (run: TimedPlan) => number) => spreadOf(runs.map(of));
  const speeds = runs.map(({ stepsPerSecond }) => stepsPerSecond).filter((speed) => speed !== null);
  const settled = medianOf(runs.map(({ trace }) => settledAfter(trace, longCost) ?? Infinity));
  return {
    name,
    longCost,
    over: spread(({ cost }) => (cost / longCost - 1) * 100),
    requiredUnserved: Math.max(...runs.map(({ requiredUnserved }) => requiredUnserved)),
    optionalUnserved: spread(({ optionalUnserved }) => optionalUnserved),
    travelHours: spread(({ travelHours }) => travelHours),
    settledAfter: Number.isFinite(settled) ? settled : null,
    stepsPerSecond: speeds.length === 0 ? null : medianOf(speeds),
    searched: spread(({ searched }) => searched),
    elapsed: spread(({ elapsed }) => elapsed),
  };
}

/** Seconds until the cost was within one percent of the long run; null when it never was. */
export const settledAfter = (trace: readonly TracePoint[], longCost: number): number | null =>
  trace.find(({ cost }) => cost <= longCost * NEAR)?.seconds ?? null;

/** Summaries for `console.table`. */
export const caseRows = (summaries: readonly CaseSummary[]): readonly Readonly<Record<string, string | number>>[] =>
  summaries.map((one) => ({
    case: one.name,
    'long run': `${(one.longCost / 3600).toFixed(1)} h`,
    'over it %': `${one.over.median.toFixed(2)} (${one.over.least.toFixed(2)} … ${one.over.most.toFixed(2)})`,
    'required unserved': one.requiredUnserved,
    'optional unserved': one.optionalUnserved.median,
    'travel h': one.travelHours.median.toFixed(1),
    'within 1 % after': one.settledAfter === null ? 'never' : `${one.settledAfter.toFixed(1)} s`,
    'steps/s': one.stepsPerSecond === null ? '–' : Math.round(one.stepsPerSecond),
    'searched s': one.searched.median.toFixed(1),
    'in all s': one.elapsed.median.toFixed(1),
  }));
