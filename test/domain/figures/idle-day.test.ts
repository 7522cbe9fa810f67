import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar.ts';
import { idleNote } from '../../../src/domain/figures/idle-day.ts';
import type { UnservedVisit } from '../../../src/domain/plan.ts';
import { dailyHours } from '../../../src/domain/visiting-hours.ts';
import { anUnserved } from '../../support/plan-builders.ts';
import { aCustomer, aFrequency, aPolicy, aRep, aRequest, aTerritory, between, monday } from '../../support/territory-builders.ts';

const friday = addDays(monday, 4);
const never = { ...dailyHours(between('09:00', '17:00')), byWeekday: { ...dailyHours(between('09:00', '17:00')).byWeekday, 5: [] } };
const shop = aCustomer({ id: 'c1' });
const closedOnFriday = aCustomer({ id: 'c2', hours: never });
const ofAnn = aCustomer({ id: 'c3', requiredRep: 'ann' });
const ann = aRep({ id: 'ann', name: 'Ann' });
const ben = aRep({ id: 'ben', name: 'Ben' });
const mia = aRep({ id: 'mia', name: 'Mia', role: 'manager' });
const rules = [{ rule: 'stop/opening-hours', price: 'must', params: {}, tag: 'added' }] as const;
const territory = aTerritory({
  customers: [shop, closedOnFriday, ofAnn],
  reps: [ann, ben, mia],
  policy: aPolicy({ rules, frequencies: [aFrequency({ id: 'monthly' })] }),
  requests: [aRequest({ id: 'q1', customer: 'c1', rep: 'ann' })],
});

const noteOf = (unserved: readonly UnservedVisit[], rep: { readonly id: typeof ann.id } = ben, fieldTime = 28_800) =>
  idleNote(territory, { unserved }, { rep: rep.id, day: friday, fieldTime }).en;

describe('the note of a day without visits', () => {
  it('says that duties take the day', () => {
    expect(noteOf([anUnserved(shop)], ben, 0)).toBe('Duties take the whole day.');
  });

  it('says that nothing is due that the rep may make', () => {
    const none = 'No further visit is due for Ben (ben).';
    expect(noteOf([])).toBe(none);
    expect(noteOf([anUnserved(ofAnn)])).toBe(none);
    expect(noteOf([{ ...anUnserved(shop), kind: 'call' }])).toBe(none);
    expect(
      noteOf([{ ...anUnserved(shop, { frequency: 'request' }), answers: [{ request: aRequest({ id: 'q1' }).id, purpose: '' }] }]),
    ).toBe(none);
  });

  it('does so for a manager, beside visits that only reps make', () => {
    expect(noteOf([anUnserved(shop)], mia)).toBe('No further visit is due for Mia (mia).');
    expect(noteOf([{ ...anUnserved(shop, { frequency: 'checks' }), kind: 'inspection' }], mia)).toBe(
      'Visits left out that Mia (mia) may make: 1. Each has its reason.',
    );
  });

  it('says that nobody who is due has hours that day', () => {
    expect(noteOf([anUnserved(closedOnFriday)])).toBe(
      'Nobody whom Ben (ben) could still visit has visiting hours that day (visits left out: 1).',
    );
  });

  it('counts what could only be pulled forward, and what is missed', () => {
    const forward = { ...anUnserved(shop, { required: false }), need: 'pull-forward' } as const;
    expect(noteOf([forward])).toBe('Nobody left for Ben (ben) is behind pace (visits that could be pulled forward: 1).');
    expect(noteOf([forward, anUnserved(shop, { nth: 2 })])).toBe('Visits left out that Ben (ben) may make: 1. Each has its reason.');
  });
});
