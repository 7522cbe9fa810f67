import type { Solution } from '../problem/layout.ts';

/**
 * Shared memory through which a search shows its best solution. Int32: number of requests, number of answers; then one
 * Float64, the cost; then slot after slot, the number of visits and the visits. One side requests and reads, the other
 * answers, and there is no new request before the answer is read: so nothing is read while it is written.
 */
export type PreviewBuffer = SharedArrayBuffer;

const REQUESTS = 0;
const ANSWERS = 1;
/** Int32 before the slots. */
const HEAD = 4;
/** Byte of the cost. */
const COST = 8;

/** A buffer for a problem's solutions. */
export const createPreviewBuffer = ({
  slotCount,
  visitCount,
}: {
  readonly slotCount: number;
  readonly visitCount: number;
}): PreviewBuffer => new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * (HEAD + slotCount + visitCount));

/** Requests the best solution; `readPreview` returns it a moment later. */
export const requestPreview = (buffer: PreviewBuffer): void => void Atomics.add(new Int32Array(buffer), REQUESTS, 1);

/** Writes the best solution if there is a new request. */
export function answerPreview(buffer: PreviewBuffer, best: () => Solution): void {
  const numbers = new Int32Array(buffer);
  const requests = Atomics.load(numbers, REQUESTS);
  if (requests === Atomics.load(numbers, ANSWERS)) return;
  const { cost, slots } = best();
  new Float64Array(buffer, COST, 1)[0] = cost;
  let at = HEAD;
  for (const visits of slots) {
    numbers[at] = visits.length;
    numbers.set(visits, at + 1);
    at += visits.length + 1;
  }
  Atomics.store(numbers, ANSWERS, requests);
}

/** The solution, or null while the search has not answered. */
export function readPreview(buffer: PreviewBuffer, slotCount: number): Solution | null {
  const numbers = new Int32Array(buffer);
  if (Atomics.load(numbers, ANSWERS) !== Atomics.load(numbers, REQUESTS)) return null;
  const [cost = 0] = new Float64Array(buffer, COST, 1);
  let at = HEAD;
  const slots = Array.from({ length: slotCount }, () => {
    const first = at + 1;
    at = first + (numbers[at] ?? 0);
    return [...numbers.subarray(first, at)];
  });
  return { cost, slots };
}
