import fc from 'fast-check';
import { lawCases } from '../support/law-cases.ts';
import { describe, expect, it } from 'vitest';
import { cycleOf } from '../../src/demand/cycle.ts';
import { visitsDue } from '../../src/demand/visits-due.ts';
import {
  type Calendar,
  type Day,
  type DayRange,
  addDays,
  day,
  daysOf,
  formatDay,
  holds,
  isWorkingDay,
  weekOf,
  workingDays,
} from '../../src/domain/calendar.ts';
import type { Frequency } from '../../src/domain/policy.ts';
import type { PastVisit, Territory } from '../../src/domain/territory.ts';
import { createRandom } from '../../src/kernel/random.ts';
import { aCalendar, aFrequency, aPastVisit, aPolicy, aTerritory } from '../support/builders.ts';

const december: DayRange = { first: day('2026-12-01'), last: day('2026-12-31') };
const around: DayRange = { first: day('2026-11-01'), last: day('2027-01-31') };

const calendars: fc.Arbitrary<Calendar> = fc
  .subarray([...daysOf(around)], { maxLength: 20 })
  .map((holidays) => aCalendar({ exceptions: new Map(holidays.map((at) => [at, { day: at, name: 'holiday', working: false }])) }));
const frequencies: fc.Arbitrary<Frequency> = fc
  .record({
    count: fc.record({
      bound: fc.constantFrom('atLeast' as const, 'exactly' as const, 'atMost' as const),
      visits: fc.integer({ min: 0, max: 6 }),
    }),
    cycle: fc.constantFrom({ every: 'month' as const }, { every: 'days' as const, length: 7 }, { every: 'days' as const, length: 28 }),
    minGapDays: fc.integer({ min: 0, max: 10 }),
    maxGapDays: fc.option(fc.integer({ min: 1, max: 40 })),
  })
  .map(aFrequency);
const pastDays = (range: DayRange) =>
  fc.array(
    fc.integer({ min: range.first, max: range.last }).map((n) => addDays(range.first, n - range.first)),
    { maxLength: 6 },
  );
const horizons: fc.Arbitrary<DayRange> = fc
  .record({ offset: fc.integer({ min: 0, max: 30 }), length: fc.integer({ min: 1, max: 35 }) })
  .map(({ offset, length }) => ({ first: addDays(december.first, offset), last: addDays(december.first, offset + length - 1) }));

const madeOn = (at: Day): PastVisit => aPastVisit({ day: at });
const territoryOf = (calendar: Calendar, frequency: Frequency, past: readonly Day[]): Territory =>
  aTerritory({ calendar, startedOn: day('2026-01-01'), policy: aPolicy({ frequencies: [frequency] }), history: past.map(madeOn) });
const visitsOf = (territory: Territory, horizon: DayRange) => visitsDue(territory, horizon).flatMap(({ visits }) => visits);

