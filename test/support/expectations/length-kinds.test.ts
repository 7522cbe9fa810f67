import { describe, expect, it } from 'vitest';
import { type Stop, boss, duty, fixtureWith, leg, messages, oneDay, pause, planOf, rep, visit } from './small-plan.ts';

const failures = (expectation: object, stops: readonly Stop[], { legs = [], ...changes }: Readonly<Record<string, unknown>> = {}) =>
  messages(planOf({ '2026-12-07': stops }, { legs }), fixtureWith(expectation, { ...oneDay, ...changes }));

describe('atLeastADay', () => {
  const two = { kind: 'atLeastADay', visits: 2, fullFieldMinutes: 540 };

  it('asks for so many visits on a full day, and for fewer on a shorter one', () => {
    expect(failures(two, [visit('c1', '09:00', '09:10'), visit('c2', '10:00', '10:10')])).toEqual([]);
    expect(failures(two, [visit('c1', '09:00', '09:10')])).toEqual(['r1 on 2026-12-07 has 1 visits instead of 2.']);
    // 9 h less 4 h of duty are 300 of 540 min: 2 × 0.56 is one.
    expect(failures(two, [visit('c1', '09:00', '09:10'), duty('13:00', '17:00')])).toEqual([]);
  });

  it('asks nothing of managers', () => {
    const plan = planOf(
      { '2026-12-07': [visit('c1', '09:00', '09:10'), visit('c2', '10:00', '10:10')] },
      { others: { m1: { '2026-12-07': [] } } },
    );
    expect(messages(plan, fixtureWith(two, { ...oneDay, reps: [rep, boss] }))).toEqual([]);
  });
});

describe('reserveKept', () => {
  const hour = { kind: 'reserveKept', minutes: 60, fullFieldMinutes: 540 };

  it('wants time left over, wherever in the day it is', () => {
    // 540 min less 420 with a customer less 60 on the way.
    const ways = [leg('bicycle', '08:00', '08:30'), leg('bicycle', '16:00', '16:30')];
    expect(failures(hour, [visit('c1', '08:30', '15:30')], { legs: ways })).toEqual([]);
    expect(failures(hour, [visit('c1', '08:30', '15:31')], { legs: ways })).toEqual([
      'r1 on 2026-12-07 leaves 59 min of reserve instead of 60.',
    ]);
  });

  it('does not take a break on the way for travel', () => {
    const ways = [leg('bicycle', '08:00', '10:00')];
    // The shift leaves 540 − 60; 60 min of way and 360 of visit leave 60 × 480/540 and more.
    expect(failures(hour, [pause('08:30', '09:30'), visit('c1', '10:00', '16:00')], { legs: ways })).toEqual([]);
  });

  it('lets ad-hoc work use it', () => {
    const requests = [{ id: 'q1', customer: 'c1', source: 'ad-hoc', from: '2026-12-07', deadline: '2026-12-07' }];
    const full = [visit('c1', '08:30', '16:30', { answers: [{ request: 'q1' }] })];
    expect(failures(hour, full, { requests })).toEqual([]);
    expect(failures(hour, [visit('c1', '08:00', '16:30')])).toHaveLength(1);
  });
});

describe('shiftLength', () => {
  const eight = { kind: 'shiftLength', minutes: 480 };

  it('counts from the first activity to the last, breaks aside', () => {
    expect(failures(eight, [duty('08:00', '08:30'), pause('12:00', '13:00'), visit('c1', '16:00', '17:00')])).toEqual([]);
    expect(failures(eight, [duty('08:00', '08:30'), visit('c1', '16:00', '17:00')])).toEqual([
      "r1 on 2026-12-07 has 540 min of work; 480 is a day's.",
    ]);
    // The way home counts.
    const home = [leg('bicycle', '16:00', '17:30')];
    expect(failures(eight, [duty('08:00', '08:30'), pause('12:00', '13:00')], { legs: home })).toHaveLength(1);
  });
});
