import type { PvrpEntry } from './pvrp-set.ts';
import type { InstanceRuns } from './pvrp-summary.ts';
import { type Turns, runInTurn } from './run-in-turn.ts';
import type { Solver } from './solver-process.ts';

/** What is compared, and on what footing. */
export interface Comparison extends Omit<Turns, 'entries' | 'solvers'> {
  readonly entries: readonly PvrpEntry[];
  readonly ours: Solver;
  /** Null to run ours alone. */
  readonly rival: Solver | null;
}

/** Runs both solvers on every instance and seed, turn about: see `runInTurn`. */
export async function runSideBySide(comparison: Comparison): Promise<readonly InstanceRuns[]> {
  const { entries, ours, rival } = comparison;
  const runs = await runInTurn({ ...comparison, solvers: rival === null ? [ours] : [ours, rival] });
  const runsOf = (entry: PvrpEntry, solver: Solver) =>
    runs.filter((one) => one.file === entry.file && one.solver === solver).map(({ run }) => run);
  return entries.map((entry) => ({
    name: entry.name,
    reference: entry.reference,
    ours: runsOf(entry, ours),
    rival: rival === null ? null : runsOf(entry, rival),
  }));
}
