import { basename } from 'node:path';
import { pvrpProblem, verifyPvrp } from './pvrp-adapter.ts';
import { readPvrp } from './pvrp-instance.ts';
import { timedPace } from '../../src/engine/pool/timed-pace.ts';
import { solve } from '../../src/engine/search/solve.ts';

// FILE SECONDS SEED: solves one instance within so many seconds of wall clock, the start of the process included, and
// prints the JSON line that `Solver` describes. The distance is recomputed from the instance, in its own unit.

/** Milliseconds kept back for verifying, printing and ending the process. */
const FINISH = 60;

const [file = '', seconds = '', seed = ''] = process.argv.slice(2);
const instance = readPvrp(file, basename(file, '.txt'));
const problem = pvrpProblem(instance);
// The clock counts from the start of the process.
const began = performance.now();
const { pace } = timedPace(Number(seconds) * 1000 - FINISH, () => performance.now());
const { solution, endedAtWork } = solve(problem, { seed: Number(seed), pace, shouldStop: () => false, onProgress: () => {} });
const ended = performance.now();
const { distance, unserved, wrong } = verifyPvrp(instance, problem, solution);

console.log(
  JSON.stringify({
    best: distance,
    unserved,
    bad: wrong.join('; '),
    endedAtWork,
    stepsPerSecond: Math.round((endedAtWork * 1000) / (ended - began)),
    beganAt: Math.round(began) / 1000,
    endedAt: Math.round(ended) / 1000,
  }),
);
