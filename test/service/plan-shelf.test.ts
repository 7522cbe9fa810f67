import { describe, expect, it } from 'vitest';
import { PlanRecord, type PlanState } from '../../src/service/plan-record.ts';
import { PlanShelf } from '../../src/service/plan-shelf.ts';
import { bytesOfValue } from '../../src/service/values.ts';
import type { PlanningRequest } from '../../src/contract/service/plan-request.ts';

const request = { territory: 't', policy: 'p', from: '2026-12-07', to: '2026-12-11', customers: 1, reps: 1, unusedColumns: [], doubts: [] };
const value = bytesOfValue<PlanningRequest>({} as PlanningRequest);

/** A record that ended so many seconds after the first. */
function ended(id: string, state: PlanState, seconds: number): PlanRecord {
  const at = Temporal.Instant.from('2026-12-01T08:00:00Z').add({ seconds });
  const record = new PlanRecord({ id, request, reps: [], requestedAt: at, value });
  record.change({ state, startedAt: at, endedAt: at });
  return record;
}

describe('a shelf of plans', () => {
  it('lets no failed plan push out one that was planned', () => {
    const shelf = new PlanShelf({ plans: 2, bytes: 1e6 });
    for (const record of [ended('a', 'done', 0), ended('b', 'failed', 1), ended('c', 'failed', 2), ended('d', 'failed', 3)])
      shelf.put(record);
    expect(shelf.tidy()).toEqual(['b']);
    expect(shelf.all().map(({ id }) => id)).toEqual(['a', 'c', 'd']);
  });

  it('lets the oldest of those that were planned go', () => {
    const shelf = new PlanShelf({ plans: 2, bytes: 1e6 });
    for (const record of [ended('c', 'done', 2), ended('a', 'stopped', 0), ended('b', 'done', 1)]) shelf.put(record);
    expect(shelf.tidy()).toEqual(['a']);
  });

  it('makes room for bytes with failed plans first, and keeps the latest', () => {
    const shelf = new PlanShelf({ plans: 9, bytes: value.byteLength });
    for (const record of [ended('a', 'done', 0), ended('b', 'failed', 1), ended('c', 'done', 2)]) shelf.put(record);
    expect(shelf.tidy()).toEqual(['b', 'a']);
  });
});
