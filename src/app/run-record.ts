import { arch, cpus, platform } from 'node:os';
import { formatDay } from '../domain/calendar.ts';
import type { PlanningResult } from './plan-territory.ts';
import { version } from './version.ts';

/** The record of a run as plain JSON: seed, work and pace, which repeat it, and time and machine. */
export function runRecord({ seed, workers, searches, explained, leftOfStart }: PlanningResult['run'], startedAt: Temporal.Instant) {
  return {
    version: version(),
    seed,
    endedAtWork: searches.reduce((sum, { endedAtWork }) => sum + endedAtWork, 0),
    searches: searches.map((search) => ({ ...search, pace: search.pace.map((change) => ({ ...change })) })),
    explained,
    workers,
    ...(leftOfStart === undefined ? {} : { leftOfStart: leftOfStart.map(({ day, ...visit }) => ({ ...visit, day: formatDay(day) })) }),
    startedAt: startedAt.toString({ smallestUnit: 'second' }),
    seconds: Math.round(Temporal.Now.instant().since(startedAt).total({ unit: 'milliseconds' })) / 1000,
    node: process.version,
    machine: `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, ${platform()} ${arch()}`,
  };
}
