import { arch, cpus, platform } from 'node:os';
import type { PlanningResult } from '../app/plan-territory.ts';
import type { PlanDocument } from '../contract/plan-schema.ts';
import { version } from './version.ts';

/** How a run went, for the plan document: what it takes to repeat it, and where and when it was. */
export function runDocument({ run }: PlanningResult, startedAt: Temporal.Instant): PlanDocument['run'] {
  const { seed, workers, searches } = run;
  const sum = (of: (search: (typeof searches)[number]) => number) => searches.reduce((total, search) => total + of(search), 0);
  return {
    version: version(),
    seed,
    plannedWork: sum(({ plannedWork }) => plannedWork),
    endedAtWork: sum(({ endedAtWork }) => endedAtWork),
    searches: searches.map((search) => ({ ...search })),
    workers,
    startedAt: startedAt.toString({ smallestUnit: 'second' }),
    seconds: Math.round(Temporal.Now.instant().since(startedAt).total({ unit: 'milliseconds' })) / 1000,
    node: process.version,
    machine: `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, ${platform()} ${arch()}`,
  };
}
