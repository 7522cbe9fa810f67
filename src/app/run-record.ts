import { arch, cpus, platform } from 'node:os';
import type { PlanningResult } from '../app/plan-territory.ts';
import type { PlanDocument } from '../contract/plan-schema.ts';
import { version } from './version.ts';

/** How a run went, for the plan document: what it takes to repeat it, and where and when it was. */
export function runDocument({ run }: PlanningResult, startedAt: Temporal.Instant): PlanDocument['run'] {
  const { seed, workers, searches } = run;
  return {
    version: version(),
    seed,
    endedAtWork: searches.reduce((sum, { endedAtWork }) => sum + endedAtWork, 0),
    searches: searches.map((search) => ({ ...search, pace: search.pace.map((change) => ({ ...change })) })),
    workers,
    startedAt: startedAt.toString({ smallestUnit: 'second' }),
    seconds: Math.round(Temporal.Now.instant().since(startedAt).total({ unit: 'milliseconds' })) / 1000,
    node: process.version,
    machine: `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, ${platform()} ${arch()}`,
  };
}
