import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PEERS, hasPeers, peerSolver } from '../../../bench/peers/peers.ts';
import { readSolomon } from '../../../bench/public/read-solomon.ts';
import { routingText } from '../../../bench/public/read-routing.ts';
import { publicSolver, runSolver } from '../../../bench/public/solver-process.ts';
import { TINY_CVRP, TINY_PCVRPTW, TINY_SOLOMON } from '../public/tiny-routing.ts';
import { folderWith } from '../temporary-folder.ts';

const duration = { ...readSolomon(TINY_SOLOMON), objective: 'duration', vehicles: 3, scale: 1 } as const;
const folder = folderWith({
  'windows.txt': TINY_SOLOMON,
  'loads.vrp': TINY_CVRP,
  'prizes.vrp': TINY_PCVRPTW,
  'core.json': routingText(duration),
});

/** The least costs. By duration: the customers at -5 and 4 on one route, back at 250 with two services of 10, and 60 for the other. */
const least = { 'windows.txt': 18, 'loads.vrp': 18, 'prizes.vrp': 170, 'core.json': 290 } as const;

/** VROOM knows no prizes, so it serves everybody, and counts no waiting, so any route of its least distance will do. */
const isBeyondVroom = (file: string) => file === 'prizes.vrp' || file === 'core.json';

describe('ours, called like a peer', () => {
  it.each(Object.entries(least))('%s costs %d', async (file, best) => {
    const run = await runSolver(publicSolver('any'), { file: join(folder, file), seconds: 0.3, seed: 1, core: null });
    expect(run).toMatchObject({ best, unserved: 0, bad: '' });
  });
});

describe.runIf(hasPeers())('solvers in Python', () => {
  it.each(PEERS)('%s finds the best routes, and our checker judges them', { timeout: 60_000 }, async (peer) => {
    for (const [file, best] of Object.entries(least)) {
      const run = await runSolver(peerSolver(peer), { file: join(folder, file), seconds: 0.3, seed: 1, core: null });
      expect(run).toMatchObject({ unserved: 0, bad: '' });
      if (peer !== 'vroom' || !isBeyondVroom(file)) expect(run.best).toBe(best);
    }
  });
});
