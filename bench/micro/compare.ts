import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

/** Two checkouts to compare, and how long. */
export interface Comparison {
  /** The folders of the old and the new checkout. */
  readonly old: string;
  readonly now: string;
  readonly pairs: number;
  /** Milliseconds for each case. */
  readonly time: number;
  /** Names of subjects; none for all. */
  readonly only: readonly string[];
}

/** Time of a case in the new checkout ÷ that in the old one, over all pairs of runs. */
export interface Ratio {
  readonly case: string;
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Runs both checkouts by turns, each in a process of its own, and compares cases that both have. */
export function compare({ old, now, pairs, time, only }: Comparison): readonly Ratio[] {
  const ratios = new Map<string, number[]>();
  for (let pair = 0; pair < pairs; pair++) {
    const isOldFirst = pair % 2 === 0;
    const first = timesIn(isOldFirst ? old : now, time, only);
    const second = timesIn(isOldFirst ? now : old, time, only);
    const [before, after] = isOldFirst ? [first, second] : [second, first];
    for (const [name, microseconds] of Object.entries(before)) {
      const other = after[name];
      if (other !== undefined) ratios.set(name, [...(ratios.get(name) ?? []), other / microseconds]);
    }
  }
  return Array.from(ratios, ([name, all]) => {
    const sorted = all.toSorted((a, b) => a - b);
    return { case: name, median: middleOf(sorted), least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 };
  });
}

const middleOf = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? 0;

const times = z.record(z.string(), z.number());

/** Microseconds of processor time by case. */
function timesIn(folder: string, time: number, only: readonly string[]): Readonly<Record<string, number>> {
  const script = join(import.meta.dirname, 'time-cases.ts');
  const output = execFileSync(process.execPath, [script, folder, String(time), ...only], { cwd: folder, encoding: 'utf8' });
  return times.parse(JSON.parse(output));
}