describe('laws of visitsDue', () => {
  it('requires no more of a cycle than its count less the visits made, unless a gap needs more', () => {
    const cases = fc.record({ calendar: calendars, frequency: frequencies, past: pastDays(around), horizon: horizons });
    fc.assert(
      fc.property(cases, ({ calendar, frequency, past, horizon }) => {
        fc.pre(frequency.count.bound !== 'atLeast' || frequency.maxGapDays === null);
        const visits = visitsOf(territoryOf(calendar, frequency, past), horizon);
        for (const [first, own] of Map.groupBy(visits, ({ days }) => cycleOf(frequency.cycle, days.first).first)) {
          const cycle = cycleOf(frequency.cycle, first);
          const made = past.filter((at) => at < horizon.first && holds(cycle, at)).length;
          expect(own.length).toBeLessThanOrEqual(frequency.count.visits - made);
        }
      }),
      { numRuns: lawCases(100) },
    );
  });

  it('gives every visit a name of its own, a working day in its cycle, and a weight; required ones first', () => {
    const cases = fc.record({ calendar: calendars, frequency: frequencies, past: pastDays(around), horizon: horizons });
    fc.assert(
      fc.property(cases, ({ calendar, frequency, past, horizon }) => {
        const visits = visitsOf(territoryOf(calendar, frequency, past), horizon);
        expect(new Set(visits.map(({ id }) => id)).size).toBe(visits.length);
        for (const { days, weight, required } of visits) {
          expect(workingDays(calendar, days)).not.toEqual([]);
          expect(holds(horizon, days.first) && holds(horizon, days.last)).toBe(true);
          expect(required ? weight === 1 : weight > 0 && weight <= 1).toBe(true);
        }
        for (const [, own] of Map.groupBy(visits, ({ days }) => days.first)) {
          const weights = own.map(({ required, weight }) => (required ? 2 : weight));
          expect(weights).toEqual(weights.toSorted((a, b) => b - a));
        }
      }),
      { numRuns: lawCases(100) },
    );
  });

  it('requires no less of a customer that was visited less', () => {
    const cases = fc.record({ calendar: calendars, frequency: frequencies, past: pastDays(around), horizon: horizons });
    const requiredOf = (territory: Territory, horizon: DayRange) => visitsOf(territory, horizon).filter(({ required }) => required).length;
    fc.assert(
      fc.property(cases, ({ calendar, frequency, past, horizon }) => {
        const paced = { ...frequency, maxGapDays: null };
        const all = requiredOf(territoryOf(calendar, paced, past), horizon);
        const oneLess = requiredOf(territoryOf(calendar, paced, past.slice(1)), horizon);
        expect(oneLess).toBeGreaterThanOrEqual(all);
      }),
      { numRuns: lawCases(100) },
    );
  });

  it('reaches exactly the month’s count week by week, whatever optional visits are made', () => {
    const cases = fc.record({ calendar: calendars, visits: fc.integer({ min: 0, max: 6 }), seed: fc.integer() });
    fc.assert(
      fc.property(cases, ({ calendar, visits, seed }) => {
        fc.pre(workingDays(calendar, december).length > 0);
        const frequency = aFrequency({ count: { bound: 'atLeast', visits } });
        const made = playMonth(calendar, frequency, seed).filter((at) => holds(december, at));
        expect(made).toHaveLength(visits);
      }),
      { numRuns: lawCases(100) },
    );
  });

  it('visits weekly in every week that has a working day, and owes nothing in the others', () => {
    const cases = fc.record({ calendar: calendars, seed: fc.integer() });
    fc.assert(
      fc.property(cases, ({ calendar, seed }) => {
        const made = playMonth(calendar, aFrequency({ cycle: { every: 'days', length: 7 } }), seed);
        const weeks = weeksAround(december);
        const owed = weeks.map((week) => (workingDays(calendar, week).length > 0 ? 1 : 0));
        expect(weeks.map((week) => made.filter((at) => holds(week, at)).length)).toEqual(owed);
      }),
      { numRuns: lawCases(100) },
    );
  });
});

/** Plans week after week; each makes all required visits and some of the others, and is history to the next. */
function playMonth(calendar: Calendar, frequency: Frequency, seed: number): readonly Day[] {
  const random = createRandom(seed);
  const past: Day[] = [];
  for (const week of weeksAround(december)) {
    const visits = visitsOf(territoryOf(calendar, frequency, past), week);
    const made = visits.filter(({ required }) => required || random.below(2) === 0);
    past.push(...made.map(({ id, days }) => aWorkingDay(calendar, days, `${id} on ${formatDay(days.first)}`)));
  }
  return past;
}

function aWorkingDay(calendar: Calendar, days: DayRange, name: string): Day {
  const at = daysOf(days).find((one) => isWorkingDay(calendar, one));
  if (at === undefined) throw new Error(`Visit ${name} has no working day.`);
  return at;
}

function weeksAround({ first, last }: DayRange): readonly DayRange[] {
  const weeks: DayRange[] = [];
  for (let week = weekOf(first); week.first <= last; week = weekOf(addDays(week.last, 1))) weeks.push(week);
  return weeks;
}
