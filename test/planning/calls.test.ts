import { describe, expect, it } from 'vitest';
import { formatDay } from '../../src/domain/calendar.ts';
import { repDaysOf } from '../../src/domain/rep-day/rep-day.ts';
import { dailyHours } from '../../src/domain/visiting-hours.ts';
import type { VisitSeries } from '../../src/domain/visit.ts';
import { callBefore } from '../../src/domain/calls/call-before.ts';
import { planCalls } from '../../src/planning/calls.ts';
import { formatClock, minutes } from '../../src/kernel/units.ts';
import {
  aCustomer,
  aFrequency,
  aPlan,
  aPolicy,
  aRep,
  aSeries,
  aTerritory,
  aVisitStop,
  anEmptyDay,
  anUnserved,
  between,
  monday,
  onlyMonday,
  week,
} from '../support/builders.ts';

const territory = aTerritory({
  reps: [aRep({ id: 'r1' }), aRep({ id: 'r2' })],
  policy: aPolicy({ rules: [{ rule: 'customer/frequency', params: {}, price: 900, tag: 'added' }] }),
});
const repDays = repDaysOf(territory, week);
const frequency = aFrequency({ id: 'calls', kind: 'call', minGapDays: 2 });
const c1 = aCustomer();
const empty = repDays.map(anEmptyDay);

const place = (calls: readonly VisitSeries[], days = empty) => {
  const { plan, cost } = planCalls({ territory, repDays, calls }, aPlan({ days }));
  const made = plan.days.flatMap(({ rep, day, calls: own }) =>
    own.map(({ visit, start, end }) => `${rep} ${formatDay(day)} ${formatClock(start)}–${formatClock(end)} ${visit}`),
  );
  return { made, missed: plan.unserved.map(({ visit }) => visit), cost };
};

