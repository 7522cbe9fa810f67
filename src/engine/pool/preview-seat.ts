import type { Solution } from '../problem/layout.ts';

/**
 * Memory in which a search lays its best solution when it is asked to. Int32: how often it was asked, how often it
 * answered; then one Float64, the cost; then slot after slot, how many visits and which. One asks, one answers, and
 * nobody asks again before reading the answer: so nothing is read while it is written.
 */
export type PreviewSeat = SharedArrayBuffer;

const ASKED = 0;
const ANSWERED = 1;
/** Int32 before the slots. */
const HEAD = 4;
/** Byte of the cost. */
const COST = 8;

export const createPreviewSeat = ({ slotCount, visitCount }: { readonly slotCount: number; readonly visitCount: number }): PreviewSeat =>
  new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * (HEAD + slotCount + visitCount));

/** Asks for the best solution; `readPreview` has it a moment later. */
export const askPreview = (seat: PreviewSeat): void => void Atomics.add(new Int32Array(seat), ASKED, 1);

/** Lays the best solution down if it was asked for since the last time. */
export function answerPreview(seat: PreviewSeat, best: () => Solution): void {
  const numbers = new Int32Array(seat);
  const asked = Atomics.load(numbers, ASKED);
  if (asked === Atomics.load(numbers, ANSWERED)) return;
  const { cost, slots } = best();
  new Float64Array(seat, COST, 1)[0] = cost;
  let at = HEAD;
  for (const visits of slots) {
    numbers[at] = visits.length;
    numbers.set(visits, at + 1);
    at += visits.length + 1;
  }
  Atomics.store(numbers, ANSWERED, asked);
}

/** The answer, or null while the search owes one. */
export function readPreview(seat: PreviewSeat, slotCount: number): Solution | null {
  const numbers = new Int32Array(seat);
  if (Atomics.load(numbers, ANSWERED) !== Atomics.load(numbers, ASKED)) return null;
  const [cost = 0] = new Float64Array(seat, COST, 1);
  let at = HEAD;
  const slots = Array.from({ length: slotCount }, () => {
    const first = at + 1;
    at = first + (numbers[at] ?? 0);
    return [...numbers.subarray(first, at)];
  });
  return { cost, slots };
}
