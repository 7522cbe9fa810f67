import { describe, expect, it } from 'vitest';
import { callShares, callTimes, callerOf } from '../../src/domain/call-time.ts';
import { callsDue } from '../../src/demand/visits-due.ts';
import { day } from '../../src/domain/calendar.ts';
import { repDaysOf } from '../../src/domain/rep-day.ts';
import { calendar2026 } from '../../src/generate/holidays-2026.ts';
import { repId } from '../../src/kernel/ids.ts';
import { minutes } from '../../src/kernel/units.ts';
import { aCustomer, aDuty, aFrequency, aPolicy, aRep, aTerritory, at } from '../support/builders.ts';

const twiceAWeek = aFrequency({
  kind: 'call',
  count: { bound: 'atLeast', visits: 2 },
  cycle: { every: 'days', length: 7 },
  dwell: minutes(10),
});
const onceAMonth = aFrequency({ id: 'monthly-call', kind: 'call', tiers: ['B'], dwell: minutes(18) });
const territory = aTerritory({
  calendar: calendar2026,
  customers: [aCustomer({ id: 'c1', requiredRep: 'r2' }), aCustomer({ id: 'c2', tier: 'B' })],
  reps: [aRep({ id: 'r1' }), aRep({ id: 'r2' })],
  policy: aPolicy({ frequencies: [twiceAWeek, onceAMonth] }),
});

describe('callTimes', () => {
  it('sum up the required calls of each rep, week by week', () => {
    // October 2026 has 18 working days: 3 in the week of the 5th, then 5, 5 and 5. r2 calls c1 twice a week for ten
    // minutes; r1 calls c2 once for 18 minutes, a minute for each working day.
    const october = { first: day('2026-10-05'), last: day('2026-10-31') };
    const times = callTimes(territory, callsDue(territory, october));
    expect(times.map(({ rep, time }) => [rep, time])).toEqual([
      ['r1', minutes(3)],
      ['r1', minutes(5)],
      ['r1', minutes(5)],
      ['r1', minutes(5)],
      ['r2', minutes(20)],
      ['r2', minutes(20)],
      ['r2', minutes(20)],
      ['r2', minutes(20)],
    ]);
    expect(times[0]?.week).toEqual({ first: day('2026-10-05'), last: day('2026-10-11') });
  });
});

describe('callerOf', () => {
  const makers = [repId('r1'), repId('r2')];
  const reps = [aRep({ id: 'r1' }), aRep({ id: 'r2' })];

  it('is the rep whom the customer requires or prefers, else the first who may', () => {
    expect(callerOf(reps, { customer: aCustomer({ requiredRep: 'r2' }), makers })).toBe('r2');
    expect(callerOf(reps, { customer: aCustomer({ preferredRep: 'r2' }), makers })).toBe('r2');
    expect(callerOf(reps, { customer: aCustomer({ preferredRep: 'r9' }), makers })).toBe('r1');
    expect(callerOf(reps, { customer: aCustomer(), makers: [] })).toBeNull();
  });

  it('serves the area of the customer', () => {
    const divided = [aRep({ id: 'r1', areas: ['north'] }), aRep({ id: 'r2', areas: ['south'] })];
    expect(callerOf(divided, { customer: aCustomer({ area: 'south' }), makers })).toBe('r2');
  });
});

describe('callShares', () => {
  it("spread a week's calls over the rep's days by their field time", () => {
    // r2 has 20 minutes of calls in the week of 12 October. Four days of nine hours and a Monday of three come to 39
    // hours: 20 × 9 ÷ 39 = 4.615 minutes, 277 s, a full day, and 20 × 3 ÷ 39 = 1.538 minutes, 92 s, on Monday.
    const briefing = aDuty({ days: { on: 'weekdays', weekdays: [1] }, from: at('11:00'), until: at('17:00') });
    const busy = { ...territory, policy: aPolicy({ frequencies: [twiceAWeek], duties: [briefing] }) };
    const horizon = { first: day('2026-10-12'), last: day('2026-10-16') };
    const repDays = repDaysOf(busy, horizon);
    const shares = callShares(busy, repDays, callsDue(busy, horizon));
    expect(shares.slice(0, 5)).toEqual([0, 0, 0, 0, 0]); // r1 calls nobody
    expect(shares.slice(5)).toEqual([92, 277, 277, 277, 277]);
  });
});
