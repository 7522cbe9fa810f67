import { serviceTasks } from '../../src/main-worker.ts';
import type { PlanTask } from '../../src/service/messages.ts';
import { serveTasks } from '../../src/service/serve-tasks.ts';
import type { SearchLine } from '../../src/service/tasks/search-plan.ts';
import { valueOfBytes } from '../../src/service/values.ts';

/** Seeds of requests whose search ends its process. */
export const seeds = { crash: 666, memory: 999 };

/** Searches like the real task, except for two seeds. */
function plan(task: PlanTask, line: SearchLine) {
  const { seed } = valueOfBytes(task.request);
  if (seed === seeds.crash) process.exit(3);
  if (seed === seeds.memory) fillMemory();
  return serviceTasks.plan(task, line);
}

function fillMemory(): void {
  const kept: number[][] = [];
  for (;;) kept.push(Array.from({ length: 10_000 }, Math.random));
}

if (import.meta.main) serveTasks({ ...serviceTasks, plan });
