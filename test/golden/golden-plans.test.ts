import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goldenFile, goldenPlan, goldenRuns } from '../support/golden-plans.ts';

const golden = JSON.parse(readFileSync(goldenFile, 'utf8')) as Readonly<Record<string, unknown>>;

describe('the golden plans', () => {
  it('cover every fixture for a week and a month', () => {
    expect(Object.keys(golden)).toEqual(goldenRuns.map(({ name }) => name));
  });

  it.each(goldenRuns.map((run) => [run.name, run] as const))(
    '%s is as before: if it should differ, run `npm run golden`',
    async (name, run) => {
      expect(await goldenPlan(run)).toEqual(golden[name]);
    },
  );
});
