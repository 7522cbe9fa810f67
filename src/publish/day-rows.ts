import type { CallStop, Leg, PlannedDay, Stop } from '../domain/plan.ts';
import { type Seconds, seconds } from '../kernel/units.ts';

/** A stop with the way to it and the idle time before it; the way back at the day's end has no stop. */
export interface DayRow {
  readonly stop: Stop | CallStop | null;
  /** 1, 2, … of visits; null for all else. */
  readonly order: number | null;
  /** Null where there is no way to go. */
  readonly leg: Leg | null;
  /** Time before a visit that is neither travel nor a break; nothing for all else. */
  readonly waiting: Seconds;
}

/** A rep's day as a list, in order of time. */
export function dayRows(planned: PlannedDay): readonly DayRow[] {
  return planned.calls.reduce<readonly DayRow[]>(withCall, rowsOf(planned));
}

/** A call comes before the first stop that starts later, as it does while the rep waits there. */
function withCall(rows: readonly DayRow[], call: CallStop): readonly DayRow[] {
  const later = rows.findIndex(({ stop, leg }) => (stop?.start ?? leg?.depart ?? call.start) > call.start);
  return rows.toSpliced(later === -1 ? rows.length : later, 0, { stop: call, order: null, leg: null, waiting: seconds(0) });
}

function rowsOf({ stops, legs }: PlannedDay): readonly DayRow[] {
  const rows: DayRow[] = [];
  const way = legs.values();
  let next = way.next().value ?? null;
  let order = 0;
  // When the rep is free: after the last stop, or on leaving for the first one.
  let free = stops.find(({ type }) => type !== 'break')?.type === 'visit' ? (next?.depart ?? null) : null;
  let pauses = 0;
  for (const stop of stops) {
    if (stop.type === 'break') {
      rows.push({ stop, order: null, leg: null, waiting: seconds(0) });
      if (free === null || stop.start >= free) pauses += stop.end - stop.start;
      continue;
    }
    const leg = next !== null && next.arrive <= stop.arrival && isThere(next.to, stop.location) ? next : null;
    if (leg !== null) next = way.next().value ?? null;
    const idle = stop.start - (free ?? stop.arrival) - (leg?.travel ?? 0) - pauses;
    const visit = stop.type === 'visit';
    if (visit) order++;
    rows.push({ stop, order: visit ? order : null, leg, waiting: seconds(visit ? Math.max(0, idle) : 0) });
    free = stop.end;
    pauses = 0;
  }
  return next === null ? rows : withWayBack(rows, next);
}

/** The way back comes before the breaks that follow it. */
function withWayBack(rows: readonly DayRow[], leg: Leg): readonly DayRow[] {
  const before = rows.findLastIndex(({ stop }) => stop !== null && (stop.type !== 'break' || stop.start < leg.arrive)) + 1;
  return [...rows.slice(0, before), { stop: null, order: null, leg, waiting: seconds(0) }, ...rows.slice(before)];
}

const isThere = (a: Leg['to'], b: Leg['to']) => a.lat === b.lat && a.lng === b.lng;
