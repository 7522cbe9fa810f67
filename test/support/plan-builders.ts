import type { Customer, Location } from '../../src/domain/customer.ts';
import type { BreakStop, CallStop, DutyStop, Leg, Plan, PlannedDay, Stop, UnservedVisit, VisitStop } from '../../src/domain/plan.ts';
import type { RepDay } from '../../src/domain/rep-day/rep-day.ts';
import { assert } from '../../src/kernel/assert.ts';
import { repId, visitId } from '../../src/kernel/ids.ts';
import { type Seconds, hours, metres, minutes, seconds } from '../../src/kernel/units.ts';
import { type Given, at, isSame, monday, office, week } from './territory-builders.ts';

/** What a visit on a planned day is made from: it starts on arrival and takes ten minutes unless given. */
interface VisitParts {
  readonly start: string;
  readonly end?: string;
  readonly arrival?: string;
  readonly required?: boolean;
  /** Which of the series' visits, from 1. */
  readonly nth?: number;
  readonly frequency?: string;
}

/** A visit on a planned day. */
export function aVisitStop(customer: Customer, parts: VisitParts): VisitStop {
  const { start, end, arrival = start, required = true, nth = 1, frequency = 'monthly' } = parts;
  return {
    type: 'visit',
    visit: visitId(customer.id, frequency, nth),
    customer: customer.id,
    kind: 'ordinary',
    contact: null,
    answers: [],
    required,
    purposes: [],
    maxGapDays: null,
    location: customer.location,
    arrival: at(arrival),
    start: at(start),
    end: end === undefined ? seconds(at(start) + 600) : at(end),
  };
}

/** A duty on a planned day, at the office. */
export const aDutyStop = (duty: string, start: string, end: string): DutyStop => ({
  type: 'duty',
  duty,
  location: office,
  arrival: at(start),
  start: at(start),
  end: at(end),
});

/** A break on a planned day. */
export const aBreakStop = (name: string, start: string, end: string): BreakStop => ({
  type: 'break',
  break: name,
  start: at(start),
  end: at(end),
});

/** A call on a planned day: ten minutes unless given. */
export function aCallStop(customer: Customer, parts: Omit<VisitParts, 'arrival'>): CallStop {
  const { start, end, required = true, nth = 1, frequency = 'calls' } = parts;
  return {
    type: 'call',
    visit: visitId(customer.id, frequency, nth),
    customer: customer.id,
    kind: 'call',
    contact: null,
    answers: [],
    required,
    purposes: [],
    maxGapDays: null,
    start: at(start),
    end: end === undefined ? seconds(at(start) + 600) : at(end),
  };
}

/** A leg between two locations, clock time to clock time; all of it travel unless given. */
export function aLeg(
  way: { readonly from: Location; readonly to: Location; readonly depart: string; readonly arrive: string } & Given<
    Pick<Leg, 'mode' | 'travel' | 'distance'>
  >,
): Leg {
  const { from: start, to, depart, arrive, mode = 'bicycle', travel = seconds(at(arrive) - at(depart)), distance = metres(1000) } = way;
  return {
    mode,
    from: start,
    to,
    depart: at(depart),
    arrive: at(arrive),
    travel,
    distance,
    fare: null,
    source: 'by hand',
    parked: null,
    cheaper: null,
  };
}

/** A rep's planned day; without stops and legs unless given. */
export const aPlannedDay = ({ rep = 'r1', ...given }: Given<PlannedDay> = {}): PlannedDay => ({
  rep: repId(rep),
  day: monday,
  vehicle: 'bicycle',
  stops: [],
  legs: [],
  calls: [],
  ...given,
});

/** A week's plan; without days and unserved visits unless given. */
export const aPlan = (given: Partial<Plan> = {}): Plan => ({
  territory: 'hamlet',
  policy: { id: 'by-hand', version: '1' },
  horizon: week,
  timeZone: 'Asia/Shanghai',
  days: [],
  unserved: [],
  ...given,
});

/** What a round is made from: stops in order, with a leg of the same travel time to each place and home. */
interface RoundParts extends Omit<Given<PlannedDay>, 'legs'> {
  readonly stops: readonly Stop[];
  readonly travel?: Seconds;
  readonly mode?: string;
  readonly base?: Location;
}

/**
 * A planned day with its legs filled in, each of 10 minutes unless given: the first arrives just as the
 * first stop with a place starts, the others depart when the stop before ends. Breaks must lie beside legs.
 */
export function aRound({ stops, travel = minutes(10), mode = 'bicycle', base = office, ...given }: RoundParts): PlannedDay {
  const legs: Leg[] = [];
  let here = base;
  let free: Seconds | null = null;
  const go = (to: Location, depart: Seconds) => {
    const arrive = seconds(depart + travel);
    if (!isSame(here, to))
      legs.push({
        mode,
        from: here,
        to,
        depart,
        arrive,
        travel,
        distance: metres(1000),
        fare: null,
        source: 'by hand',
        parked: null,
        cheaper: null,
      });
    return isSame(here, to) ? depart : arrive;
  };
  const moved = stops.map((stop): Stop => {
    if (stop.type === 'break') return stop;
    const arrival = go(stop.location, free ?? seconds(stop.start - (isSame(here, stop.location) ? 0 : travel)));
    assert(arrival <= stop.start, 'A round leaves time for its legs.', { arrival, start: stop.start });
    here = stop.location;
    free = stop.end;
    return { ...stop, arrival };
  });
  if (free !== null) go(base, free);
  return aPlannedDay({ ...given, stops: moved, legs });
}

/** A rep-day on which nothing is planned but its duties and breaks, each as early as may be. */
export function anEmptyDay(repDay: RepDay): PlannedDay {
  const { rep, day, duties, breaks } = repDay;
  const done = duties.map(({ duty, from: start, until: end }): Stop => ({
    type: 'duty',
    duty: duty.id,
    location: rep.start,
    arrival: start,
    start,
    end,
  }));
  const paused = breaks.map(({ id, earliest, length }): Stop => ({
    type: 'break',
    break: id,
    start: earliest,
    end: seconds(earliest + length),
  }));
  return aPlannedDay({ rep: rep.id, day, stops: [...done, ...paused].toSorted((a, b) => a.start - b.start) });
}

/** A due visit that found no place. */
export const anUnserved = (
  customer: Customer,
  given: { readonly required?: boolean; readonly nth?: number; readonly frequency?: string } = {},
): UnservedVisit => ({
  visit: visitId(customer.id, given.frequency ?? 'monthly', given.nth ?? 1),
  customer: customer.id,
  kind: 'ordinary',
  contact: null,
  answers: [],
  required: given.required ?? true,
  need: (given.required ?? true) ? 'required' : 'behind-pace',
  purposes: [],
  maxGapDays: null,
  price: hours(8),
  reasons: [],
});
