import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { Appointment } from '../../../src/domain/request.ts';
import type { VisitSeries } from '../../../src/domain/visit.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { appointments } from '../../../src/rules/stop/appointments.ts';
import {
  aBreakStop,
  aCommitment,
  aCustomer,
  aPlannedDay,
  aRequest,
  aReview,
  aScene,
  aSeries,
  at,
  aTerritory,
  aVisitStop,
  between,
  breachesOf,
  monday,
  obligationOf,
  onlyMonday,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const c1 = aCustomer();
const territory = aTerritory({ customers: [c1] });

/** Ten minutes at 10:00 on Monday; the rep means to be there two minutes early. */
function talk(given: Partial<Appointment> = {}): VisitSeries {
  const appointment = { day: monday, at: at('10:00'), early: minutes(2), mostWait: null, ...given };
  const times = [{ day: monday, from: at('09:58'), until: at('10:10'), with: null }];
  return aSeries({ customer: c1, origin: { by: 'request', request: aRequest({ appointment }) }, times, dwell: minutes(12) });
}

describe('stop/appointments, obligation', () => {
  it('is the times of each day, and how the appointment is kept', () => {
    const [meeting, joined] = [
      talk({ mostWait: minutes(10) }),
      aSeries({ customer: c1, times: [{ day: monday, from: at('09:00'), until: at('09:30'), with: null }] }),
    ];
    const scene = aScene({ territory, horizon: onlyMonday, series: [meeting, joined] });
    expect(obligationOf(appointments, scene, { early: minutes(5) })).toEqual({
      windows: new Map([
        [meeting, new Map([[monday, [between('09:55', '10:10')]]])],
        [joined, new Map([[monday, [between('09:00', '09:30')]]])],
      ]),
      // Two of the five minutes are the appointment's own: 12 + 3.
      appointments: new Map([[meeting, { stay: minutes(15), extra: minutes(3), mostWait: minutes(10) }]]),
    });
  });
});

describe('stop/appointments, compiled', () => {
  const terms = (one: VisitSeries, early = minutes(5)) =>
    termsOf(appointments, aScene({ territory, horizon: onlyMonday, series: [one] }), 'must', { early });

  it('fixes the time, earlier by the time that the policy adds to the appointment', () => {
    expect(terms(talk())).toEqual([
      { term: 'windows', series: 0, day: 0, windows: [between('09:55', '10:10')] },
      { term: 'agreed', series: 0, day: 0, start: at('09:55'), price: 0 },
      { term: 'dwell', series: 0, least: minutes(15) }, // 12 + 3
    ]);
  });

  it('lets the appointment be earlier than the policy', () => {
    expect(terms(talk(), minutes(1))).toMatchObject([{ term: 'windows', windows: [between('09:58', '10:10')] }, { term: 'agreed' }]);
  });

  it('shuts the other days', () => {
    const scene = aScene({ territory, series: [talk()] });
    expect(termsOf(appointments, scene, 'must')).toMatchObject([
      { day: 0 },
      { term: 'agreed', day: 0 },
      ...[1, 2, 3, 4].map((n) => ({ day: n, windows: [] })),
      {},
    ]);
  });

  it('keeps the times of reps that a manager joins as they are, and leaves promised times to their price', () => {
    const joined = aSeries({ customer: c1, times: [{ day: monday, from: at('09:00'), until: at('09:30'), with: null }] });
    const announced = aSeries({ customer: c1, commitments: [aCommitment({ at: at('11:00') })] });
    expect(terms(joined)).toMatchObject([{ windows: [between('09:00', '09:30')] }, { term: 'agreed' }]);
    expect(terms(announced)).toEqual([]);
  });

  it('demands nothing of other visits', () => {
    expect(terms(aSeries({ customer: c1 }))).toEqual([]);
  });
});

describe('stop/appointments, audited', () => {
  interface Visit {
    readonly start: string;
    readonly end?: string;
    readonly arrival?: string;
    readonly on?: string;
  }
  const judge = ({ on = '2026-12-07', ...parts }: Visit, one = talk(), pause?: readonly [string, string]) => {
    const breaks = pause === undefined ? [] : [aBreakStop('lunch', ...pause)];
    const days = [aPlannedDay({ day: day(on), stops: [...breaks, aVisitStop(c1, { end: '10:10', ...parts })] })];
    return breachesOf(appointments, aReview({ territory, series: [one], days }), 'must', { early: minutes(5) });
  };
  const tell = (...judged: Parameters<typeof judge>) => judge(...judged).map((breach) => textOf(appointments, breach));

  it('accepts a visit that begins early and lasts as agreed', () => {
    expect(judge({ start: '09:55' })).toEqual([]);
  });

  it('finds a rep who is there at the last moment, and one who leaves late', () => {
    expect(tell({ start: '10:00' })).toEqual(['c1 is visited from 10:00 to 10:10 on 2026-12-07; the agreed time is 09:55–10:10.']);
    expect(judge({ start: '09:55', end: '10:15' })).toHaveLength(1);
  });

  it('finds a visit on another day', () => {
    expect(tell({ start: '09:55', on: '2026-12-08' })).toEqual(['c1 is visited on 2026-12-08; another day is agreed on.']);
  });

  it('finds a wait that is longer than the appointment allows, breaks aside', () => {
    const short = talk({ mostWait: minutes(10) });
    expect(judge({ start: '09:55', arrival: '09:45' }, short)).toEqual([]);
    expect(tell({ start: '09:55', arrival: '09:44' }, short)).toEqual(['r1 waits for 11 min at c1 on 2026-12-07; the most is 10 min.']);
    expect(judge({ start: '09:55', arrival: '09:15' }, short, ['09:20', '09:50'])).toEqual([]); // 40 − 30 minutes
    expect(judge({ start: '09:55', arrival: '08:00' })).toEqual([]);
  });
});
