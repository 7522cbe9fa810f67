import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Target } from './caller.ts';

/** Memory at one moment. */
export interface MemorySample {
  /** Seconds since the start of the watch. */
  readonly at: number;
  /** Megabytes of the process that answers. */
  readonly main: number;
  /** Megabytes of all processes of the service; pages that they share count for each. */
  readonly all: number;
  readonly processes: number;
}

/** The service as its users start it. */
export interface ServiceUnderLoad {
  readonly target: Target;
  readonly child: ChildProcess;
  readonly isAlive: () => boolean;
  /** Watches the memory of all its processes. */
  readonly watch: (everySeconds: number) => MemoryWatch;
}

/** A watch over memory, until it is stopped. */
export interface MemoryWatch {
  readonly samples: readonly MemorySample[];
  readonly stop: () => void;
}

const Address = z.object({ url: z.string() });
const STARTER = join(import.meta.dirname, '../../bin/beatplan.mjs');
const TOKEN = 'hostile-load-token-0123456789';

/** Starts `beatplan serve` with a token on a free port of the loopback. */
export async function startService(...flags: readonly string[]): Promise<ServiceUnderLoad> {
  const child = spawn(process.execPath, [STARTER, 'serve', '--port', '0', '--json', '--log', 'error', ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, BEATPLAN_TOKEN: TOKEN },
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = await once(lines, 'line');
  // The log of the service: mistakes of the service, for whoever reads the run.
  lines.on('line', (entry) => console.error(entry.slice(0, 2000)));
  return {
    target: { url: Address.parse(JSON.parse(String(line))).url, token: TOKEN },
    child,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    watch: (everySeconds) => watchMemory(child, everySeconds),
  };
}

function watchMemory(child: ChildProcess, everySeconds: number): MemoryWatch {
  const samples: MemorySample[] = [];
  const begun = performance.now();
  const look = (): void => {
    const sizes = treeOf(child.pid ?? 0).map(megabytesOf);
    samples.push({
      at: Math.round((performance.now() - begun) / 1000),
      main: Math.round(sizes[0] ?? 0),
      all: Math.round(sizes.reduce((sum, size) => sum + size, 0)),
      processes: sizes.length,
    });
  };
  look();
  const timer = setInterval(look, everySeconds * 1000);
  return { samples, stop: () => clearInterval(timer) };
}

/** A process and everything below it. */
function treeOf(pid: number): readonly number[] {
  const children = textOf(`/proc/${pid}/task/${pid}/children`).trim();
  return [pid, ...(children === '' ? [] : children.split(' ').flatMap((child) => treeOf(Number(child))))];
}

const megabytesOf = (pid: number): number => Number(/^VmRSS:\s+(\d+) kB$/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended meanwhile.
    return '';
  }
}
