import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { judgeRoutes } from '../public/judge-routes.ts';
import { readRouting, routingText } from '../public/read-routing.ts';
import { PEER_PYTHON } from './peers.ts';

// PEER FILE SECONDS SEED: lets a peer solve an instance within so many processor seconds, on the core of this process, and prints
// the JSON line that `Solver` describes. The routes are judged here, from the instance alone.

const [peer = '', file = '', seconds = '', seed = ''] = process.argv.slice(2);
const answer = z.object({ routes: z.array(z.array(z.int())), seconds: z.number() });

const instance = readRouting(file);
const folder = mkdtempSync(join(tmpdir(), 'beatplan-peer-'));
try {
  const problem = join(folder, 'problem.json');
  writeFileSync(problem, routingText(instance));
  const driver = join(import.meta.dirname, 'drivers', `with_${peer}.py`);
  const written = execFileSync(PEER_PYTHON, [driver, problem, seconds, seed], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const { routes, seconds: used } = answer.parse(JSON.parse(written.trim().split('\n').at(-1) ?? ''));
  const { cost, unserved, wrong } = judgeRoutes(instance, routes);
  console.log(JSON.stringify({ best: cost / instance.scale, unserved, bad: wrong.join('; '), processorSeconds: used }));
} finally {
  rmSync(folder, { recursive: true });
}
