import type { PvrpEntry } from './pvrp-set.ts';
import type { InstanceRuns } from './pvrp-summary.ts';
import { type Solver, type SolverRun, type SolverTask, runSolver } from './solver-process.ts';

/** What is compared, and on what footing. */
export interface Comparison {
  readonly entries: readonly PvrpEntry[];
  readonly seeds: readonly number[];
  readonly seconds: number;
  /** Cores from 0, each busy with one run at a time; a lone null where processes cannot be bound. */
  readonly cores: readonly (number | null)[];
  readonly ours: Solver;
  /** Null to run ours alone. */
  readonly rival: Solver | null;
  readonly onRun: (solver: Solver, task: SolverTask, run: SolverRun) => void;
}

/**
 * Runs both solvers on every instance and seed, one right after the other on the same core, turn about: a machine
 * that is slower for a while is so for both, and neither always finds what the other warmed.
 */
export async function runSideBySide(comparison: Comparison): Promise<readonly InstanceRuns[]> {
  const { entries, seeds, cores, ours, rival } = comparison;
  const solvers = rival === null ? [ours] : [ours, rival];
  const pairs = seeds.flatMap((seed) => entries.map((entry, index) => ({ entry, seed, turn: (seed + index) % 2 }))).values();
  const runs: { readonly entry: PvrpEntry; readonly solver: Solver; readonly run: SolverRun }[] = [];
  // Each core takes the next pair when it is done with its last.
  const work = async (core: number | null) => {
    for (const { entry, seed, turn } of pairs) {
      for (const solver of turn === 0 ? solvers : solvers.toReversed()) {
        const task = { file: entry.file, seconds: comparison.seconds, seed, core };
        const run = await runSolver(solver, task);
        comparison.onRun(solver, task, run);
        runs.push({ entry, solver, run });
      }
    }
  };
  await Promise.all(cores.map(work));
  const runsOf = (entry: PvrpEntry, solver: Solver) =>
    runs.flatMap((one) => (one.entry === entry && one.solver === solver ? [one.run] : [])).toSorted((a, b) => a.seed - b.seed);
  return entries.map((entry) => ({
    name: entry.name,
    reference: entry.reference,
    ours: runsOf(entry, ours),
    rival: rival === null ? null : runsOf(entry, rival),
  }));
}
