import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { PEER_PYTHON } from './peers.ts';

const answer = z.object({ routes: z.array(z.array(z.int())), seconds: z.number() });

/** What a driver is called with. */
export interface DriverCall {
  /** The driver's file without its ending. */
  readonly driver: string;
  /** The problem as JSON. */
  readonly problem: string;
  readonly seconds: number;
  readonly seed: number;
}

/** The routes that a driver found, and the processor seconds that it used. */
export type DriverAnswer = Readonly<z.infer<typeof answer>>;

/** Runs a driver in Python, on the core of this process. */
export function runDriver({ driver, problem, seconds, seed }: DriverCall): DriverAnswer {
  const folder = mkdtempSync(join(tmpdir(), 'beatplan-peer-'));
  try {
    const file = join(folder, 'problem.json');
    writeFileSync(file, problem);
    const words = [join(import.meta.dirname, 'drivers', `${driver}.py`), file, String(seconds), String(seed)];
    const written = execFileSync(PEER_PYTHON, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 26 });
    return answer.parse(JSON.parse(written.trim().split('\n').at(-1) ?? ''));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
