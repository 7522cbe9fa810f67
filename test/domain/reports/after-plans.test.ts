import { describe, expect, it } from 'vitest';
import { afterPlans } from '../../../src/domain/reports/after-plans.ts';
import { type DayRange, day, formatDay } from '../../../src/domain/calendar.ts';
import type { EarlierPlan, EarlierVisit } from '../../../src/domain/reports/report.ts';
import { contactId, customerId, repId, requestId } from '../../../src/kernel/ids.ts';

import { aCommitment, aPastVisit, aTerritory, at } from '../../support/builders.ts';

const range = (first: string, last: string): DayRange => ({ first: day(first), last: day(last) });
const firstWeek = range('2026-12-07', '2026-12-11');
const secondWeek = range('2026-12-14', '2026-12-18');

const aVisit = ({
  on = '2026-12-08',
  customer = 'c1',
  ...given
}: Partial<Omit<EarlierVisit, 'customer'>> & { readonly on?: string; readonly customer?: string } = {}): EarlierVisit => ({
  contact: null,
  kind: 'ordinary',
  requests: [],
  rep: repId('r1'),
  at: at('10:00'),
  outcome: null,
  actualDay: null,
  followUp: null,
  firmness: null,
  ...given,
  day: day(on),
  customer: customerId(customer),
});
const aWeek = (...visits: readonly EarlierVisit[]): EarlierPlan => ({ horizon: firstWeek, reps: null, visits });
const after = (plans: readonly EarlierPlan[], horizon = secondWeek, territory = aTerritory()) => {
  const { history, commitments, requests, startedOn } = afterPlans(territory, plans, horizon);
  return {
    history: history.map((visit) => `${visit.customer} ${formatDay(visit.day)}`),
    commitments: commitments.map((held) => `${held.customer} ${formatDay(held.day)} ${held.firmness}`),
    requests: requests.map(({ id, due }) => `${id} ${formatDay(due.first)} ${formatDay(due.last)}`),
    startedOn: startedOn === null ? null : formatDay(startedOn),
  };
};

describe('afterPlans: visits before the horizon', () => {
  it('count as made without a report, and are owed from the first plan on', () => {
    expect(after([aWeek(aVisit(), aVisit({ on: '2026-12-11', customer: 'c2' }))])).toEqual({
      history: ['c1 2026-12-08', 'c2 2026-12-11'],
      commitments: [],
      requests: [],
      startedOn: '2026-12-07',
    });
  });

  it('count on their actual day, and not at all when they were missed', () => {
    const reported = aWeek(
      aVisit({ outcome: 'made', actualDay: day('2026-12-10') }),
      aVisit({ customer: 'c2', outcome: 'missed' }),
      aVisit({ customer: 'c3', outcome: 'moved', actualDay: day('2026-12-09') }),
    );
    expect(after([reported]).history).toEqual(['c1 2026-12-10', 'c3 2026-12-09']);
  });

  it('take the requests that they answer, and promises to come again, into the history', () => {
    const followUp = day('2026-12-20');
    const territory = afterPlans(aTerritory(), [aWeek(aVisit({ requests: [requestId('q1')], followUp }))], secondWeek);
    expect(territory.history).toMatchObject([{ requests: ['q1'], followUp, rep: 'r1' }]);
  });

  it('become a request when they were missed and somebody promised to come again', () => {
    const missed = aWeek(aVisit({ outcome: 'missed', followUp: day('2026-12-16') }));
    expect(after([missed]).requests).toEqual(['after-missed-ordinary-2026-12-08-c1 2026-12-09 2026-12-16']);
  });

  it('count once when the history has them', () => {
    const territory = aTerritory({ history: [aPastVisit({ day: day('2026-12-08') })] });
    const { history } = afterPlans(territory, [aWeek(aVisit({ requests: [requestId('q1')] }))], secondWeek);
    expect(history).toEqual([aPastVisit({ day: day('2026-12-08'), requests: ['q1'] })]);
  });

  it('count once when the history has them on another day of the plan', () => {
    const territory = aTerritory({ history: [aPastVisit({ day: day('2026-12-10') })] });
    expect(after([aWeek(aVisit())], secondWeek, territory).history).toEqual(['c1 2026-12-10']);
    const earlier = aTerritory({ history: [aPastVisit({ day: day('2026-12-04') })] });
    expect(after([aWeek(aVisit())], secondWeek, earlier).history).toEqual(['c1 2026-12-04', 'c1 2026-12-08']);
  });

  it('are apart when they met different contacts', () => {
    const territory = aTerritory({ history: [aPastVisit({ day: day('2026-12-08'), contact: 'boss' })] });
    const { history } = after([aWeek(aVisit({ contact: contactId('buyer') }))], secondWeek, territory);
    expect(history).toHaveLength(2);
  });
});

