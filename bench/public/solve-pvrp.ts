import { basename } from 'node:path';
import { timedPace } from '../../src/engine/pool/timed-pace.ts';
import { solve } from '../../src/engine/search/solve.ts';
import { pvrpProblem, verifyPvrp } from './pvrp-adapter.ts';
import { readPvrp } from './pvrp-instance.ts';

// FILE SECONDS SEED: reads an instance, searches for so many seconds of wall clock, and prints the JSON line that
// `Solver` describes. The distance is recomputed from the instance, in its own unit.

const [file = '', seconds = '', seed = ''] = process.argv.slice(2);
const instance = readPvrp(file, basename(file, '.txt'));
// Preparing the problem is part of the search, as it is for any rival that is called like this.
const began = performance.now();
const problem = pvrpProblem(instance);
const { pace } = timedPace(began + Number(seconds) * 1000, () => performance.now());
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
