import { describe, expect, it } from 'vitest';
import { callShares, callerOf } from '../../../src/domain/calls/call-time.ts';
import { callsDue } from '../../../src/demand/visits-due.ts';
import { day, formatDay } from '../../../src/domain/calendar.ts';
import { dailyHours } from '../../../src/domain/visiting-hours.ts';
import { repDaysOf } from '../../../src/domain/rep-day/rep-day.ts';
import { calendar2026 } from '../../../tools/generate/holidays-2026.ts';
import { repId } from '../../../src/kernel/ids.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { aCustomer, aDuty, aFrequency, aPolicy, aRep, aTerritory, at, between } from '../../support/builders.ts';

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
  const horizon = { first: day('2026-10-05'), last: day('2026-10-11') };
  const sharesOf = (other: typeof territory) => {
    const repDays = repDaysOf(other, horizon);
    const shares = callShares(other, repDays, callsDue(other, horizon));
    return repDays.map(({ rep, day: on }, i) => `${rep.id} ${formatDay(on).slice(8)} ${shares[i]}`);
  };

  it("spread a week's calls over the caller's days by their field time", () => {
    // The week of 5 October has the Thursday, the Friday and a make-up Saturday. r2 calls c1 twice for ten minutes.
    // Two days of nine hours and a Friday of three come to 21: 1200 × 9 ÷ 21 = 514 s, 1200 × 3 ÷ 21 = 171 s.
    const briefing = aDuty({ days: { on: 'weekdays', weekdays: [5] }, from: at('11:00'), until: at('17:00') });
    const busy = { ...territory, policy: aPolicy({ frequencies: [twiceAWeek], duties: [briefing] }) };
    expect(sharesOf(busy)).toEqual(['r1 08 0', 'r1 09 0', 'r1 10 0', 'r2 08 514', 'r2 09 171', 'r2 10 514']);
  });

  it('leave out days on which the customer cannot be reached', () => {
    const hours = { ...dailyHours(between('09:00', '17:00')), byWeekday: { ...dailyHours(between('09:00', '17:00')).byWeekday, 5: [] } };
    const customers = [aCustomer({ id: 'c1', requiredRep: 'r2', hours, closedDays: [day('2026-10-08')] })];
    expect(sharesOf({ ...territory, customers })).toEqual(['r1 08 0', 'r1 09 0', 'r1 10 0', 'r2 08 0', 'r2 09 0', 'r2 10 1200']);
  });
});
