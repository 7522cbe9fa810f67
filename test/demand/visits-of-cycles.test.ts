import { describe, expect, it } from 'vitest';
import { type FrequencyCase, visitsOfCycles } from '../../src/demand/visits-of-cycles.ts';
import { type DayRange, day } from '../../src/domain/calendar.ts';
import type { Commitment } from '../../src/domain/commitment.ts';
import { calendar2026 } from '../../tools/generate/holidays-2026.ts';
import { aCalendar, aCommitment, aContact, aCustomer, aFrequency, week } from '../support/builders.ts';

const range = (first: string, last: string): DayRange => ({ first: day(first), last: day(last) });
const weekly = (visits: number) => aFrequency({ id: 'weekly', count: { bound: 'atLeast', visits }, cycle: { every: 'days', length: 7 } });

const visitsOf = (given: Partial<FrequencyCase> = {}) =>
  visitsOfCycles({
    calendar: aCalendar(),
    horizon: week,
    customer: aCustomer(),
    contact: null,
    frequency: aFrequency(),
    past: [],
    requested: [],
    commitments: [],
    owedFrom: day('2026-01-01'),
    daysDrawn: (cycle) => cycle,
    ...given,
  });
const due = (given: Partial<FrequencyCase> = {}) => {
  const visits = visitsOf(given);
  return { required: visits.filter(({ required }) => required).length, all: visits.length };
};
const calendar = calendar2026;

describe('visitsOfCycles in short weeks of 2026', () => {
  it('owes nothing in the week of the Spring Festival, and a visit in each week beside it', () => {
    // 15 to 23 February are off: Monday 16 to Sunday 22 has no working day; 24 to 28 has five, with the Saturday.
    expect(visitsOf({ calendar, frequency: weekly(1), horizon: range('2026-02-16', '2026-02-22') })).toEqual([]);
    expect(due({ calendar, frequency: weekly(1), horizon: range('2026-02-09', '2026-02-15') })).toEqual({ required: 1, all: 1 });
    expect(due({ calendar, frequency: weekly(1), horizon: range('2026-02-23', '2026-03-01') })).toEqual({ required: 1, all: 1 });
  });

  it('owes no more visits than the week has working days', () => {
    // National Day: of the week of 5 October, Thursday 8, Friday 9 and the make-up Saturday 10 are worked.
    const horizon = range('2026-10-05', '2026-10-11');
    expect(due({ calendar, frequency: weekly(2), horizon })).toEqual({ required: 2, all: 2 });
    expect(due({ calendar, frequency: weekly(5), horizon })).toEqual({ required: 3, all: 3 });
  });

  it('paces a month over its working days, make-up days included', () => {
    // October 2026: 22 weekdays less 5 off (1, 2, 5, 6, 7) and with Saturday 10: 18 working days. By Sunday 11 three
    // have passed: 6 × 3 ÷ 18 = 1.
    const sixAMonth = aFrequency({ count: { bound: 'atLeast', visits: 6 } });
    expect(due({ calendar, frequency: sixAMonth, horizon: range('2026-10-05', '2026-10-11') }).required).toBe(1);
    expect(due({ calendar, frequency: sixAMonth, horizon: range('2026-10-05', '2026-10-09') }).required).toBe(0); // 6 × 2 ÷ 18 = 0.67
  });

  it('requires before the holidays what would fall due during them', () => {
    // 20 September + 12 = Friday 2 October, in the holidays that end on the 7th.
    const spaced = aFrequency({ maxGapDays: 12 });
    const horizon = range('2026-09-28', '2026-09-30');
    expect(due({ calendar, frequency: spaced, past: [day('2026-09-20')], horizon }).required).toBe(1);
  });
});

