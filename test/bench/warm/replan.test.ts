import { describe, expect, it } from 'vitest';
import { closedFor, replanDay, searchWeek, stopsOn } from '../../../bench/warm/replan.ts';
import { present } from '../../../src/kernel/assert.ts';
import { plainProblem } from '../../support/random-problem.ts';

const problem = plainProblem(3, { slots: 4, days: 4, series: 16, places: 8 });
const before = searchWeek(problem, { seconds: 0.2, seed: 1 });
const stops = stopsOn(before, 2);
const stop = present(stops[0], 'A stop');

describe('planning again after a change', () => {
  it('finds a place for a stop that has come to a rep-day', () => {
    expect(stops.length).toBeGreaterThan(2);
    const { cost, milliseconds } = replanDay(problem, before, stop, 320);
    expect(cost).toBeLessThanOrEqual(before.cost);
    expect(milliseconds).toBeGreaterThan(0);
  });

  it('takes a visit off the day on which its customer has closed', () => {
    const visit = before.slots[stop.slot]?.[stop.index];
    const { slots } = searchWeek(closedFor(problem, before, stop), { seconds: 0.1, seed: 1, initial: before });
    const days = slots.flatMap((visits, r) =>
      visits.some((v) => problem.visits.series[v] === problem.visits.series[visit ?? -1]) ? [problem.slots.day[r]] : [],
    );
    expect(days).not.toContain(problem.slots.day[stop.slot]);
    expect(stopsOn(before, 99)).toEqual([]);
  });
});
