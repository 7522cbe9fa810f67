import type { TurnRun } from '../public/run-in-turn.ts';
import { isValid } from '../public/solver-process.ts';
import { meanOf, medianOf } from '../report/spread.ts';

/** One instance, or several whose costs count together. */
export interface PeerCase {
  readonly name: string;
  readonly files: readonly string[];
  /** Null for the least cost of this run. */
  readonly reference: number | null;
}

/** What each solver reached on a case. */
export interface PeerCaseSummary {
  readonly name: string;
  readonly reference: number | null;
  /** By solver: gap of the median over the seeds to the reference in percent; null where a run is invalid. */
  readonly gaps: Readonly<Record<string, number | null>>;
}

/** Gaps of all solvers on a case. */
export function summarizeCase({ name, files, reference }: PeerCase, runs: readonly TurnRun[]): PeerCaseSummary {
  const own = runs.filter(({ file }) => files.includes(file));
  const medians = Array.from(
    Map.groupBy(own, ({ solver }) => solver.name),
    ([solver, theirs]) => {
      const costs = Map.groupBy(theirs, ({ run }) => run.seed).values();
      return [solver, medianOf([...costs].map(totalOf))] as const;
    },
  );
  const least = Math.min(...medians.map(([, cost]) => cost).filter((cost) => !Number.isNaN(cost)));
  const against = reference ?? least;
  const gapOf = (cost: number) => (Number.isNaN(cost) ? null : (cost / against - 1) * 100);
  return {
    name,
    reference: Number.isFinite(against) ? against : null,
    gaps: Object.fromEntries(medians.map(([solver, cost]) => [solver, gapOf(cost)])),
  };
}

/** Mean gaps by solver over the cases on which all solvers are valid, and on how many. */
export function meanGaps(cases: readonly PeerCaseSummary[]): { readonly counted: number; readonly gaps: Readonly<Record<string, number>> } {
  const counted = cases.filter(({ gaps }) => !Object.values(gaps).includes(null));
  const solvers = Object.keys(counted[0]?.gaps ?? {});
  const meanFor = (solver: string) => meanOf(counted.map(({ gaps }) => gaps[solver] ?? Number.NaN));
  return { counted: counted.length, gaps: Object.fromEntries(solvers.map((solver) => [solver, meanFor(solver)])) };
}

/** Cases and their mean for `console.table`. */
export function peerRows(cases: readonly PeerCaseSummary[]): readonly Readonly<Record<string, string | number>>[] {
  const { counted, gaps } = meanGaps(cases);
  const texts = (all: PeerCaseSummary['gaps']) =>
    Object.fromEntries(Object.entries(all).map(([solver, gap]) => [`${solver} %`, gap === null ? 'invalid' : gap.toFixed(3)]));
  return [
    ...cases.map(({ name, reference, gaps: own }) => ({ case: name, reference: reference ?? '–', ...texts(own) })),
    { case: `mean of ${counted}`, reference: '', ...texts(gaps) },
  ];
}

/** Why runs are invalid, in sentences. */
export const peerFaults = (runs: readonly TurnRun[]): readonly string[] =>
  runs
    .filter(({ run }) => !isValid(run))
    .map(({ file, solver, run }) => `${file}, ${solver.name}, seed ${run.seed}: ${run.bad || `${run.unserved} unserved`}`);

/** NaN where a run is invalid. */
const totalOf = (runs: readonly TurnRun[]): number =>
  runs.reduce((sum, { run }) => sum + (isValid(run) && run.best !== null ? run.best : Number.NaN), 0);
