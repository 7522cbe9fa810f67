import { evaluate, plan as search } from '../../src/main-worker.ts';
import type { PlanTask } from '../../src/service/messages.ts';

export { check, publish } from '../../src/main-worker.ts';
export { evaluate };

/** Seeds of requests whose search takes its thread down. */
export const seeds = { crash: 666, memory: 999 };

/** Searches like the real one, but for requests of ill omen, which end the thread. */
export function plan(task: PlanTask): Promise<void> {
  const { seed } = JSON.parse(Buffer.from(new Uint8Array(task.body)).toString()) as { seed: number };
  if (seed === seeds.crash) process.exit(3);
  if (seed === seeds.memory) fillMemory();
  return search(task);
}

function fillMemory(): void {
  const kept: number[][] = [];
  for (;;) kept.push(Array.from({ length: 10_000 }, Math.random));
}
