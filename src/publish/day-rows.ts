import type { CallStop, DutyStop, Leg, PlannedDay, Stop, VisitStop } from '../domain/plan.ts';
import { type Seconds, seconds } from '../kernel/units.ts';

/** A stop with the way to it and the idle time before it; the way back at the day's end has no stop. */
export interface DayRow {
  readonly stop: Stop | CallStop | null;
  /** 1, 2, … of visits; null for all else. */
  readonly order: number | null;
  /** None where there is no way to go, two where the vehicle is fetched first. */
  readonly legs: readonly Leg[];
  /** Time before a visit that is neither travel nor a break; nothing for all else. */
  readonly waiting: Seconds;
}

/** A rep's day as a list, in order of time. */
export function dayRows(planned: PlannedDay): readonly DayRow[] {
  return planned.calls.reduce<readonly DayRow[]>(withCall, rowsOf(planned));
}

/** A call comes before the first stop that starts later, as it does while the rep waits there. */
function withCall(rows: readonly DayRow[], call: CallStop): readonly DayRow[] {
  const later = rows.findIndex(({ stop, legs }) => (stop?.start ?? legs[0]?.depart ?? call.start) > call.start);
  return rows.toSpliced(later === -1 ? rows.length : later, 0, { stop: call, order: null, legs: [], waiting: seconds(0) });
}

function rowsOf({ stops, legs }: PlannedDay): readonly DayRow[] {
  const rows: DayRow[] = [];
  let rest = legs;
  let order = 0;
  // When the rep is free: after the last stop, or on leaving for the first one.
  let free = stops.find(({ type }) => type !== 'break')?.type === 'visit' ? (legs[0]?.depart ?? null) : null;
  let pauses = 0;
  for (const stop of stops) {
    if (stop.type === 'break') {
      rows.push({ stop, order: null, legs: [], waiting: seconds(0) });
      if (free === null || stop.start >= free) pauses += stop.end - stop.start;
      continue;
    }
    const way = wayTo(stop, rest);
    rest = rest.slice(way.length);
    const travel = way.reduce((sum, leg) => sum + leg.travel, 0);
    const idle = stop.start - (free ?? stop.arrival) - travel - pauses;
    const visit = stop.type === 'visit';
    if (visit) order++;
    rows.push({ stop, order: visit ? order : null, legs: way, waiting: seconds(visit ? Math.max(0, idle) : 0) });
    free = stop.end;
    pauses = 0;
  }
  return withWayBack(rows, rest);
}

/** The next legs as far as they lead to a stop: one, two where the vehicle is fetched, none where the rep is there already. */
function wayTo({ location, arrival }: VisitStop | DutyStop, rest: readonly Leg[]): readonly Leg[] {
  const count = rest.slice(0, 2).findIndex(({ to, arrive }) => arrive <= arrival && isThere(to, location)) + 1;
  return rest.slice(0, count);
}

/** The way back comes before the breaks that follow it. */
function withWayBack(rows: readonly DayRow[], legs: readonly Leg[]): readonly DayRow[] {
  const back = legs.at(-1)?.arrive;
  if (back === undefined) return rows;
  const before = rows.findLastIndex(({ stop }) => stop !== null && (stop.type !== 'break' || stop.start < back)) + 1;
  return rows.toSpliced(before, 0, { stop: null, order: null, legs, waiting: seconds(0) });
}

const isThere = (a: Leg['to'], b: Leg['to']) => a.lat === b.lat && a.lng === b.lng;
