import { type Seconds, seconds } from '../../kernel/units.ts';
import type { Break } from '../policy.ts';
import type { Window } from '../visiting-hours.ts';

/** A shift and the duties in it. */
interface Hours {
  readonly shift: Window;
  /** In order of time, none overlapping another. */
  readonly duties: readonly Window[];
}

/**
 * A day's breaks, in order, each with the clock times between which it may start: at any of them it overlaps neither a
 * duty nor another break. A break that would begin during a duty begins at its end. A break is left out where there is no
 * room for it, and where the shift begins too late or ends too early.
 *
 * A break that begins in the shift may end after it.
 */
export function placeBreaks(breaks: readonly Break[], { shift, duties }: Hours): readonly Break[] {
  const placed: Break[] = [];
  for (const pause of breaks.toSorted((a, b) => a.earliest - b.earliest)) {
    if (pause.earliest < shift.from) continue;
    const before = placed.at(-1);
    const after = before === undefined ? shift.from : seconds(before.latest + before.length);
    const free = fit(pause, after, { shift, duties });
    if (free !== null) placed.push(free);
    else if (before !== undefined) placed.splice(-1, 1, ...squeeze(before, pause, { shift, duties }));
  }
  return placed;
}

/** The break in the first room for it from a time on, or null when there is none. */
function fit(pause: Break, from: Seconds, { shift, duties }: Hours): Break | null {
  const starts = [seconds(Math.max(pause.earliest, from)), ...duties.map(({ until }) => until)];
  const earliest = starts.find((start) => {
    const end = start + pause.length;
    return start >= (starts[0] ?? start) && end <= shift.until && !duties.some((duty) => duty.from < end && duty.until > start);
  });
  if (earliest === undefined || earliest > pause.latest) return null;
  const next = duties.find((duty) => duty.from >= earliest + pause.length)?.from ?? Infinity;
  return { ...pause, earliest, latest: seconds(Math.min(pause.latest, next - pause.length)) };
}

/** Two breaks that need the same time: the first then starts early enough for the other, if possible. */
function squeeze(first: Break, other: Break, hours: Hours): readonly Break[] {
  const free = fit(other, seconds(first.earliest + first.length), hours);
  return free === null ? [first] : [{ ...first, latest: seconds(Math.min(first.latest, free.earliest - first.length)) }, free];
}
