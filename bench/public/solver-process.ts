import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

/**
 * A program that is called as `<command> FILE SECONDS SEED` and prints one JSON line: `best`, the distance;
 * `unserved`, the customers left out; `bad`, what is wrong with the solution, empty when nothing is.
 */
export interface Solver {
  readonly name: string;
  /** Program and first arguments. */
  readonly command: readonly string[];
}

/** One run of a solver. */
export interface SolverTask {
  readonly file: string;
  readonly seconds: number;
  readonly seed: number;
  /** The core it runs on, from 0; null where processes cannot be bound to one. */
  readonly core: number | null;
}

/** What a solver answered. A run with anything wrong, or anybody unserved, is invalid whatever it costs. */
export interface SolverRun {
  readonly seed: number;
  /** Null when there is no answer at all. */
  readonly best: number | null;
  readonly unserved: number;
  /** Empty when nothing is wrong. */
  readonly bad: string;
  /** Seconds from starting the process to its end. */
  readonly elapsed: number;
  /** Other output of the solver. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** The periodic VRP by this repository's search, in the Node that runs this. */
export const ownSolver: Solver = { name: 'beatplan', command: [process.execPath, join(import.meta.dirname, 'solve-pvrp.ts')] };

/** A set of public instances by this repository's search, in processor seconds. */
export const publicSolver = (set: string): Solver => ({
  name: 'beatplan',
  command: [process.execPath, join(import.meta.dirname, 'solve-public.ts'), set],
});

/** A rival by its command line, words apart by spaces. `node` is the Node that runs this, so that both have the same. */
export function rivalSolver(written: string): Solver {
  const [program = '', ...words] = written.trim().split(/\s+/);
  return { name: 'rival', command: [program === 'node' ? process.execPath : program, ...words] };
}

/** Whether `taskset` is there to bind a process to a core: Linux has it, macOS does not. */
export function canBindToCore(): boolean {
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    // That it cannot be started is the answer.
    return false;
  }
}

const answer = z.looseObject({ best: z.number(), unserved: z.int().nonnegative(), bad: z.string() });

const execute = promisify(execFile);

/** How long a run may take by the clock, in its seconds and on top: seconds of a processor take long on a busy machine. */
const PATIENCE = { times: 20, more: 60 };

/** Runs a solver once. A crash, silence or nonsense comes back as what is bad, with the last of what it said. */
export async function runSolver({ command }: Solver, { file, seconds, seed, core }: SolverTask): Promise<SolverRun> {
  const words = [...command, file, String(seconds), String(seed)];
  const [program = '', ...rest] = core === null ? words : ['taskset', '-c', String(core), ...words];
  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started) / 1000;
  try {
    const { stdout } = await execute(program, rest, { timeout: Math.round((PATIENCE.times * seconds + PATIENCE.more) * 1000) });
    const took = elapsed();
    const { best, unserved, bad, ...details } = answer.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
    return { seed, best, unserved, bad: bad.trim(), elapsed: took, details };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { seed, best: null, unserved: 0, bad: message.trim().slice(-500), elapsed: elapsed(), details: {} };
  }
}

/** Whether a run counts. */
export const isValid = ({ best, unserved, bad }: SolverRun): boolean => best !== null && unserved === 0 && bad === '';
