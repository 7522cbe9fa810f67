import { describe, expect, it } from 'vitest';
import { day } from '../../../../src/domain/calendar.ts';
import { tablesOf } from '../../../../tools/generate/files/tables.ts';
import { aCommitment, aContact, aCustomer, aRequest, aTerritory, at } from '../../../support/builders.ts';

const headingsOf = (text: string | undefined) => text?.split('\n')[0]?.split(',');

describe('tablesOf', () => {
  it('leaves out tables without rows', () => {
    expect(Object.keys(tablesOf(aTerritory()))).toEqual(['customers.csv', 'reps.csv']);
  });

  it('leaves out columns without values, but keeps the usual ones of customers', () => {
    const tables = tablesOf(aTerritory({ customers: [aCustomer()], commitments: [aCommitment()] }));
    expect(headingsOf(tables['customers.csv'])).toContain('line');
    expect(headingsOf(tables['customers.csv'])).not.toContain('companion');
    expect(headingsOf(tables['commitments.csv'])).toEqual(['customer', 'kind', 'day', 'firmness']);
  });

  it('quotes commas and quotes', () => {
    expect(tablesOf(aTerritory({ customers: [aCustomer({ name: 'a "b", c' })] }))['customers.csv']).toContain('"a ""b"", c"');
  });

  it('writes days, clock times, minutes, lists and flags, and leaves defaults empty', () => {
    const appointment = { day: day('2026-12-10'), at: at('14:30'), early: at('00:10'), mostWait: at('00:15') };
    const due = { first: day('2026-12-09'), last: day('2026-12-10') };
    const customers = [aCustomer({ tags: ['x', 'y'], busServed: true, contacts: [aContact()] })];
    const tables = tablesOf(aTerritory({ customers, requests: [aRequest({ appointment, due, required: false, weight: 1 })] }));
    expect(tables['customers.csv']).toMatch(/,x;y,.*,yes\n$/);
    expect(tables['requests.csv']).toMatch(/,2026-12-09,2026-12-10,no,2026-12-10,14:30,10,15\n$/);
    expect(headingsOf(tables['contacts.csv'])?.slice(0, 2)).toEqual(['customer', 'id']);
  });
});
