import type { LaidSlot, LaidVisit } from '../../engine/slot/laid-slot.ts';

/** A break from start to end. */
interface Pause {
  readonly start: number;
  readonly end: number;
}

/** Breaks of a slot and limits of waiting. */
export interface WaitLimits {
  /** [break of the slot] seconds. */
  readonly breakLengths: readonly number[];
  /** [stop] most seconds of waiting there; Infinity for no limit. */
  readonly mostWaits: readonly number[];
}

/**
 * The same times, except that the rep sets out later to a stop where the wait would be longer than its limit: the rest of
 * the wait is spent at the place before. Visits, breaks and cost stay the same.
 */
export function setOutLate(laid: LaidSlot, { breakLengths, mostWaits }: WaitLimits): LaidSlot {
  const visits = laid.visits.map((visit, i) => {
    const breaks = visit.breaks
      .map(({ index, start }): Pause => ({ start, end: start + (breakLengths[index] ?? 0) }))
      .filter(({ start }) => start >= visit.depart);
    return leftLater(visit, breaks, mostWaits[i] ?? Infinity);
  });
  return { ...laid, visits };
}

/** The visit with the latest departure to it that leaves so much waiting there. */
function leftLater(visit: LaidVisit, breaks: readonly Pause[], most: number): LaidVisit {
  const { depart, arrival, start } = visit;
  const travel = freeBetween(depart, arrival, breaks);
  const idle = freeBetween(depart, start, breaks) - travel;
  if (idle <= most) return visit;
  const left = clockAfter(depart, idle - most, breaks, true);
  return { ...visit, depart: left, arrival: travel === 0 ? left : clockAfter(left, travel, breaks, false) };
}

/** Seconds between two clock times outside breaks. */
const freeBetween = (from: number, until: number, breaks: readonly Pause[]): number =>
  breaks.reduce((free, { start, end }) => free - Math.max(0, Math.min(until, end) - Math.max(from, start)), until - from);

/** The clock time after so many seconds outside breaks; after or before a break that begins just then. */
function clockAfter(from: number, seconds: number, breaks: readonly Pause[], isAfterBreak: boolean): number {
  let clock = from + seconds;
  for (const { start, end } of breaks) {
    if (start >= from && (start < clock || (isAfterBreak && start === clock))) clock += end - start;
  }
  return clock;
}