describe('visitsOfCycles of cycles across the ends of the horizon', () => {
  it('paces the cycle that ends and the one that begins apart', () => {
    // Monday 30 November: all 21 working days of November are over, but one day has room for one visit. By 4 December 4 of
    // 23 working days are over: 2 × 4 ÷ 23 = 0.35.
    const visits = visitsOf({
      frequency: aFrequency({ count: { bound: 'exactly', visits: 2 } }),
      horizon: range('2026-11-30', '2026-12-04'),
    });
    expect(visits.map(({ id, required }) => [id, required])).toEqual([
      ['c1/monthly/2026-11-01/1', true],
      ['c1/monthly/2026-12-01/1', false],
      ['c1/monthly/2026-12-01/2', false],
    ]);
  });

  it('counts what was made in the cycle before the horizon began', () => {
    // The week of 7 December holds a visit on its Monday.
    expect(due({ frequency: weekly(2), past: [day('2026-12-07')], horizon: range('2026-12-08', '2026-12-11') })).toEqual({
      required: 1,
      all: 1,
    });
  });
});

describe('visitsOfCycles of customers with a new status', () => {
  const firstVisit = aFrequency({ statuses: ['new'], firstWithinDays: 7 });
  const won = (since: string | null) => aCustomer({ status: 'new', since: since === null ? null : day(since) });

  it('requires the first visit by its deadline', () => {
    // By pace 9 ÷ 23 of one visit: none. Won on 3 December, + 7 is Thursday 10; on the 10th, + 7 is in the next week.
    expect(due({ frequency: firstVisit, customer: won('2026-12-03') }).required).toBe(1);
    expect(due({ frequency: firstVisit, customer: won('2026-12-10') }).required).toBe(0);
  });

  it('demands nothing more after the first visit, or where the start of the status is unknown', () => {
    expect(due({ frequency: firstVisit, customer: won('2026-12-03'), past: [day('2026-12-04')] })).toEqual({ required: 0, all: 0 });
    expect(due({ frequency: firstVisit, customer: won(null) }).required).toBe(0);
  });

  it('approaches a lost customer again, whatever happened before it was lost', () => {
    const winBack = aFrequency({ statuses: ['lost'], count: { bound: 'atMost', visits: 1 }, firstWithinDays: 30 });
    const lost = aCustomer({ status: 'lost', since: day('2026-11-10') });
    // 10 November + 30 = 10 December.
    expect(due({ frequency: winBack, customer: lost, past: [day('2026-10-20')] }).required).toBe(1);
    expect(due({ frequency: winBack, customer: lost, past: [day('2026-11-20')] }).required).toBe(0);
  });
});

describe('visitsOfCycles beside requests and promises', () => {
  const fourAMonth = aFrequency({ count: { bound: 'atLeast', visits: 4 } });
  const held = (date: string, firmness: Commitment['firmness']) => aCommitment({ day: day(date), firmness });

  it('takes off what a request brings about anyway', () => {
    // 4 × 9 ÷ 23 = 1.57: one is required, and a request on Wednesday is that one.
    expect(due({ frequency: fourAMonth })).toEqual({ required: 1, all: 4 });
    expect(due({ frequency: fourAMonth, requested: [{ days: range('2026-12-07', '2026-12-09'), isCertain: true }] })).toEqual({
      required: 0,
      all: 3,
    });
  });

  it('requires an announced visit', () => {
    const commitments = [held('2026-12-08', 'announced'), held('2026-12-10', 'confirmed'), held('2026-12-11', 'planned')];
    expect(due({ frequency: fourAMonth, commitments })).toEqual({ required: 2, all: 4 });
  });

  it('gives full weight to a visit with a day in an earlier plan, though the count is reached', () => {
    const past = [day('2026-12-02')];
    expect(visitsOf({ past, commitments: [held('2026-12-11', 'planned')] })).toMatchObject([{ required: false, weight: 1 }]);
  });
});

describe('visitsOfCycles of a contact', () => {
  it('names visits after the contact too', () => {
    const contact = aContact({ id: 'leader-li' });
    expect(visitsOf({ contact }).map(({ id }) => id)).toEqual(['c1/monthly/leader-li/2026-12-01/1']);
  });

  it('demands nothing in a cycle that draws others', () => {
    expect(visitsOf({ daysDrawn: () => null })).toEqual([]);
  });
});
