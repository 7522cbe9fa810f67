import type { TaskResult } from 'tinybench';
import { assert } from '../../src/kernel/assert.ts';
import type { MicroCase } from './micro-case.ts';

/** How fast a case is. */
export interface Speed {
  readonly subject: string;
  readonly name: string;
  readonly unit: string;
  /** Units a second, from the median call: a call that the machine interrupted does not show. */
  readonly perSecond: number;
  /** Margin of error of the mean at 95 %, in percent of it. */
  readonly margin: number;
  readonly calls: number;
}

/** The speed of a case from what was measured. */
export function speedOf(subject: string, { name, unit, perCall }: MicroCase, result: TaskResult | undefined): Speed {
  assert(result?.state === 'completed', 'A case runs to its end.', { subject, name, state: result?.state ?? 'none' });
  const { p50, rme, samplesCount } = result.latency;
  return { subject, name, unit, perSecond: (perCall * 1000) / p50, margin: rme, calls: samplesCount };
}

/** Speeds for `console.table`; what happens less than a thousand times a second shows as milliseconds as well. */
export const speedRows = (speeds: readonly Speed[]): readonly Readonly<Record<string, string | number>>[] =>
  speeds.map(({ subject, name, unit, perSecond, margin, calls }) => ({
    subject,
    case: name,
    'per second': `${threeDigits(perSecond)} ${unit}`,
    each: perSecond >= 1000 ? `${threeDigits(1e6 / perSecond)} µs` : `${threeDigits(1000 / perSecond)} ms`,
    margin: `± ${margin.toFixed(1)} %`,
    calls,
  }));

/** Three digits that count, with commas between thousands. */
const threeDigits = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 });
