import { describe, expect, it } from 'vitest';
import { callTime } from '../../../src/rules/day/call-time.ts';
import { minutes } from '../../../src/kernel/units.ts';
import {
  aCustomer,
  aFrequency,
  aReview,
  aRound,
  aScene,
  aSeries,
  at,
  aVisitStop,
  breachesOf,
  monday,
  obligationOf,
  onlyMonday,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const c1 = aCustomer();
const frequency = aFrequency({ id: 'calls', kind: 'call' });
/** A call of so many minutes to each of two customers, any day of the week. */
const calls = (length: number) => [c1, aCustomer({ id: 'c2' })].map((customer) => aSeries({ customer, frequency, dwell: minutes(length) }));

describe('day/call-time, obligation', () => {
  it('is the time for calls and the latest return', () => {
    const scene = aScene({ calls: calls(25), horizon: onlyMonday });
    // 2 × 25 minutes before 17:00
    expect(obligationOf(callTime, scene)).toEqual(new Map([[scene.repDays[0], { share: minutes(50), by: at('16:10') }]]));
  });
});

describe('day/call-time, compiled', () => {
  it('shares the calls of a week out over its days', () => {
    // 2 × 25 minutes on five equal days: back ten minutes before 17:00.
    expect(termsOf(callTime, aScene({ calls: calls(25) }), 60)).toEqual(
      [0, 1, 2, 3, 4].map((slot) => ({ term: 'aggregate', slot, of: 'end', side: 'above', limit: at('16:50'), price: 1 })),
    );
  });

  it('demands nothing where no call is due, or only optional ones', () => {
    expect(termsOf(callTime, aScene(), 60)).toEqual([]);
    expect(termsOf(callTime, aScene({ calls: [aSeries({ frequency, required: [false] })] }), 60)).toEqual([]);
  });
});

describe('day/call-time, audited', () => {
  const due = [aSeries({ customer: c1, frequency, dwell: minutes(30), days: onlyMonday })];
  const judge = (end: string, asked = due) =>
    breachesOf(
      callTime,
      aReview({ horizon: onlyMonday, calls: asked, days: [aRound({ day: monday, stops: [aVisitStop(c1, { start: '15:00', end })] })] }),
      60,
    );

  it('accepts a return that leaves time', () => {
    expect(judge('16:20')).toEqual([]); // back at 16:30
    expect(judge('16:50', [])).toEqual([]);
  });

  it('counts the minutes that are missing', () => {
    const breaches = judge('16:25'); // back at 16:35
    expect(breaches).toMatchObject([{ units: 5, cost: 300 }]);
    expect(breaches.map((breach) => textOf(callTime, breach))).toEqual([
      'r1 is back at 16:35 on 2026-12-07; to keep 30 min for calls it should be 16:30.',
    ]);
  });
});
