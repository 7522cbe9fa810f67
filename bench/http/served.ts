import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** A service in a process of its own, as its users run it. */
export interface Served {
  readonly url: string;
  readonly child: ChildProcess;
  /** Figures since the last look. */
  readonly figures: () => Promise<Figures>;
}

/** Figures of the service itself. */
export interface Figures {
  /** Event-loop delay in milliseconds, its timer's ten included. */
  readonly p99: number;
  readonly most: number;
  readonly megabytes: number;
}

const Address = z.object({ url: z.string() });
const ENTRY = join(import.meta.dirname, '../../src/main-cli.ts');

/** Starts `beatplan serve` on a free port. */
export async function served(...flags: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, [ENTRY, 'serve', '--port', '0', '--json', '--log', 'warn', ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const { url } = Address.parse(JSON.parse(String(line)));
  return { url, child, figures: () => figuresOf(url) };
}

/** Figures since the last call. */
async function figuresOf(url: string): Promise<Figures> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
  return {
    p99: value('nodejs_eventloop_lag_p99_seconds') * 1000,
    most: value('nodejs_eventloop_lag_max_seconds') * 1000,
    megabytes: value('process_resident_memory_bytes') / 1e6,
  };
}

/** Asks the service to end, and gives its exit code. */
export async function ended({ child }: Served): Promise<number> {
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const [code] = await exit;
  return Number(code);
}
