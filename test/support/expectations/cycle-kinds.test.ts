import { describe, expect, it } from 'vitest';
import { boss, call, fixtureWith, messages, planOf, planOver, rep, shop, visit } from './small-plan.ts';

// Monday 7 to Friday 11 December 2026: one whole week.
const week = { horizon: { from: '2026-12-07', days: 5 }, customers: [shop] };
const weekOf = (visits: Readonly<Record<string, readonly string[]>>) => planOver('2026-12-07', 5, visits);
const monday = (...stops: Parameters<typeof planOf>[0][string][number][]) =>
  planOf({ '2026-12-07': stops, '2026-12-08': [], '2026-12-09': [], '2026-12-10': [], '2026-12-11': [] });

describe('visitsByKindAtLeast', () => {
  const twice = { kind: 'visitsByKindAtLeast', visitKind: 'return', tiers: ['A'], least: 2, every: 'week' };

  it('counts visits of the kind in each cycle that the horizon closes', () => {
    const visits = [visit('c1', '09:00', '09:10', { kind: 'return' }), visit('c1', '10:00', '10:10', { kind: 'return' })];
    expect(messages(monday(...visits), fixtureWith(twice, week))).toEqual([]);
    expect(messages(monday(...visits.slice(1)), fixtureWith(twice, week))).toEqual([
      'c1 has 1 visits of the kind return in 2026-12-07 to 2026-12-13 instead of 2.',
    ]);
  });

  it('counts no other kind, unless it says so', () => {
    const mixed = monday(visit('c1', '09:00', '09:10', { kind: 'return' }), visit('c1', '10:00', '10:10'));
    expect(messages(mixed, fixtureWith(twice, week))).toHaveLength(1);
    expect(messages(mixed, fixtureWith({ ...twice, countsAlso: ['ordinary'] }, week))).toEqual([]);
  });

  it('counts what the cycle had before the horizon', () => {
    // The horizon begins on Wednesday.
    const late = { ...week, horizon: { from: '2026-12-09', days: 3 } };
    const history = [{ customer: 'c1', day: '2026-12-07', kind: 'return' }];
    const plan = planOf({ '2026-12-09': [visit('c1', '09:00', '09:10', { kind: 'return' })], '2026-12-10': [], '2026-12-11': [] });
    expect(messages(plan, fixtureWith(twice, { ...late, history }))).toEqual([]);
    expect(messages(plan, fixtureWith(twice, late))).toHaveLength(1);
  });

  it('asks for each contact of the role, and for nobody else there', () => {
    const leader = { ...twice, contactRole: 'leader', least: 1 };
    const contacts = [
      { customer: 'c1', id: 'k1', role: 'leader' },
      { customer: 'c1', id: 'k2', role: 'warehouse' },
    ];
    const meeting = (id: string, role: string) => monday(visit('c1', '09:00', '09:10', { kind: 'return', contact: { id, role } }));
    expect(messages(meeting('k1', 'leader'), fixtureWith(leader, { ...week, contacts }))).toEqual([]);
    expect(messages(meeting('k2', 'warehouse'), fixtureWith(leader, { ...week, contacts }))).toEqual([
      'c1 has 0 visits of the kind return to k1 in 2026-12-07 to 2026-12-13 instead of 1.',
    ]);
    expect(messages(meeting('k1', 'leader'), fixtureWith(leader, week))).toEqual(['Nobody is leader.']);
  });

  it('is not content with customers that there are not, or a horizon that closes nothing', () => {
    expect(messages(weekOf({}), fixtureWith({ ...twice, tiers: ['Z'] }, week))[0]).toContain('No customer is meant');
    expect(messages(weekOf({}), fixtureWith({ ...twice, every: 'month' }, week))).toEqual(['The horizon closes no cycle.']);
    // Fortnights from Monday 2024-01-01: 153 weeks later is 7 December 2026, so that this week is the first of two.
    expect(messages(weekOf({}), fixtureWith({ ...twice, every: { days: 14 } }, week))).toHaveLength(1);
  });
});

describe('callsAtLeast', () => {
  const once = { kind: 'callsAtLeast', least: 1, every: 'week' };

  it('counts calls of the plan and of history, and no visits', () => {
    expect(messages(monday(call('c1', '09:00', '09:10')), fixtureWith(once, week))).toEqual([]);
    expect(messages(monday(visit('c1', '09:00', '09:10')), fixtureWith(once, week))).toEqual([
      'c1 has 0 calls in 2026-12-07 to 2026-12-13 instead of 1.',
    ]);
  });
});

