import { describe, expect, it } from 'vitest';
import { setOutLate } from '../../../src/planning/decode/set-out-late.ts';
import type { LaidBreak, LaidVisit } from '../../../src/engine/slot/laid-slot.ts';

/** A leg of 10 that begins at 100, and a visit from 200 to 220: the rep waits for 90 there. */
const visit = (breaks: readonly LaidBreak[] = [], arrival = 110): LaidVisit => ({ depart: 100, arrival, start: 200, end: 220, breaks });

/** Departure and arrival of the rep with so much waiting at most; each break takes 30. */
function move(one: LaidVisit, most: number): readonly number[] {
  const laid = { visits: [one], back: { depart: 220, arrival: 230, breaks: [] }, cost: 0, ways: null };
  const [moved] = setOutLate(laid, { breakLengths: [30, 30], mostWaits: [most] }).visits;
  return moved === undefined ? [] : [moved.depart, moved.arrival];
}

describe('setOutLate', () => {
  it('leaves a wait that is short enough', () => {
    expect(move(visit(), 90)).toEqual([100, 110]);
    expect(move(visit(), Infinity)).toEqual([100, 110]);
  });

  it('sets out later where the wait would be too long', () => {
    expect(move(visit(), 20)).toEqual([170, 180]);
    expect(move(visit(), 0)).toEqual([190, 200]);
  });

  it('takes a break first that comes before the later leg', () => {
    // The break from 120 to 150 leaves 60 of waiting.
    expect(move(visit([{ index: 0, start: 120 }]), 40)).toEqual([150, 160]);
    expect(move(visit([{ index: 0, start: 120 }]), 20)).toEqual([170, 180]);
  });

  it('takes a break on the later leg, or after it', () => {
    // From 165 to 195, which leaves 60 of waiting, of which 5 may come after the leg.
    expect(move(visit([{ index: 0, start: 165 }]), 0)).toEqual([160, 200]);
    expect(move(visit([{ index: 0, start: 165 }]), 5)).toEqual([155, 165]);
  });

  it('only lets time pass where there is no leg', () => {
    expect(move(visit([], 100), 25)).toEqual([175, 175]);
  });
});
