import type { Breaks } from '../problem/layout.ts';

/** Whether the breaks of a slot that were not taken, those from a number on, may all start after its end. */
export function mayRestWait({ bySlot, latest }: Breaks, r: number, taken: number, end: number): boolean {
  for (let b = bySlot[r] + taken; b < bySlot[r + 1]; b++) if (end > latest[b]) return false;
  return true;
}
