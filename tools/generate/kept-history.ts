import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { day } from '../../src/domain/calendar.ts';
import type { PastVisit } from '../../src/domain/territory.ts';
import { customerId, repId } from '../../src/kernel/ids.ts';

/**
 * The ordinary visits in the `history.csv` of a fixture, by day. Some fixtures were made by an earlier generator and keep
 * the history of that time, so that their plans stay the same.
 */
export function keptHistory(fixture: string): readonly PastVisit[] {
  const text = readFileSync(join(import.meta.dirname, '../../fixtures', fixture, 'history.csv'), 'utf8');
  const rows = text.trim().split('\n').slice(1);
  return rows.map((row) => {
    const [customer = '', date = '', , rep = ''] = row.split(',');
    return {
      customer: customerId(customer),
      day: day(date),
      kind: 'ordinary',
      rep: repId(rep),
      contact: null,
      requests: [],
      followUp: null,
    };
  });
}
