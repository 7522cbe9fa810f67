import { assert } from '../../src/kernel/assert.ts';
import { curveCases } from '../curves/curve-cases.ts';
import { planFor } from '../curves/plan-for.ts';
import { fullProblem, solutionOf } from './full-problem.ts';
import { runDriver } from './run-driver.ts';

// PEER CASE SECONDS SEED: lets a peer plan a case as far as it can express it, and prints the JSON line that `Solver` describes.
// The cost is that of our audit, with all rules that the peer does not know.

const [peer = '', name = '', seconds = '', seed = ''] = process.argv.slice(2);
const one = curveCases.find((curveCase) => curveCase.name === name);
assert(one !== undefined, 'A case is named.', { name });
const task = { seconds: Number(seconds), seed: Number(seed) };
const { cost, ...details } = await planFor(await one.territory(), one.horizon, task, (problem, part) => {
  const call = { driver: `full_with_${peer}`, problem: JSON.stringify(fullProblem(problem)), ...part };
  const { routes, seconds: used } = runDriver(call);
  return { solution: solutionOf(problem, routes), steps: 0, seconds: used };
});
console.log(JSON.stringify({ best: cost, unserved: 0, bad: '', ...details }));
