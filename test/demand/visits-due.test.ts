import { describe, expect, it } from 'vitest';
import { visitsDue } from '../../src/demand/visits-due.ts';
import { type DayRange, day, monthOf } from '../../src/domain/calendar.ts';
import type { Frequency, VisitKind } from '../../src/domain/policy.ts';
import type { PastVisit } from '../../src/domain/territory.ts';
import type { VisitSeries } from '../../src/domain/visit.ts';
import { minutes } from '../../src/kernel/units.ts';
import { aCalendar, aCustomer, aFrequency, aPastVisit, aPolicy, aTerritory, week } from '../support/builders.ts';

// December 2026 begins on a Tuesday and has 23 working days: 4 in its first week, then 5, 5, 5 and 4.
const december = monthOf(week.first);
const weekOfThe = (first: number): DayRange => ({ first: day(`2026-12-${first}`), last: day(`2026-12-${first + 4}`) });
const fourAMonth = aFrequency({ count: { bound: 'atLeast', visits: 4 } });
const everyWeek = aFrequency({ id: 'weekly', cycle: { every: 'days', length: 7 } });

const on = (date: string, kind: VisitKind = 'ordinary'): PastVisit => aPastVisit({ day: day(date), kind });
const territoryWith = (frequency: Frequency, history: readonly PastVisit[] = []) =>
  aTerritory({ startedOn: day('2026-01-01'), policy: aPolicy({ frequencies: [frequency] }), history });

/** What is due of a single customer: how many visits are required, and the weights of the others. */
function due(frequency: Frequency, { history = [], horizon = week }: { history?: readonly PastVisit[]; horizon?: DayRange } = {}) {
  const visits = visitsDue(territoryWith(frequency, history), horizon).flatMap((series) => series.visits);
  return {
    required: visits.filter(({ required }) => required).length,
    weights: visits.filter(({ required }) => !required).map(({ weight }) => weight),
  };
}

describe('visitsDue: pace', () => {
  it('requires the pace of the working days, rounded down, and weighs the rest by how far it is behind', () => {
    // By Friday 11: 9 of 23 working days, 4 × 9 ÷ 23 = 1.565. One is required; the second is 0.565 behind;
    // the third and the fourth are ahead of the pace.
    expect(due(fourAMonth)).toEqual({ required: 1, weights: [36 / 23 - 1, 0.05, 0.05] });
  });

  it('takes off what history holds', () => {
    // One is made: 1.565 − 1 = 0.565 visits behind.
    expect(due(fourAMonth, { history: [on('2026-12-03')] })).toEqual({ required: 0, weights: [36 / 23 - 1, 0.05, 0.05] });
  });

  it('requires the whole count in a horizon that is the cycle', () => {
    expect(due(fourAMonth, { horizon: december })).toEqual({ required: 4, weights: [] });
  });

  it('carries a missed visit over until it is made', () => {
    // By Friday 25, 19 of 23 working days have passed; by Thursday 31, all of them.
    const monthly = aFrequency();
    expect(due(monthly, { horizon: weekOfThe(21) })).toEqual({ required: 0, weights: [19 / 23] });
    expect(due(monthly, { horizon: { first: day('2026-12-28'), last: day('2026-12-31') } })).toEqual({ required: 1, weights: [] });
  });

  it('requires twice as much after a week without visits', () => {
    // By Friday 18: 14 of 23, 4 × 14 ÷ 23 = 2.43.
    expect(due(fourAMonth, { horizon: weekOfThe(14) }).required).toBe(2);
  });

  it('requires a weekly visit in every whole week', () => {
    expect(due(everyWeek)).toEqual({ required: 1, weights: [] });
  });

  it('keeps a weekly visit optional while the week goes on after the horizon', () => {
    // Three of five working days.
    expect(due(everyWeek, { horizon: { first: week.first, last: day('2026-12-09') } })).toEqual({ required: 0, weights: [0.6] });
  });

  it('demands nothing more once the count is reached', () => {
    expect(due(everyWeek, { history: [on('2026-12-07')], horizon: { first: day('2026-12-08'), last: week.last } }).weights).toEqual([]);
    expect(visitsDue(territoryWith(aFrequency(), [on('2026-12-02')]), week)).toEqual([]);
  });

  it('owes nothing in a week without working days', () => {
    const calendar = aCalendar({ workdays: [] });
    expect(visitsDue({ ...territoryWith(everyWeek), calendar }, week)).toEqual([]);
  });

  it('demands nothing of a cycle whose working days are over before the horizon', () => {
    // Saturday 5 and Sunday 6 still belong to the week before.
    const horizon = { first: day('2026-12-05'), last: week.last };
    const ids = visitsDue(territoryWith(everyWeek), horizon).flatMap(({ visits }) => visits.map(({ id }) => id));
    expect(ids).toEqual(['c1/weekly/2026-12-07/1']);
  });

  it('never requires by pace what is wanted at most', () => {
    const atMost = aFrequency({ count: { bound: 'atMost', visits: 2 } });
    // 2 × 23 ÷ 23: both are wholly wanted.
    expect(due(atMost, { horizon: december })).toEqual({ required: 0, weights: [1, 1] });
  });
});

