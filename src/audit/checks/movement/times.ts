import type { BreakStop, Leg } from '../../../domain/plan.ts';
import { type Seconds, formatClock } from '../../../kernel/units.ts';
import type { AuditedDay, Check } from '../../audit-case.ts';
import { type LocatedStop, type Move, breaksOf, isConnected, locatedStops, movesOf } from '../../field.ts';
import { dayName, legName, stopName } from '../../wording.ts';

/**
 * A rep is in one place at a time: a leg departs after the stop before it and after opening duties,
 * arrives after its travel and the breaks during it, and the next stop starts after that.
 */
export const times: Check = {
  id: 'movement/times',

  *violations({ days }) {
    for (const day of days) {
      const name = dayName(day.planned);
      for (const message of [...hasty(day), ...mistimed(day), ...torn(day), ...untimed(day)]) yield `${name}: ${message}`;
    }
  },
};

/** Stops that start before the rep is there. */
function* hasty(day: AuditedDay) {
  for (const stop of locatedStops(day)) {
    if (stop.start >= stop.arrival) continue;
    yield `${stopName(stop)} starts at ${formatClock(stop.start)}, before the arrival at ${formatClock(stop.arrival)}.`;
  }
}

/** Moves that start before the rep is free, or end at another time than the arrival of the stop. */
function* mistimed(day: AuditedDay) {
  // Where legs are missing, places and times of the day cannot be followed.
  if (!isConnected(day)) return;
  for (const move of movesOf(day)) {
    const free = freeFrom(day, move);
    yield* hurried(move, free);
    const { stop } = move.to;
    const last = move.legs.at(-1);
    if (stop === null) continue;
    const arrival = formatClock(stop.arrival);
    if (last === undefined && stop.arrival < free) yield `${stopName(stop)}: the arrival is at ${arrival}, before ${formatClock(free)}.`;
    if (last !== undefined && isMissed(stop, last))
      yield `${legName(last)} arrives at ${formatClock(last.arrive)}; the stop there says ${arrival}.`;
  }
}

/** Legs that depart before the rep is free, or before the leg before them is over. */
function* hurried({ legs }: Move, free: Seconds) {
  for (const [i, leg] of legs.entries()) {
    const earliest = legs[i - 1]?.arrive ?? free;
    if (leg.depart < earliest) yield `${legName(leg)} departs at ${formatClock(leg.depart)}, before ${formatClock(earliest)}.`;
  }
}

/** A visit's arrival is the leg's; a duty begins by the clock, and the plan may give its start as the arrival. */
const isMissed = (stop: LocatedStop, { arrive }: Leg): boolean => (stop.type === 'visit' ? stop.arrival !== arrive : stop.arrival < arrive);

/** The earliest start of a move: after the stop before it, and into the field not before the field time starts. */
function freeFrom({ repDay: { shift, field } }: AuditedDay, { from, to, legs }: Move): Seconds {
  const free = from.stop?.end ?? shift.from;
  const isOpening = legs.length === 0 && to.stop?.type === 'duty' && to.stop.end <= field.from;
  return isOpening || free > field.from ? free : field.from;
}

/** Breaks that lie partly on a leg, partly beside it. */
function* torn(day: AuditedDay) {
  for (const leg of day.planned.legs) {
    for (const pause of breaksOf(day)) {
      if (pause.start >= leg.arrive || pause.end <= leg.depart || isWithin(pause, leg)) continue;
      yield `${stopName(pause)} at ${formatClock(pause.start)} begins or ends in the middle of ${legName(leg)}.`;
    }
  }
}

/** Legs whose hours are not travel plus breaks. */
function* untimed(day: AuditedDay) {
  for (const leg of day.planned.legs) {
    const onBreak = breaksOf(day)
      .filter((pause) => isWithin(pause, leg))
      .reduce((sum, pause) => sum + pause.end - pause.start, 0);
    if (leg.depart + leg.travel + onBreak === leg.arrive) continue;
    const hours = `${formatClock(leg.depart)} to ${formatClock(leg.arrive)}`;
    yield `${legName(leg)} lasts from ${hours}, but takes ${leg.travel} s of travel and ${onBreak} s of breaks.`;
  }
}

const isWithin = (pause: BreakStop, leg: Leg): boolean => pause.start >= leg.depart && pause.end <= leg.arrive;
