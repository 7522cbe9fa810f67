import { quantile } from '../http/load.ts';
import type { HonestResult } from './honest-callers.ts';
import type { MemorySample } from './service-under-load.ts';
import type { Tally } from './tally.ts';

/** What a run has measured. */
export interface Measured {
  readonly honest: HonestResult;
  readonly hostile: Tally;
  readonly memory: readonly MemorySample[];
  readonly isAlive: boolean;
}

/** One demand on the service, and whether it is met. */
export interface Bar {
  readonly bar: string;
  readonly measured: string;
  readonly met: boolean;
}

/** Seconds and megabytes that a service under hostile load may take. */
const [STATUS_SECONDS, PLAN_SECONDS, MOST_MEGABYTES] = [1, 10, 6000];

/** The bars of a run. */
export function barsOf({ honest, hostile, memory, isAlive }: Measured): readonly Bar[] {
  const [status, plan] = [p99Of(honest.statuses), p99Of(honest.plans)];
  const breakdowns = [...honest.tally.breakdowns, ...hostile.breakdowns].length;
  const peak = Math.max(...memory.map(({ all }) => all));
  const last = memory.at(-1)?.all ?? 0;
  const complaints = honest.complaints.length;
  return [
    { bar: `p99 of an honest status below ${STATUS_SECONDS} s`, measured: seconds(status), met: status < STATUS_SECONDS * 1000 },
    { bar: `p99 of an honest small plan below ${PLAN_SECONDS} s`, measured: seconds(plan), met: plan < PLAN_SECONDS * 1000 },
    { bar: 'no 500', measured: String(breakdowns), met: breakdowns === 0 },
    { bar: `memory below ${MOST_MEGABYTES} MB`, measured: `${peak} MB`, met: peak < MOST_MEGABYTES },
    { bar: 'memory falls below half of its peak afterwards', measured: `${last} MB`, met: last < peak / 2 },
    { bar: 'the process lives', measured: String(isAlive), met: isAlive },
    { bar: 'no plan lost, no wrong answer', measured: `${complaints} complaints`, met: complaints === 0 },
  ];
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

const p99Of = (times: readonly number[]): number =>
  quantile(
    times.toSorted((a, b) => a - b),
    0.99,
  );
