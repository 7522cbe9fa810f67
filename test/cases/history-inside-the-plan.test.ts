import { describe, expect, it } from 'vitest';
import { caseFolder, isAbsent, planOf, stopsOf } from './cases.ts';

describe('history on days of the plan', () => {
  it.skipIf(isAbsent('history-inside-the-plan'))('counts, and the plan begins after it', async () => {
    const { document } = await planOf(caseFolder('history-inside-the-plan'), ['--month', '2027-01', '--work', '500']);
    expect(document.plan.horizon).toEqual({ from: '2027-01-07', to: '2027-01-31' });
    // Each of three customers has one visit a month; C1 and C2 had theirs on the 5th and 6th.
    expect(
      stopsOf(document)
        .filter((stop) => / C\d$/.test(stop))
        .map((stop) => stop.slice(-2)),
    ).toEqual(['C3']);
  });
});