describe('planCalls', () => {
  it('keeps calls to a customer apart, and calls when the customer can be reached', () => {
    const late = aCustomer({ id: 'c9', hours: dailyHours(between('10:00', '11:00')) });
    expect(place([aSeries({ customer: late, frequency, required: [true, true] })])).toEqual({
      made: ['r1 2026-12-07 10:00–10:10 c9/calls/1', 'r1 2026-12-09 10:00–10:10 c9/calls/2'],
      missed: [],
      cost: 0,
    });
  });

  it('goes to the day with most time left', () => {
    // Monday has a visit of ten minutes.
    const days = empty.map((planned, i) => (i === 0 ? { ...planned, stops: [aVisitStop(c1, { start: '09:00' })] } : planned));
    expect(place([aSeries({ customer: aCustomer({ id: 'c2' }), frequency })], days).made).toEqual(['r1 2026-12-08 08:00–08:10 c2/calls/1']);
  });

  it('lets required calls come too close rather than not at all, and optional ones not', () => {
    const two = { first: monday, last: repDays[1]?.day ?? monday };
    expect(place([aSeries({ customer: c1, frequency, days: two, required: [true, true] })]).made).toHaveLength(2);
    expect(place([aSeries({ customer: c1, frequency, days: two, required: [true, false] })])).toMatchObject({ missed: ['c1/calls/2'] });
  });

  it('adds missed calls to the unserved visits, with their price and the rule that kept them out', () => {
    const nobody = aSeries({ customer: aCustomer({ id: 'c5' }), frequency, makers: [], required: [false] });
    const visit = anUnserved(c1);
    const { plan } = planCalls({ territory, repDays, calls: [nobody] }, aPlan({ days: empty, unserved: [visit] }));
    expect(plan.unserved[0]).toBe(visit);
    // An optional visit of weight 0.5 costs half the rule's price of 900 s.
    expect(plan.unserved[1]).toMatchObject({ visit: 'c5/calls/1', price: 450, reasons: [{ rule: 'stop/allowed-rep' }] });
  });

  it('says of calls at hours that never come that they can never fit, and of calls on full days that there is no time', () => {
    const reasonsOf = (customer: ReturnType<typeof aCustomer>, days = empty) =>
      planCalls({ territory, repDays, calls: [aSeries({ customer, frequency, days: onlyMonday })] }, aPlan({ days })).plan.unserved.flatMap(
        ({ reasons }) => reasons,
      );
    const evening = aCustomer({ id: 'c3', hours: dailyHours(between('20:00', '21:00')) });
    expect(reasonsOf(evening)).toMatchObject([{ class: 'never-fits', rule: 'day/call-time', because: ['visiting-hours'] }]);
    const away = aSeries({ customer: c1, frequency, days: onlyMonday });
    const { plan } = planCalls({ territory, repDays: repDays.filter(({ day }) => day > monday), calls: [away] }, aPlan({ days: [] }));
    expect(plan.unserved[0]?.reasons).toMatchObject([{ class: 'never-fits', because: ['days-off'] }]);
    const short = aCustomer({ id: 'c4', hours: dailyHours(between('10:00', '10:10')) });
    const full = empty.map((planned) => ({ ...planned, stops: [aVisitStop(aCustomer({ id: 'c7' }), { start: '09:55', end: '10:30' })] }));
    expect(reasonsOf(short, full)).toMatchObject([{ class: 'no-time', because: ['other-visits'] }]);
  });

  it("leaves calls to the customer's own rep", () => {
    const own = aCustomer({ id: 'c2', requiredRep: 'r2' });
    expect(place([aSeries({ customer: own, frequency, days: onlyMonday })]).made).toEqual(['r2 2026-12-07 08:00–08:10 c2/calls/1']);
  });

  it('misses calls for which there is no time, or nobody', () => {
    const short = aCustomer({ id: 'c3', hours: dailyHours(between('10:00', '10:20')) });
    const due = [
      aSeries({ customer: short, frequency, dwell: minutes(30) }),
      aSeries({ customer: aCustomer({ id: 'c4', closedDays: [monday] }), frequency, days: onlyMonday }),
      aSeries({ customer: aCustomer({ id: 'c5' }), frequency, makers: [] }),
    ];
    // Three required calls to A customers: 3 × 8 h.
    expect(place(due)).toEqual({ made: [], missed: ['c4/calls/1', 'c3/calls/1', 'c5/calls/1'], cost: 86_400 });
  });

  it('spreads calls over the days, before a day has a second one', () => {
    const five = [1, 2, 3, 4, 5].map((n) =>
      aSeries({ customer: aCustomer({ id: `k${n}`, requiredRep: 'r1' }), frequency, dwell: minutes(5 * n) }),
    );
    const days = place(five).made.map((made) => made.slice(0, 13));
    expect(new Set(days).size).toBe(5);
  });

  it('makes no more calls on a day than the policy allows, and says so of those left out', () => {
    const rule = { rule: 'day/call-time', params: { mostADay: 1 }, price: 60, tag: 'added' } as const;
    const policy = aPolicy({ rules: [...territory.policy.rules, rule] });
    const six = [1, 2, 3, 4, 5, 6].map((n) => aSeries({ customer: aCustomer({ id: `k${n}` }), frequency }));
    const { plan } = planCalls({ territory: { ...territory, policy }, repDays, calls: six }, aPlan({ days: empty }));
    expect(plan.days.map(({ calls }) => calls.length)).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
    expect(plan.unserved.map(({ reasons }) => reasons[0]?.sentence.key)).toEqual(['full']);
  });

  it('says of a call that finds some days full and the others without free time what fills them', () => {
    const rule = { rule: 'day/call-time', params: { mostADay: 1 }, price: 60, tag: 'added' } as const;
    const policy = aPolicy({ rules: [...territory.policy.rules, rule] });
    const busy = empty.map((planned, i) =>
      i === 0 ? planned : { ...planned, stops: [aVisitStop(aCustomer({ id: 'k9' }), { start: '08:00', end: '17:30' })] },
    );
    const two = [1, 2].map((n) => aSeries({ customer: aCustomer({ id: `k${n}` }), frequency }));
    const { plan } = planCalls({ territory: { ...territory, policy }, repDays, calls: two }, aPlan({ days: busy }));
    expect(plan.unserved.map(({ reasons }) => [reasons[0]?.sentence, reasons[0]?.because])).toEqual([
      [{ key: 'noTimeOrFull', values: { most: 1 } }, ['other-visits', 'other-calls']],
    ]);
  });

  it('calls nobody on a day on which the rep is at the customer', () => {
    const visit = { start: '09:00' };
    const seen = empty.map((planned, i) => (i < 4 ? { ...planned, stops: [aVisitStop(c1, visit)] } : planned));
    const one = aSeries({ customer: c1, frequency });
    expect(place([one], seen).made).toEqual(['r1 2026-12-11 08:00–08:10 c1/calls/1']);
    const everyDay = empty.map((planned) => ({ ...planned, stops: [aVisitStop(c1, visit)] }));
    const { plan } = planCalls({ territory, repDays, calls: [one] }, aPlan({ days: everyDay }));
    expect(plan.unserved.map(({ reasons }) => reasons[0]?.sentence.key)).toEqual(['visited']);
  });

  it('makes the call before a spot check earlier than the visit, on its day or before', () => {
    const check = aVisitStop(c1, { start: '08:05', frequency: 'checks' });
    const spot = aFrequency({ id: 'checks', kind: 'inspection', telephone: { dwell: minutes(5), instead: false } });
    const series = aSeries({ customer: c1, frequency: spot, dwell: minutes(5) });
    const call = { ...series, visits: series.visits.map((visit) => ({ ...visit, id: callBefore(visit.id) })) };
    const on = (n: number) =>
      empty.map((planned, i) => (i === n ? { ...planned, stops: [{ ...check, kind: 'inspection' as const }] } : planned));
    expect(place([call], on(0)).made).toEqual(['r1 2026-12-07 08:00–08:05 c1/checks/1/call']);
    expect(place([call], on(1)).made).toEqual(['r1 2026-12-07 08:00–08:05 c1/checks/1/call']);
  });
});
