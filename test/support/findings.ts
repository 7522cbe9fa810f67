import { type Finding, PlanningError } from '../../src/kernel/finding.ts';

/** All that some work refuses; nothing when it gets done. */
export function findingsIn(work: () => unknown): readonly Finding[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof PlanningError) return error.findings;
    throw error;
  }
}
