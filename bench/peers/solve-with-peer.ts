import { judgeRoutes } from '../public/judge-routes.ts';
import { readRouting, routingText } from '../public/read-routing.ts';
import { runDriver } from './run-driver.ts';

// PEER FILE SECONDS SEED: lets a peer solve an instance within so many processor seconds, on the core of this process, and prints
// the JSON line that `Solver` describes. The routes are judged here, from the instance alone.

const [peer = '', file = '', seconds = '', seed = ''] = process.argv.slice(2);
const instance = readRouting(file);
const call = { driver: `with_${peer}`, problem: routingText(instance), seconds: Number(seconds), seed: Number(seed) };
const { routes, seconds: used } = runDriver(call);
const { cost, unserved, wrong } = judgeRoutes(instance, routes);
console.log(JSON.stringify({ best: cost / instance.scale, unserved, bad: wrong.join('; '), processorSeconds: used }));
