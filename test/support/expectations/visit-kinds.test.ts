import { describe, expect, it } from 'vitest';
import { fixtureWith, messages, oneDay, planOf, shop, visit } from './small-plan.ts';

// Monday, 7 December 2026.
const monday = (...stops: Parameters<typeof planOf>[0][string][number][]) => planOf({ '2026-12-07': stops });

describe('contactHours', () => {
  const leader = { customer: 'c1', id: 'p1', role: 'leader', hours: 'Mo 09:00-11:00' };
  const asked = fixtureWith({ kind: 'contactHours' }, { ...oneDay, contacts: [leader, { ...leader, id: 'p2', hours: '' }] });
  const meets = (id: string, from: string, until: string) => visit('c1', from, until, { contact: { id, role: 'leader' } });

  it('wants whoever is met to have time', () => {
    expect(messages(monday(meets('p1', '10:50', '11:00')), asked)).toEqual([]);
    expect(messages(monday(meets('p1', '10:50', '11:10')), asked)).toEqual([
      'The visit to c1 on 2026-12-07 meets p1 from 10:50 to 11:10, and not within Mo 09:00-11:00.',
    ]);
  });

  it('lets visits be that meet somebody without hours, or nobody in particular', () => {
    expect(messages(monday(meets('p2', '14:00', '14:10'), visit('c1', '15:00', '15:10')), asked)).toEqual([]);
  });

  it('is not content when nobody has hours', () => {
    expect(messages(monday(), fixtureWith({ kind: 'contactHours' }, oneDay))).toEqual(['Nobody has hours of their own.']);
  });
});

describe('companionsLead', () => {
  const guide = { id: 'g1', hours: 'Mo 13:00-17:00', days_off: '' };
  const asked = (companion: object) =>
    fixtureWith({ kind: 'companionsLead' }, { ...oneDay, customers: [{ ...shop, companion: 'g1' }], companions: [companion] });

  it('wants the companion to have time for the visit', () => {
    expect(messages(monday(visit('c1', '13:00', '13:10')), asked(guide))).toEqual([]);
    expect(messages(monday(visit('c1', '12:55', '13:05')), asked(guide))).toEqual([
      'The visit to c1 on 2026-12-07 lasts from 12:55 to 13:05, when g1 has no time.',
    ]);
    expect(messages(monday(visit('c1', '07:00', '07:10')), asked({ ...guide, hours: '' }))).toEqual([]);
  });

  it('wants no visit on a day off', () => {
    expect(messages(monday(visit('c1', '13:00', '13:10')), asked({ ...guide, days_off: '2026-12-07' }))).toHaveLength(1);
  });

  it('is not content when nobody is led', () => {
    expect(messages(monday(), fixtureWith({ kind: 'companionsLead' }, oneDay))).toEqual(['Nobody is led anywhere.']);
  });
});
