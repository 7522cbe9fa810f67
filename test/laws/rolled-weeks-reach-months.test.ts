import { describe, expect, it } from 'vitest';
import { failuresOfRolledWeeks, monthSpecs } from '../support/rolled-weeks.ts';

/** The fixtures of a usual run; `npm run check:loop` takes all. */
const USUAL: ReadonlySet<string> = new Set(['check-in', 'plan-audit']);

describe.each(monthSpecs.filter(({ id }) => USUAL.has(id)))('weeks planned after one another, $id', (spec) => {
  it('reach what the month promises though a tenth of the visits is missed', { timeout: 600_000 }, async () => {
    expect(await failuresOfRolledWeeks(spec, { missed: 0.1, seed: 1, work: 2000 })).toEqual([]);
  });
});
