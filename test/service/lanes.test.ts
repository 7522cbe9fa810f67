import { describe, expect, it } from 'vitest';
import { laneOfBody, laneOfPlan, laneOfSearch } from '../../src/service/lanes.ts';
import { fixtureTerritory } from '../support/fixture-territory.ts';
import { parseDay } from '../../src/domain/calendar.ts';
import { present } from '../../src/kernel/assert.ts';

const day = (written: string) => present(parseDay(written), written);
const [first, week, year] = [day('2026-12-07'), day('2026-12-11'), day('2027-12-06')];
const horizon = { first, last: week };

describe('the lane of small work', () => {
  it('takes small bodies and plans', () => {
    expect([laneOfBody(5000), laneOfBody(28_000_000)]).toEqual(['small', 'large']);
    expect([laneOfPlan(50_000), laneOfPlan(5_000_000)]).toEqual(['small', 'large']);
  });

  it('takes short searches of few customers and days', () => {
    const territory = fixtureTerritory('hamlet-4');
    const tobacco = fixtureTerritory('tobacco');
    expect(laneOfSearch({ territory, horizon, budget: { work: 500 } })).toBe('small');
    expect(laneOfSearch({ territory, horizon, budget: { seconds: 1 } })).toBe('small');
    expect(laneOfSearch({ territory, horizon, budget: { work: 1_000_000 } })).toBe('large');
    expect(laneOfSearch({ territory, horizon, budget: { seconds: 10 } })).toBe('large');
    expect(laneOfSearch({ territory: tobacco, horizon: { first, last: year }, budget: { work: 500 } })).toBe('large');
  });
});