describe('visitsDue: gaps', () => {
  const spaced = aFrequency({ ...fourAMonth, minGapDays: 4, maxGapDays: 12 });

  it('requires a visit before the longest gap breaks', () => {
    // By pace 2 × 9 ÷ 23 = 0.78: none.
    const twoAMonth = aFrequency({ count: { bound: 'atLeast', visits: 2 }, maxGapDays: 12 });
    expect(due(twoAMonth, { history: [on('2026-11-29')] }).required).toBe(1); // 29 November + 12 is Friday 11
    expect(due(twoAMonth, { history: [on('2026-12-02')] }).required).toBe(0); // 2 December + 12 is Monday 14
  });

  it('requires no further visit where the pace already requires one', () => {
    expect(due(spaced, { history: [on('2026-11-27')] }).required).toBe(1);
  });

  it('requires more than the count only where that is a minimum', () => {
    const history = [on('2026-12-01')];
    const often = (bound: 'atLeast' | 'exactly' | 'atMost') => aFrequency({ count: { bound, visits: 1 }, maxGapDays: 7 });
    // 1 + 7 is Tuesday 8, though the month's one visit is made.
    expect(due(often('atLeast'), { history }).required).toBe(1);
    expect(due(often('exactly'), { history }).required).toBe(0);
    expect(due(often('atMost'), { history }).required).toBe(0);
  });

  it('requires what is wanted at most where the gap would break', () => {
    const atMost = aFrequency({ count: { bound: 'atMost', visits: 2 }, maxGapDays: 12 });
    expect(due(atMost, { history: [on('2026-11-28')] }).required).toBe(1);
  });

  it('has no more visits than there is room for, even when more are behind pace', () => {
    // 4 days apart, Monday and Friday have room for two of the four.
    expect(due(spaced).weights).toHaveLength(1);
    // 5 December + 4 is Wednesday 9: room for one.
    expect(due(spaced, { history: [on('2026-12-05')] }).weights).toHaveLength(1);
    // All four are behind pace in the last four working days, of which only one has room: they would crowd.
    expect(due(spaced, { horizon: { first: day('2026-12-28'), last: day('2026-12-31') } })).toEqual({ required: 1, weights: [] });
  });
});

describe('visitsDue: series', () => {
  const seriesOf = (frequency: Frequency, history: readonly PastVisit[], horizon: DayRange): VisitSeries | undefined =>
    visitsDue(territoryWith(frequency, history), horizon)[0];

  it('numbers visits through the cycle, those made included', () => {
    const series = seriesOf(fourAMonth, [on('2026-11-25'), on('2026-12-02')], week);
    expect(series?.visits.map(({ id }) => id)).toEqual(['c1/monthly/2026-12-01/2', 'c1/monthly/2026-12-01/3', 'c1/monthly/2026-12-01/4']);
  });

  it('keeps each visit to its cycle within the horizon, required ones first', () => {
    // Monday 30 November, and Tuesday 1 to Friday 4 December.
    const horizon = { first: day('2026-11-30'), last: day('2026-12-04') };
    const series = seriesOf(aFrequency({ count: { bound: 'exactly', visits: 1 } }), [], horizon);
    expect(series?.visits.map(({ days, required }) => ({ days, required }))).toEqual([
      { days: { first: day('2026-11-30'), last: day('2026-11-30') }, required: true },
      { days: { first: day('2026-12-01'), last: day('2026-12-04') }, required: false },
    ]);
  });

  it('finds the last visit that counts before the horizon', () => {
    const history = [on('2026-12-01'), on('2026-11-20'), on('2026-12-03', 'call'), on('2026-12-08')];
    expect(seriesOf(fourAMonth, history, week)?.lastVisit).toBe(day('2026-12-01'));
    expect(seriesOf(fourAMonth, [], week)?.lastVisit).toBeNull();
  });

  it('counts other kinds only where the frequency names them', () => {
    const made = [on('2026-12-01', 'return')];
    expect(due(aFrequency(), { history: made }).weights).toHaveLength(1);
    expect(due(aFrequency({ countsAlso: ['return'] }), { history: made }).weights).toHaveLength(0);
  });

  it('takes the customer’s own dwell, or else its tier’s', () => {
    const policy = aPolicy({ tiers: [{ id: 'A', dwell: minutes(12), unserved: minutes(60) }] });
    const customers = [aCustomer({ id: 'c1' }), aCustomer({ id: 'c2', dwell: minutes(25) })];
    expect(visitsDue(aTerritory({ policy, customers }), week).map(({ dwell }) => dwell)).toEqual([minutes(12), minutes(25)]);
  });

  it('lists customers and frequencies as they are listed', () => {
    const policy = aPolicy({ frequencies: [aFrequency({ id: 'return', kind: 'return' }), aFrequency()] });
    const customers = [aCustomer({ id: 'c2' }), aCustomer({ id: 'c1' })];
    const names = visitsDue(aTerritory({ policy, customers }), week).map(
      ({ customer, origin }) => `${customer.id} ${origin.by === 'frequency' ? origin.frequency.id : ''}`,
    );
    expect(names).toEqual(['c2 return', 'c2 monthly', 'c1 return', 'c1 monthly']);
  });
});
