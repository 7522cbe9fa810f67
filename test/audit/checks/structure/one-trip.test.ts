import { describe, expect, it } from 'vitest';
import { openCase } from '../../../../src/audit/audit-case.ts';
import { oneTrip } from '../../../../src/audit/checks/structure/one-trip.ts';
import { type Day, addDays } from '../../../../src/domain/calendar.ts';
import { type VisitStop, visitFactsOf } from '../../../../src/domain/plan.ts';
import type { VisitSeries } from '../../../../src/domain/visit.ts';
import { minutes, seconds } from '../../../../src/kernel/units.ts';
import {
  aContact,
  aCustomer,
  aFrequency,
  aPlannedDay,
  aRep,
  aRequest,
  aReview,
  aSeries,
  aTerritory,
  aVisitStop,
  at,
  monday,
} from '../../../support/builders.ts';

const [li, wu] = [aContact({ id: 'li' }), aContact({ id: 'wu' })];
const customer = aCustomer({ contacts: [li, wu] });
const plain = { territory: aTerritory({ customers: [customer] }), horizon: { first: monday, last: addDays(monday, 11) } };

/** A series by its frequency's name, as changed. */
const seriesOf = (name: string, given: Partial<VisitSeries> = {}): VisitSeries => ({
  ...aSeries({ customer, frequency: aFrequency({ id: name }), days: plain.horizon }),
  ...given,
});
const stopOf = (name: string, given: Partial<VisitStop> = {}): VisitStop => ({
  ...aVisitStop(customer, { frequency: name, start: '09:00' }),
  ...given,
});

interface Pair {
  readonly series: readonly VisitSeries[];
  readonly stops: readonly VisitStop[];
  /** Days from the first stop to the second. */
  readonly apart?: number;
  readonly territory?: typeof plain.territory;
}

function violations({ series, stops: [first, second], apart = 0, territory = plain.territory }: Pair): readonly string[] {
  const on = (days: number, stops: readonly (VisitStop | undefined)[]) =>
    aPlannedDay({ day: addDays(monday, days), stops: stops.filter((stop) => stop !== undefined) });
  const days = apart === 0 ? [on(0, [first, second])] : [on(0, [first]), on(apart, [second])];
  const { plan } = aReview({ ...plain, territory, series, days });
  return [...oneTrip.violations(openCase({ ...plain, territory, series, calls: [], plan, travel: { between: () => null } }))];
}