describe('managerVisits', () => {
  const once = { kind: 'managerVisits', least: 1, every: 'week' };
  const team = { ...week, reps: [rep, boss] };
  const free = { '2026-12-08': [], '2026-12-09': [], '2026-12-10': [], '2026-12-11': [] };
  const joined = (from: string, until: string) =>
    planOf(
      { '2026-12-07': [visit('c1', '09:00', '10:00')], ...free },
      { others: { m1: { '2026-12-07': [visit('c1', from, until, { kind: 'manager' })], ...free } } },
    );

  it('counts visits of managers only', () => {
    expect(messages(joined('14:00', '14:30'), fixtureWith(once, team))).toEqual([]);
    const alone = planOf({ '2026-12-07': [visit('c1', '09:00', '10:00')], ...free }, { others: { m1: { '2026-12-07': [], ...free } } });
    expect(messages(alone, fixtureWith(once, team))).toEqual(["c1 has 0 managers' visits in 2026-12-07 to 2026-12-13 instead of 1."]);
  });

  it('wants joint ones within the visit of a rep', () => {
    const joint = { ...once, joint: true };
    expect(messages(joined('09:00', '09:40'), fixtureWith(joint, team))).toEqual([]);
    expect(messages(joined('09:30', '10:10'), fixtureWith(joint, team))).toEqual(['m1 visits c1 on 2026-12-07 without its rep.']);
  });

  it('is not content without managers', () => {
    expect(messages(weekOf({}), fixtureWith(once, week))[0]).toBe('Nobody is a manager.');
  });
});

describe('spotChecks', () => {
  const check = { kind: 'spotChecks', least: 2, every: 'week' };
  const team = { ...week, reps: [rep, boss], customers: [shop, { ...shop, id: 'c3' }] };
  const checks = (rep: string, ...customers: readonly string[]) => {
    const stops = customers.map((customer, i) => visit(customer, `1${i}:00`, `1${i}:10`, { kind: 'inspection' }));
    const days = { '2026-12-07': stops, '2026-12-08': [], '2026-12-09': [], '2026-12-10': [], '2026-12-11': [] };
    const idle = { ...days, '2026-12-07': [] };
    return rep === 'm1' ? planOf(idle, { others: { m1: days } }) : planOf(days, { others: { m1: idle } });
  };

  it('counts customers whom a manager checks on', () => {
    expect(messages(checks('m1', 'c1', 'c3'), fixtureWith(check, team))).toEqual([]);
    // Twice at the same customer is one customer; a rep checks on nobody.
    expect(messages(checks('m1', 'c1', 'c1'), fixtureWith(check, team))).toEqual([
      '1 customers are checked on in 2026-12-07 to 2026-12-13 instead of 2.',
    ]);
    expect(messages(checks('r1', 'c1', 'c3'), fixtureWith(check, team))).toHaveLength(1);
  });

  it('is not content with a horizon that closes no cycle', () => {
    const short = { ...team, horizon: { from: '2026-12-07', days: 2 } };
    const days = { '2026-12-07': [], '2026-12-08': [] };
    expect(messages(planOf(days, { others: { m1: days } }), fixtureWith(check, short))).toEqual(['The horizon closes no cycle.']);
  });
});

describe('lostReapproached', () => {
  const again = { kind: 'lostReapproached', every: 'week' };
  const lost = { ...week, customers: [{ ...shop, status: 'lost' }] };

  it('asks for a visit of each lost customer', () => {
    expect(messages(weekOf({ '2026-12-08': ['c1'] }), fixtureWith(again, lost))).toEqual([]);
    expect(messages(weekOf({}), fixtureWith(again, lost))).toEqual(['c1 has 0 visits in 2026-12-07 to 2026-12-13 instead of 1.']);
    expect(messages(weekOf({}), fixtureWith(again, week))[0]).toContain('No customer is meant');
  });
});

describe('countsByPost', () => {
  const byPost = { kind: 'countsByPost', post: 'senior', least: 1, every: 'week' };

  it('counts visits by those of the post, to customers who may see them', () => {
    const senior = { ...week, reps: [{ ...rep, post: 'senior' }] };
    expect(messages(weekOf({ '2026-12-08': ['c1'] }), fixtureWith(byPost, senior))).toEqual([]);
    expect(messages(weekOf({}), fixtureWith(byPost, senior))).toEqual([
      'c1 has 0 visits by senior in 2026-12-07 to 2026-12-13 instead of 1.',
    ]);
    expect(messages(weekOf({ '2026-12-08': ['c1'] }), fixtureWith(byPost, week))[0]).toBe('Nobody has the post senior.');
  });
});
