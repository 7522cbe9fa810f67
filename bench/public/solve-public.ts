import { basename } from 'node:path';
import { judgeRoutes } from './judge-routes.ts';
import { pvrpProblem, verifyPvrp } from './pvrp-adapter.ts';
import { readPvrp } from './pvrp-instance.ts';
import { readRouting } from './read-routing.ts';
import { routesOf, routingProblem } from './routing-adapter.ts';
import { processorTime, searchFor } from './search-for.ts';

// SET FILE SECONDS SEED: reads an instance, prepares and searches it for so many processor seconds, and prints the JSON
// line that `Solver` describes. The cost is recomputed from the instance, in the unit of published values.

const [set = '', file = '', seconds = '', seed = ''] = process.argv.slice(2);
const answer = set === 'pvrp' ? solvePvrp() : solveRouting();
console.log(JSON.stringify(answer));

function solvePvrp() {
  const instance = readPvrp(file, basename(file, '.txt'));
  const began = processorTime();
  const problem = pvrpProblem(instance);
  const { solution, steps, seconds: used } = search(problem, began);
  const { distance, unserved, wrong } = verifyPvrp(instance, problem, solution);
  return { best: distance, unserved, bad: wrong.join('; '), steps, processorSeconds: used };
}

function solveRouting() {
  const instance = readRouting(file);
  const began = processorTime();
  const problem = routingProblem(instance);
  const { solution, steps, seconds: used } = search(problem, began);
  const { cost, unserved, wrong } = judgeRoutes(instance, routesOf(problem, solution));
  return { best: cost / instance.scale, unserved, bad: wrong.join('; '), steps, processorSeconds: used };
}

/** Searches for what is left of the budget. */
function search(problem: Parameters<typeof searchFor>[0], began: number) {
  const spent = (processorTime() - began) / 1000;
  return searchFor(problem, { seconds: Number(seconds) - spent, seed: Number(seed) });
}