describe('structure/one-trip', () => {
  it('finds a customer that is seen twice a day', () => {
    const series = [seriesOf('a'), seriesOf('b')];
    const stops = [stopOf('a'), stopOf('b')];
    expect(violations({ series, stops })).toEqual([
      'visit c1/a/1 on 2026-12-07 and visit c1/b/1 on 2026-12-07 are at one customer on one day.',
    ]);
    expect(violations({ series, stops, apart: 1 })).toEqual([]);
  });

  it('finds a contact that is seen twice a day, and one beside a visit for anybody', () => {
    const series = [seriesOf('a', { contact: li }), seriesOf('b', { contact: wu }), seriesOf('c')];
    const [a, b] = [stopOf('a', { contact: li.id }), stopOf('b', { contact: wu.id })];
    expect(violations({ series, stops: [a, b] })).toEqual([]);
    expect(violations({ series, stops: [a, stopOf('b', { contact: li.id })] })).toHaveLength(1);
    expect(violations({ series, stops: [a, stopOf('c')] })).toHaveLength(1);
  });

  it('takes two roles without known contacts, and two appointments, for reasons', () => {
    const roles = ['sales', 'warehouse'].map((role) => ({
      ...aSeries({ customer, frequency: aFrequency({ id: role, contact: role }), days: plain.horizon }),
    }));
    expect(violations({ series: roles, stops: [stopOf('sales'), stopOf('warehouse')] })).toEqual([]);
    const agreed = ['q1', 'q2'].map((id) =>
      seriesOf(id, {
        origin: { by: 'request', request: aRequest({ id }) },
        times: [{ day: monday, from: at('09:00'), until: at('09:10'), with: null }],
      }),
    );
    expect(violations({ series: agreed, stops: [stopOf('q1'), stopOf('q2')] })).toEqual([]);
  });

  it('lets two reps whom required requests name come on their only day', () => {
    const reps = [aRep({ id: 'r1' }), aRep({ id: 'r2' })];
    const territory = aTerritory({ customers: [customer], reps });
    const pair = (last: Day) =>
      reps.map(({ id }) => {
        const request = aRequest({ id: `q-${id}`, rep: id });
        const own = aSeries({ customer, days: { first: monday, last } });
        return {
          ...own,
          visits: seriesOf(id).visits.map((visit) => ({ ...visit, days: { first: monday, last } })),
          origin: { by: 'request', request },
          answers: [request],
          makers: [id],
        } as const;
      });
    const stops = [stopOf('r1'), stopOf('r2')];
    expect(violations({ territory, series: pair(monday), stops })).toEqual([]);
    expect(violations({ territory, series: pair(addDays(monday, 1)), stops })).toHaveLength(1);
  });

  it('lets managers, inspections and reps come on one day', () => {
    const reps = [aRep({ id: 'r1' }), aRep({ id: 'm1', role: 'manager' })];
    const territory = aTerritory({ customers: [customer], reps });
    const makers = ['r1', 'm1'].map((id) => reps.filter((rep) => rep.id === id).map((rep) => rep.id));
    const series = [
      seriesOf('a', { makers: makers[0] ?? [] }),
      seriesOf('b', { makers: makers[1] ?? [] }),
      seriesOf('c', { kind: 'inspection', makers: makers[1] ?? [] }),
    ];
    expect(violations({ territory, series, stops: [stopOf('a'), stopOf('b')] })).toEqual([]);
    expect(violations({ territory, series, stops: [stopOf('b'), stopOf('c', { kind: 'inspection' })] })).toEqual([]);
  });

  it('finds a walk-in within a week of another visit', () => {
    const series = [seriesOf('a'), seriesOf('b', { kind: 'walk-in' })];
    const stops = [stopOf('a'), stopOf('b', { kind: 'walk-in' })];
    expect(violations({ series, stops, apart: 4 })).toEqual([
      'visit c1/a/1 on 2026-12-07 and visit c1/b/1 on 2026-12-11 are less than a week apart, and one of them is a walk-in.',
    ]);
    expect(violations({ series, stops, apart: 7 })).toEqual([]);
  });

  it('finds a request that is left out although a visit could have answered it', () => {
    const request = aRequest({ id: 'q1' });
    const regular = seriesOf('a');
    const left = seriesOf('q1', { origin: { by: 'request', request }, answers: [request] });
    const unserved = (series: VisitSeries) => {
      const [visit] = series.visits;
      if (visit === undefined) throw new Error('A visit.');
      return { ...visitFactsOf(series, visit), need: 'required' as const, price: seconds(0), reasons: [] };
    };
    const judge = (series: VisitSeries) => {
      const days = [aPlannedDay({ day: monday, stops: [stopOf('a')] })];
      const { plan } = aReview({ ...plain, series: [regular, series], days, unserved: [unserved(series)] });
      return [...oneTrip.violations(openCase({ ...plain, series: [regular, series], calls: [], plan, travel: { between: () => null } }))];
    };
    expect(judge(left)).toEqual(['Visit c1/q1/1 is left out, and visit c1/a/1 on 2026-12-07 could have been it.']);
    expect(judge({ ...left, dwell: minutes(20) })).toEqual([]);
    expect(judge({ ...left, kind: 'return' })).toEqual([]);
    expect(judge({ ...left, contact: li })).toEqual([]);
    expect(judge({ ...left, visits: left.visits.map((visit) => ({ ...visit, required: false, weight: 0.1 })) })).toEqual([]);
  });
});