describe('afterPlans: visits in the horizon', () => {
  const fromWednesday = range('2026-12-09', '2026-12-15');

  it('become commitments, as firm as the report says', () => {
    const plan = aWeek(
      aVisit(),
      aVisit({ on: '2026-12-09', customer: 'c2' }),
      aVisit({ on: '2026-12-10', customer: 'c3', firmness: 'announced' }),
    );
    expect(after([plan], fromWednesday)).toMatchObject({
      history: ['c1 2026-12-08'],
      commitments: ['c2 2026-12-09 planned', 'c3 2026-12-10 announced'],
    });
  });

  it('keep their time where the customer expects it', () => {
    const plan = aWeek(aVisit({ on: '2026-12-09' }), aVisit({ on: '2026-12-10', firmness: 'confirmed' }));
    expect(afterPlans(aTerritory(), [plan], fromWednesday).commitments.map((held) => held.at)).toEqual([null, at('10:00')]);
  });

  it('keep the day to which they moved', () => {
    const moved = aWeek(aVisit({ outcome: 'moved', actualDay: day('2026-12-15') }));
    expect(after([moved], fromWednesday)).toMatchObject({ history: [], commitments: ['c1 2026-12-15 planned'] });
  });

  it('give calls, and what the territory has promised already, no further commitment', () => {
    const plan = aWeek(aVisit({ on: '2026-12-09', kind: 'call' }), aVisit({ on: '2026-12-10' }));
    const territory = aTerritory({ commitments: [aCommitment({ day: day('2026-12-10'), firmness: 'confirmed' })] });
    expect(after([plan], fromWednesday, territory).commitments).toEqual(['c1 2026-12-10 confirmed']);
  });
});

describe('afterPlans: several plans', () => {
  const month: EarlierPlan = {
    horizon: range('2026-12-01', '2026-12-31'),
    reps: null,
    visits: [aVisit({ on: '2026-12-03' }), aVisit({ on: '2026-12-09', customer: 'c2' }), aVisit({ on: '2026-12-15', customer: 'c3' })],
  };

  it('take from each day the plan that begins later, in whatever order they are given', () => {
    const week = aWeek(aVisit({ on: '2026-12-10', customer: 'c2' }));
    for (const plans of [
      [month, week],
      [week, month],
    ])
      expect(after(plans)).toMatchObject({ history: ['c1 2026-12-03', 'c2 2026-12-10'], commitments: ['c3 2026-12-15 planned'] });
  });

  it('hold beside each other where they plan other reps', () => {
    const own: EarlierPlan = { ...aWeek(aVisit({ rep: repId('r1') })), reps: [repId('r1')] };
    const other: EarlierPlan = { ...aWeek(aVisit({ customer: 'c2', rep: repId('r2') })), reps: [repId('r2')] };
    expect(after([own, other]).history).toEqual(['c1 2026-12-08', 'c2 2026-12-08']);
  });

  it('take the last of two plans for the same days, and reports from any', () => {
    const made = aWeek(aVisit({ on: '2026-12-08', outcome: 'made' }), aVisit({ on: '2026-12-09', customer: 'c2', outcome: 'missed' }));
    const again = aWeek(aVisit({ on: '2026-12-09', customer: 'c2' }), aVisit({ on: '2026-12-11', customer: 'c3' }));
    expect(after([made, again]).history).toEqual(['c1 2026-12-08', 'c3 2026-12-11']);
    expect(after([again, made]).history).toEqual(['c1 2026-12-08']);
  });
});
