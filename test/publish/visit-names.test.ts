import { describe, expect, it } from 'vitest';
import { contactName, visitNote } from '../../src/publish/visit-names.ts';
import { contactId } from '../../src/kernel/ids.ts';
import { aContact, aCustomer, aVisitStop } from '../support/builders.ts';

const customer = aCustomer({ contacts: [aContact({ id: 'li', name: 'Li Wei' })] });
const stop = aVisitStop(customer, { start: '09:00' });
const toLeader = { ...stop, kind: 'return' as const, contact: contactId('li') };

describe('visitNote', () => {
  it('says nothing of an ordinary visit to whoever is there', () => {
    expect(visitNote(stop, customer, 'en')).toBe('');
  });

  it('names kind and contact', () => {
    expect(visitNote(toLeader, customer, 'en')).toBe(' · return visit · Li Wei (leader)');
    expect(visitNote(toLeader, customer, 'zh')).toBe(' · 回访 · Li Wei (leader)');
    expect(visitNote({ ...toLeader, kind: 'ordinary' }, customer, 'en')).toBe(' · Li Wei (leader)');
  });
});

describe('contactName', () => {
  it('is empty for whoever is there', () => {
    expect(contactName(null, customer)).toBe('');
  });
});
