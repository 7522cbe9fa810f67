import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

/** When, where and on what a benchmark ran. */
export interface RunStamp {
  readonly at: string;
  /** Null outside a checkout. */
  readonly commit: string | null;
  /** Whether the working tree differs from the commit. */
  readonly changed: boolean;
  readonly machine: { readonly cpu: string; readonly cores: number; readonly memoryGigabytes: number };
  readonly node: string;
}

/** The stamp of a run that starts now. */
export function runStamp(): RunStamp {
  return {
    at: Temporal.Now.instant().toString({ smallestUnit: 'second' }),
    commit: git('rev-parse', 'HEAD'),
    changed: (git('status', '--porcelain') ?? '') !== '',
    machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, memoryGigabytes: Math.round(totalmem() / 2 ** 30) },
    node: process.version,
  };
}

/** The stamp for people, in one line. */
export function stampLine({ at, commit, changed, machine, node }: RunStamp): string {
  const source = `${commit?.slice(0, 7) ?? 'no commit'}${changed ? ' with changes' : ''}`;
  return `${at} · ${source} · Node ${node} · ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGigabytes} GB`;
}

/** What git says; null where it has nothing to say. */
function git(...words: readonly string[]): string | null {
  try {
    return execFileSync('git', words, { cwd: import.meta.dirname, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    // Not a checkout, or no git: the figures are still worth having.
    return null;
  }
}
