import type { PvrpEntry } from './pvrp-set.ts';
import { type Solver, type SolverRun, type SolverTask, runSolver } from './solver-process.ts';

/** What is compared, and on what footing. */
export interface Turns {
  readonly entries: readonly Pick<PvrpEntry, 'name' | 'file'>[];
  readonly seeds: readonly number[];
  /** Budget of each run, as its solver counts it. */
  readonly seconds: number;
  /** Cores from 0, each busy with one run at a time; a lone null where processes cannot be bound. */
  readonly cores: readonly (number | null)[];
  readonly solvers: readonly Solver[];
  readonly onRun: (solver: Solver, task: SolverTask, run: SolverRun) => void;
}

/** One run of one solver on one instance. */
export interface TurnRun {
  readonly file: string;
  readonly solver: Solver;
  readonly run: SolverRun;
}

/**
 * Runs all solvers on every instance and seed, one right after the other on the same core, each time from another one on: a
 * machine that is slower for a while is so for all, and none always finds what another one warmed.
 */
export async function runInTurn({ entries, seeds, seconds, cores, solvers, onRun }: Turns): Promise<readonly TurnRun[]> {
  const rounds = seeds
    .flatMap((seed) => entries.map(({ file }, index) => ({ file, seed, first: (seed + index) % solvers.length })))
    .values();
  const runs: TurnRun[] = [];
  // Each core takes the next round when it is done with its last.
  const work = async (core: number | null) => {
    for (const { file, seed, first } of rounds) {
      for (const solver of [...solvers.slice(first), ...solvers.slice(0, first)]) {
        const task = { file, seconds, seed, core };
        const run = await runSolver(solver, task);
        onRun(solver, task, run);
        runs.push({ file, solver, run });
      }
    }
  };
  await Promise.all(cores.map(work));
  return runs.toSorted((a, b) => a.run.seed - b.run.seed);
}
