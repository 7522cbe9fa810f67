import { assert } from '../../src/kernel/assert.ts';
import { curveCases } from './curve-cases.ts';
import { planFor } from './plan-for.ts';

// CASE SECONDS SEED: plans a case with so many processor seconds of search and prints the JSON line that `Solver` describes.

const [name = '', seconds = '', seed = ''] = process.argv.slice(2);
const one = curveCases.find((curveCase) => curveCase.name === name);
assert(one !== undefined, 'A case is named.', { name });
const { cost, ...details } = await planFor(await one.territory(), one.horizon, { seconds: Number(seconds), seed: Number(seed) });
console.log(JSON.stringify({ best: cost, unserved: 0, bad: '', ...details }));
