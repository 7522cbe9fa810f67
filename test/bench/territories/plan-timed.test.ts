import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planTimed } from '../../../bench/territories/plan-timed.ts';
import { territoryOf } from '../../../bench/territories/territory-cases.ts';
import { readFiles } from '../../../src/cli/files/read-files.ts';
import { day } from '../../../src/domain/calendar.ts';

const tuesday = day('2026-12-08');
const folder = join(import.meta.dirname, '../../../fixtures/hamlet-4');
const hamlet = { name: 'hamlet', files: async () => (await readFiles(folder)).files, horizon: { first: tuesday, last: tuesday } };

describe('planTimed', () => {
  it('plans within its time, and remembers how the cost came down to that of the plan', async () => {
    const plan = await planTimed(await territoryOf(hamlet), hamlet, { seed: 1, seconds: 6, workers: 1 });
    expect(plan).toMatchObject({ seed: 1, visits: 4, requiredUnserved: 0, optionalUnserved: 0 });
    expect(plan.trace.at(-1)?.cost).toBe(plan.cost);
    expect(plan.travelHours).toBeCloseTo(2310 / 3600, 9); // as the fixture's README has it
    expect(plan.elapsed).toBeGreaterThanOrEqual(plan.searched);
  });
});
