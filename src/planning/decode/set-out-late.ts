import type { LaidSlot, LaidVisit } from '../../engine/slot/lay-out-slot.ts';

/** A stretch of time that is taken, such as a break. */
interface Taken {
  readonly start: number;
  readonly end: number;
}

/** What is known of a slot besides its times. */
export interface Waiting {
  /** [break of the slot] seconds. */
  readonly breakLengths: readonly number[];
  /** [stop] most seconds of waiting there; Infinity for no limit. */
  readonly most: readonly number[];
}

/**
 * The same times, but where the rep would wait for longer than there is meant to be at a stop, the rep sets out later:
 * the rest is waited where the rep was before. Visits and breaks stay as they are, and so does the cost.
 */
export function setOutLate(laid: LaidSlot, { breakLengths, most }: Waiting): LaidSlot {
  const visits = laid.visits.map((visit, i) => {
    const breaks = visit.breaks
      .map(({ index, start }): Taken => ({ start, end: start + (breakLengths[index] ?? 0) }))
      .filter(({ start }) => start >= visit.depart);
    return later(visit, breaks, most[i] ?? Infinity);
  });
  return { ...laid, visits };
}

/** A stop whose way begins as late as leaves so much waiting there. */
function later(visit: LaidVisit, breaks: readonly Taken[], most: number): LaidVisit {
  const { depart, arrival, start } = visit;
  const way = freeBetween(depart, arrival, breaks);
  const idle = freeBetween(depart, start, breaks) - way;
  if (idle <= most) return visit;
  const left = clockAfter(depart, idle - most, breaks, true);
  return { ...visit, depart: left, arrival: way === 0 ? left : clockAfter(left, way, breaks, false) };
}

/** Seconds between two clock times that no break takes. */
const freeBetween = (from: number, until: number, breaks: readonly Taken[]): number =>
  breaks.reduce((free, { start, end }) => free - Math.max(0, Math.min(until, end) - Math.max(from, start)), until - from);

/** The clock time when so many free seconds have gone by; after a break that begins just then, or before it. */
function clockAfter(from: number, free: number, breaks: readonly Taken[], past: boolean): number {
  let clock = from + free;
  for (const { start, end } of breaks) if (start >= from && (start < clock || (past && start === clock))) clock += end - start;
  return clock;
}
