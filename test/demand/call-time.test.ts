import { describe, expect, it } from 'vitest';
import { callTimes, callerOf } from '../../src/demand/call-time.ts';
import { callsDue } from '../../src/demand/visits-due.ts';
import { day } from '../../src/domain/calendar.ts';
import { calendar2026 } from '../../src/generate/holidays-2026.ts';
import { repId } from '../../src/kernel/ids.ts';
import { minutes } from '../../src/kernel/units.ts';
import { aCustomer, aFrequency, aPolicy, aRep, aTerritory } from '../support/builders.ts';

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

  it('is the rep whom the customer requires or prefers, else the first who may', () => {
    expect(callerOf({ customer: aCustomer({ requiredRep: 'r2' }), makers })).toBe('r2');
    expect(callerOf({ customer: aCustomer({ preferredRep: 'r2' }), makers })).toBe('r2');
    expect(callerOf({ customer: aCustomer({ preferredRep: 'r9' }), makers })).toBe('r1');
    expect(callerOf({ customer: aCustomer(), makers: [] })).toBeNull();
  });
});
