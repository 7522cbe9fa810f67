import { describe, expect, it } from 'vitest';
import { contactName, purposeNames, sinceName, visitNote } from '../../src/publish/visit-names.ts';
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

describe('purposeNames', () => {
  it('lists all purposes of a stop', () => {
    const purposes = [
      { en: 'Complaint', zh: '投诉' },
      { en: 'Stock check', zh: '盘点' },
    ];
    expect(purposeNames({ purposes }, 'en')).toBe('Complaint; Stock check');
    expect(purposeNames({ purposes }, 'zh')).toBe('投诉；盘点');
    expect(purposeNames({ purposes: [] }, 'en')).toBe('');
  });
});

describe('sinceName', () => {
  it('tells days and the most that are allowed', () => {
    expect(sinceName(12, { kind: 'ordinary', maxGapDays: 16 }, 'en')).toBe('last visit 12 days ago, at most 16');
    expect(sinceName(1, { kind: 'ordinary', maxGapDays: null }, 'en')).toBe('last visit 1 day ago');
    expect(sinceName(12, { kind: 'ordinary', maxGapDays: 16 }, 'zh')).toBe('距上次拜访12天，最长16天');
    expect(sinceName(6, { kind: 'call', maxGapDays: null }, 'en')).toBe('last contact 6 days ago');
    expect(sinceName(6, { kind: 'call', maxGapDays: null }, 'zh')).toBe('距上次联系6天');
    expect(sinceName(undefined, { kind: 'ordinary', maxGapDays: 16 }, 'en')).toBe('');
  });
});

describe('contactName', () => {
  it('is empty for whoever is there', () => {
    expect(contactName(null, customer)).toBe('');
  });
});
