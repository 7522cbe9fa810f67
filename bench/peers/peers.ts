import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Solver } from '../public/solver-process.ts';

/** Solvers that ours is compared with, by the names of their drivers. */
export const PEERS = ['pyvrp', 'ortools', 'vroom'] as const;
/** One of the peers. */
export type PeerName = (typeof PEERS)[number];

/** The Python of the virtual environment that `npm run peers:install` makes. */
export const PEER_PYTHON = join(import.meta.dirname, '.venv/bin/python');

/** Whether the peers are installed. */
export const hasPeers = (): boolean => existsSync(PEER_PYTHON);

/** A peer as a solver: called like ours, judged by the same checker. */
export const peerSolver = (peer: PeerName): Solver => ({
  name: peer,
  command: [process.execPath, join(import.meta.dirname, 'solve-with-peer.ts'), peer],
});

/** A peer that plans whole weeks, called by the name of a case. */
export const fullPeerSolver = (peer: 'pyvrp'): Solver => ({
  name: peer,
  command: [process.execPath, join(import.meta.dirname, 'solve-full-with-peer.ts'), peer],
});
