import { describe, expect, it } from 'vitest';
import { explainParts, limitOf } from '../../src/app/explain-unserved.ts';
import { addDays } from '../../src/domain/calendar.ts';
import { present } from '../../src/kernel/assert.ts';
import { minutes } from '../../src/kernel/units.ts';
import { emptyTours } from '../../src/planning/explain/fits.ts';
import { prepareParts } from '../../src/planning/prepare-parts.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { aCustomer, aFrequency, aPolicy, aTerritory, monday } from '../support/builders.ts';

const horizon = { first: monday, last: addDays(monday, 4) };
const running = { isStopped: false, isUrgent: false };

/** Ten customers who each want too long a visit, and none of which is planned. */
async function tooLong() {
  const customers = Array.from({ length: 10 }, (_, i) => aCustomer({ id: `c${i}`, dwell: minutes(900 + i) }));
  const frequencies = [aFrequency({ cycle: { every: 'days', length: 7 } })];
  const parts = await prepareParts(aTerritory({ customers, policy: aPolicy({ frequencies }) }), {
    horizon,
    travel: estimate,
    endPlaces: new Map(),
  });
  return parts.map((part) => ({ part, solution: { slots: emptyTours(part.compiled.problem) } }));
}

describe('explainParts', () => {
  it('explains all visits within its limit', async () => {
    const parts = await tooLong();
    const { reasons, spent } = await explainParts(parts, { isOver: () => false });
    expect(reasons.size).toBe(10);
    expect(spent).toBeGreaterThan(0);
  });

  it('ends at the same visit where the same work is recorded', async () => {
    const parts = await tooLong();
    const all = await explainParts(parts, { isOver: () => false });
    const first = await explainParts(parts, { isOver: (spent) => spent > all.spent / 2 });
    expect(first.reasons.size).toBeLessThan(10);
    const again = await explainParts(parts, limitOf({ budget: { replay: [] }, until: Infinity, explained: first.spent }, running));
    expect(again).toEqual(first);
  });

  it('explains the wanted visits only', async () => {
    const parts = await tooLong();
    const id = present(parts[0]?.part.compiled.scene.series[3]?.visits[0]?.id, 'A visit');
    const { reasons } = await explainParts(parts, { isOver: () => false }, (visit) => visit === id);
    expect([...reasons.keys()]).toEqual([id]);
  });
});

describe('limitOf', () => {
  const limit = (state: { isStopped: boolean; isUrgent: boolean }) =>
    limitOf({ budget: { work: 100_000 }, until: Infinity, explained: null }, state);

  it('gives more work to a longer search, and some to any', () => {
    const isOver = (work: number, spent: number) => limitOf({ budget: { work }, until: Infinity, explained: null }, running).isOver(spent);
    expect([isOver(1, 500_000), isOver(1, 700_000), isOver(100_000, 700_000)]).toEqual([false, true, false]);
  });

  it('leaves little after a stop, and nothing after an urgent one', () => {
    const state = { isStopped: false, isUrgent: false };
    const { isOver } = limit(state);
    expect(isOver(500_000)).toBe(false);
    state.isStopped = true;
    expect([isOver(500_000), isOver(1_000_000)]).toEqual([false, true]);
    expect(limit({ isStopped: true, isUrgent: true }).isOver(0)).toBe(true);
  });

  it('of a timed search is over with the time, but not before some work', () => {
    const { isOver } = limitOf({ budget: { seconds: 1 }, until: 0, explained: null }, running);
    expect([isOver(1000), isOver(700_000)]).toEqual([false, true]);
  });
});
