import { describe, expect, it } from 'vitest';
import { openCase } from '../../../../src/audit/audit-case.ts';
import { calls } from '../../../../src/audit/checks/structure/calls.ts';
import { once } from '../../../../src/audit/checks/structure/once.ts';
import { callBefore } from '../../../../src/domain/calls/call-before.ts';
import type { CallStop } from '../../../../src/domain/plan.ts';
import { dailyHours } from '../../../../src/domain/visiting-hours.ts';
import { aCallStop, aCustomer, aFrequency, aSeries, between } from '../../../support/builders.ts';
import { c1, c2, horizon, inputWith, mondayPlanned, plan, policy, territory, tuesday, tuesdayPlanned } from '../../handmade.ts';

const caller = aFrequency({ id: 'calls', kind: 'call' });
const c4 = aCustomer({ id: 'c4', hours: dailyHours(between('09:00', '17:00')), closedDays: [tuesday] });
const due = aSeries({ customer: c4, frequency: caller, days: { first: horizon.first, last: horizon.first }, required: [true, false] });

/** What the checks of calls find where Monday, which is over at 12:30, holds these, and Tuesday those. */
function violations(onMonday: readonly CallStop[], onTuesday: readonly CallStop[] = [], series = due) {
  const days = [
    { ...mondayPlanned, calls: onMonday },
    { ...tuesdayPlanned, calls: onTuesday },
  ];
  const audited = openCase(inputWith({ plan: { ...plan, days }, calls: [series] }));
  return [...calls.violations(audited), ...once.violations(audited)].filter((message) => message.includes('c4'));
}

const optional = 'Visit c4/calls/2 is served 0 times and listed 0 times as unserved.';

describe('structure/calls', () => {
  it('finds nothing in a call after the field work, at hours of the customer', () => {
    expect(violations([aCallStop(c4, { start: '14:00' })])).toEqual([optional]);
  });

  it('finds calls that are neither made nor listed', () => {
    expect(violations([])).toEqual(['Visit c4/calls/1 is served 0 times and listed 0 times as unserved.', optional]);
  });

  it('finds a call while the rep is with another customer', () => {
    // With c1 from 09:00 to 09:10.
    expect(violations([aCallStop(c4, { start: '09:05' })])[0]).toBe(
      'r1 on 2026-12-07: call c4/calls/1 is made from 09:05 to 09:15, while the rep is busy with something else from 09:00.',
    );
  });

  it('finds calls that are too short, out of hours, or after work', () => {
    expect(violations([aCallStop(c4, { start: '14:00', end: '14:04' })])[0]).toBe(
      'r1 on 2026-12-07: call c4/calls/1 takes PT4M instead of PT10M.',
    );
    expect(violations([aCallStop(c4, { start: '16:55' })]).slice(0, 2)).toEqual([
      'r1 on 2026-12-07: call c4/calls/1 is made from 16:55 to 17:05, when c4 cannot be reached.',
      'r1 on 2026-12-07: call c4/calls/1 is made outside the shift.',
    ]);
  });

  it('finds calls on other days than theirs, and on closed ones', () => {
    expect(violations([], [aCallStop(c4, { start: '14:00' })]).slice(0, 2)).toEqual([
      'r1 on 2026-12-08: call c4/calls/1 is due from 2026-12-07 to 2026-12-07.',
      'r1 on 2026-12-08: call c4/calls/1 is made from 14:00 to 14:10, when c4 cannot be reached.',
    ]);
  });

  it('finds two calls of a series on one day, and calls that another rep must make', () => {
    const twice = [aCallStop(c4, { start: '14:00' }), aCallStop(c4, { start: '14:10', nth: 2, required: false })];
    expect(violations(twice)).toEqual(['r1 on 2026-12-07: call c4/calls/2 is made on the day of another call of its series.']);
    expect(violations([aCallStop(c4, { start: '14:00' })], [], { ...due, makers: [] })[0]).toBe(
      'r1 on 2026-12-07: call c4/calls/1 may not be made by r1.',
    );
  });

  it('finds calls to a customer on a day of a visit', () => {
    const visited = aSeries({ customer: c1, frequency: caller, days: horizon });
    const audited = openCase(
      inputWith({
        plan: { ...plan, days: [{ ...mondayPlanned, calls: [aCallStop(c1, { start: '14:00' })] }, tuesdayPlanned] },
        calls: [visited],
      }),
    );
    expect([...calls.violations(audited)]).toEqual(['r1 on 2026-12-07: call c1/calls/1 is made on a day on which the rep visits c1.']);
  });

  it('finds more calls on a day than the policy allows', () => {
    const rule = { rule: 'day/call-time', params: { mostADay: 1 }, price: 60, tag: 'added' } as const;
    const strict = { ...territory, policy: { ...policy, rules: [...policy.rules, rule] } };
    const two = [aCallStop(c4, { start: '14:00' }), aCallStop(c2, { start: '14:30' })];
    const audited = openCase({
      ...inputWith({ plan: { ...plan, days: [{ ...mondayPlanned, calls: two }, tuesdayPlanned] }, calls: [] }),
      territory: strict,
    });
    expect([...calls.violations(audited)]).toContain('r1 on 2026-12-07 has 2 calls instead of at most 1.');
  });

  it('finds a call before a spot check that comes after it', () => {
    const spot = aFrequency({ id: 'monthly', kind: 'inspection' });
    const [visit] = mondayPlanned.stops.flatMap((stop) => (stop.type === 'visit' ? [stop] : []));
    if (visit === undefined) throw new Error('Monday has a visit.');
    const check = aSeries({ customer: c1, frequency: spot, days: horizon });
    const due = { ...check, visits: check.visits.map((one) => ({ ...one, id: callBefore(visit.visit) })) };
    const found = (start: string) => {
      const call: CallStop = { ...aCallStop(c1, { start }), kind: 'inspection', visit: callBefore(visit.visit) };
      const days = [{ ...mondayPlanned, calls: [call] }, tuesdayPlanned];
      return [...calls.violations(openCase(inputWith({ plan: { ...plan, days }, calls: [due] })))];
    };
    expect(found('14:00')).toEqual([`r1 on 2026-12-07: call ${visit.visit}/call comes after visit ${visit.visit}.`]);
  });
});
