import { describe, expect, it } from 'vitest';
import { visitsDue } from '../../src/demand/visits-due.ts';
import { day, monthOf } from '../../src/domain/calendar.ts';
import { daysBeforeOrder } from '../../src/domain/order-days.ts';
import { repDaysOf } from '../../src/domain/rep-day/rep-day.ts';
import { repPlansOf } from '../../src/domain/rep-plan.ts';
import { present } from '../../src/kernel/assert.ts';
import { formatClock } from '../../src/kernel/units.ts';
import { visitLines } from '../../src/policies/visit-lines.ts';
import { aCalendar, aCustomer, aRep, aTerritory, at, between, week } from '../support/builders.ts';

const rep = aRep({ shift: between('08:30', '17:30'), vehicles: ['e-bike'] });
const territory = aTerritory({ policy: visitLines, reps: [rep] });
const paramsOf = (id: string) => present(visitLines.rules.find(({ rule }) => rule === id)?.params, id);

describe('the visit-lines preset', () => {
  it('makes the day plan every morning, the week plan on Fridays, the month plan at the end and confirms it at the beginning', () => {
    const dutiesOn = (date: string) =>
      repDaysOf(territory, { first: day(date), last: day(date) }).flatMap(({ duties }) =>
        duties.map(({ duty, from }) => `${duty.id} ${formatClock(from)}`),
      );
    expect(dutiesOn('2026-12-01')).toEqual(['day-plan 08:30', 'month-confirmation 08:50']);
    expect(dutiesOn('2026-12-10')).toEqual(['day-plan 08:30']);
    expect(dutiesOn('2026-12-11')).toEqual(['day-plan 08:30', 'week-plan 16:30']);
    expect(dutiesOn('2026-12-31')).toEqual(['day-plan 08:30', 'month-plan 16:00']);
  });

  it('visits customers who order on Wednesday on Tuesday or Wednesday', () => {
    const { least, most } = paramsOf('stop/order-days');
    const lead = { least: Number(least), most: Number(most) };
    const days = daysBeforeOrder(aCalendar(), aCustomer({ orderWeekday: 3 }), week, lead);
    expect(days).toEqual([day('2026-12-08'), day('2026-12-09')]);
  });

  it('has every tier seen by its cycle: weekly, every other week, monthly', () => {
    const customers = ['A', 'B', 'C'].map((tier, i) => aCustomer({ id: `c${i + 1}`, tier }));
    const series = visitsDue({ ...territory, customers }, monthOf(day('2026-12-08')));
    // The weeks of 30 November and of 28 December lie partly in December, like the two weeks from 28 December on.
    expect(series.map(({ visits }) => visits.length)).toEqual([5, 3, 1]);
  });

  it('hands the week in on the Friday before, and the day before setting out', () => {
    const dues = repPlansOf(territory, rep, week).map(({ span, due }) => [span, due?.day, due?.clock]);
    expect(dues.slice(1, 3)).toEqual([
      ['week', day('2026-12-04'), at('17:30')],
      ['day', day('2026-12-07'), at('08:50')],
    ]);
  });
});
