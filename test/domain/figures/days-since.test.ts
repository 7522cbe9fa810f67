import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar.ts';
import { daysSinceLast, lastVisitDays } from '../../../src/domain/figures/days-since.ts';
import { aCallStop, aPlan, aPlannedDay, aVisitStop, anUnserved } from '../../support/plan-builders.ts';
import { aCustomer, aPastVisit, monday, week } from '../../support/territory-builders.ts';

const shop = aCustomer({ id: 'c1' });
const mill = aCustomer({ id: 'c2' });
const tuesday = addDays(monday, 1);
const friday = addDays(monday, 4);

describe('daysSinceLast', () => {
  it('counts from the last visit, of the history or of the plan itself', () => {
    const first = aVisitStop(shop, { start: '09:00', nth: 1 });
    const second = aVisitStop(shop, { start: '09:00', nth: 2 });
    const plan = aPlan({
      horizon: week,
      days: [aPlannedDay({ day: tuesday, stops: [first] }), aPlannedDay({ day: friday, stops: [second] })],
    });
    const since = daysSinceLast({ history: [aPastVisit({ day: addDays(monday, -9) }), aPastVisit({ day: addDays(monday, -20) })] }, plan);
    expect([since.get(first.visit), since.get(second.visit)]).toEqual([10, 3]);
  });

  it('takes a call for no visit, but counts it for the next call; a spot check counts for neither', () => {
    const visit = aVisitStop(shop, { start: '09:00' });
    const call = aCallStop(shop, { start: '11:00' });
    const plan = aPlan({ horizon: week, days: [aPlannedDay({ day: monday, stops: [visit], calls: [call] })] });
    const history = [
      aPastVisit({ day: addDays(monday, -30) }),
      aPastVisit({ day: addDays(monday, -6), kind: 'call' }),
      aPastVisit({ day: addDays(monday, -2), kind: 'inspection' }),
    ];
    const since = daysSinceLast({ history }, plan);
    expect([since.get(visit.visit), since.get(call.visit)]).toEqual([30, 6]);
  });

  it('counts an unserved visit to the end of the plan, and has nothing for who was never visited', () => {
    const [left, never] = [anUnserved(shop), anUnserved(mill)];
    const since = daysSinceLast(
      { history: [aPastVisit({ day: addDays(monday, -10) })] },
      aPlan({ horizon: week, unserved: [left, never] }),
    );
    expect([since.get(left.visit), since.get(never.visit)]).toEqual([14, null]);
  });

  it('says nothing of a first visit where nothing is known of the past', () => {
    const left = anUnserved(shop);
    expect(daysSinceLast({ history: [] }, aPlan({ horizon: week, unserved: [left] })).has(left.visit)).toBe(false);
  });
});

describe('lastVisitDays', () => {
  it('is the last day of history and plan', () => {
    const plan = aPlan({ horizon: week, days: [aPlannedDay({ day: tuesday, stops: [aVisitStop(shop, { start: '09:00' })] })] });
    const history = [aPastVisit({ day: addDays(monday, -9) }), aPastVisit({ customer: 'c2', day: addDays(monday, -9) })];
    expect([...lastVisitDays({ history }, plan)]).toEqual([
      [shop.id, tuesday],
      [mill.id, addDays(monday, -9)],
    ]);
  });
});
