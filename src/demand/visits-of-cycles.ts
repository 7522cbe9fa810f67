import { type Calendar, type Day, type DayRange, formatDay, holds, overlapOfRanges, workingDays } from '../domain/calendar.ts';
import type { Commitment } from '../domain/commitment.ts';
import { isPromised } from '../domain/commitment.ts';
import type { Contact } from '../domain/contact.ts';
import type { Customer } from '../domain/customer.ts';
import type { Frequency } from '../domain/policy.ts';
import { PULLED_FORWARD, type Visit, firstVisitBy } from '../domain/visit.ts';
import { visitId } from '../kernel/ids.ts';
import { cyclesIn } from './cycle.ts';
import { latestDays } from './latest-days.ts';
import { paceAt } from './pace.ts';
import { roomFor } from '../domain/room-for.ts';
import { daysWithRoomForRest } from './room-for-the-rest.ts';

/** Fractions are compared with this much room for what doubles round. */
const ROUNDING = 1e-9;

/** A customer, or one of its contacts, under a frequency over a horizon, with what happened before. */
export interface FrequencyCase {
  readonly calendar: Calendar;
  readonly horizon: DayRange;
  readonly customer: Customer;
  readonly contact: Contact | null;
  readonly frequency: Frequency;
  /** Days of the visits before the horizon that count, in order. */
  readonly past: readonly Day[];
  /** Requested visits that count: those that are certain, and those that stand for a visit of the frequency. */
  readonly requested: readonly RequestedDays[];
  readonly commitments: readonly Commitment[];
  /** Visits are owed from this day on: a cycle that began before it owes its share. */
  readonly owedFrom: Day;
  /** The days of a cycle for which the customer is drawn, all of them for a frequency without a sample; null for none. */
  readonly daysDrawn: (cycle: DayRange) => DayRange | null;
}

/** A requested visit that counts for a frequency. */
export interface RequestedDays {
  /** Days of the horizon on which it may fall. */
  readonly days: DayRange;
  /** Whether it is required, so that it is made by the last of these days. */
  readonly isCertain: boolean;
}

/** The visits of one cycle within the horizon. */
interface CycleDemand {
  readonly cycle: DayRange;
  /** The cycle's days in the horizon; at least one is a working day. */
  readonly days: DayRange;
  /** Counted visits before the horizon. */
  readonly done: number;
  /** These and the certain requested ones within it. */
  readonly certain: number;
  /** Requested visits within it that are not certain. */
  readonly wished: number;
  /** Visits that an even pace has made by the horizon's end, with a fraction. */
  readonly pace: number;
  /** The same from the cycle's first day on, for a customer who was never visited; otherwise 0. */
  readonly unseenPace: number;
  /** Visits of the frequency's count that are left to do. */
  readonly left: number;
  /** The most visits that keep their distance in the horizon, besides requested ones. */
  readonly room: number;
  /** Visits to which earlier plans gave a day here, and those of them that the customer expects. */
  readonly committed: number;
  readonly promised: number;
}

/**
 * The visits due of a customer under one frequency.
 *
 * Of each cycle the count less the visits already made is due, at most one a working day. Required are the visits that an
 * even pace over working days has made by the horizon's end, rounded down, visits that keep the longest gap or the deadline
 * of a first visit, and promised ones. Where visits have piled up, only as many are required as the gaps permit. A cycle that began before
 * visits were owed asks for its share. The others are optional, and their weight grows as the customer falls behind. With
 * `atMost` no visit is required by pace. Only with `atLeast` may a gap require more visits than the count.
 */
export function visitsOfCycles(one: FrequencyCase): readonly Visit[] {
  const cycles = cyclesIn(one.frequency.cycle, one.horizon).flatMap((cycle) => demandOf(one, cycle));
  const required = requiredOf(one, cycles);
  return cycles.flatMap((demand, i) => visitsOfCycle(one, demand, required[i] ?? 0));
}

/** Empty where the cycle has no working day left in the horizon, or draws other customers. */
function demandOf(one: FrequencyCase, cycle: DayRange): readonly CycleDemand[] {
  const { calendar, horizon, frequency, past, requested, commitments, owedFrom } = one;
  const drawn = one.daysDrawn(cycle);
  if (drawn === null || drawn.first > horizon.last) return [];
  // A visit that was missed on its days is due in the rest of the cycle.
  const days = overlapOfRanges(drawn.last < horizon.first ? cycle : drawn, horizon);
  const working = workingDays(calendar, days);
  if (working.length === 0) return [];
  const done = past.filter((day) => holds(cycle, day)).length;
  const within = requested.filter((one) => holds(days, one.isCertain ? one.days.last : one.days.first));
  const certain = done + within.filter(({ isCertain }) => isCertain).length;
  const wished = within.filter(({ isCertain }) => !isCertain).length;
  const visits = Math.min(frequency.count.visits, workingDays(calendar, drawn).length);
  const share = { calendar, cycle: drawn, from: owedFrom, visits };
  const owed = Math.ceil(paceAt({ ...share, until: drawn.last }) - ROUNDING);
  const held = commitments.filter(({ day }) => holds(days, day));
  return [
    {
      cycle,
      days,
      done,
      certain,
      wished,
      pace: paceAt({ ...share, until: horizon.last }),
      unseenPace: past.length > 0 ? 0 : paceAt({ calendar, cycle: drawn, until: horizon.last, visits }),
      left: Math.max(0, owed - certain - wished),
      room: Math.max(0, roomFor({ days: working, minGapDays: frequency.minGapDays, lastVisit: past.at(-1) ?? null }) - within.length),
      committed: held.length,
      promised: held.filter(isPromised).length,
    },
  ];
}

/** [cycle] visits required: those of the pace, those promised, and more where a gap would otherwise be too long. */
function requiredOf(one: FrequencyCase, cycles: readonly CycleDemand[]): readonly number[] {
  const { calendar, horizon, customer, frequency, past } = one;
  const { bound } = frequency.count;
  const required = cycles.map(({ pace, certain, left, room, promised }) => {
    const byPace = bound === 'atMost' ? 0 : Math.min(left, room, Math.max(0, Math.floor(pace) - certain));
    return Math.max(byPace, promised);
  });
  const at = (i: number) => required[i] ?? 0;
  const lastVisit = past.at(-1) ?? null;
  const firstBy = firstVisitBy(frequency, customer, lastVisit);

  latestDays({ calendar, lastVisit, maxGapDays: frequency.maxGapDays, firstBy, horizon }).forEach((latest, nth) => {
    const begun = cycles.filter(({ days }) => days.first <= latest);
    const inTime = begun.reduce(
      (sum, _, i) => sum + at(i),
      one.requested.filter(({ days, isCertain }) => isCertain && days.last <= latest).length,
    );
    if (inTime > nth) return;
    const withinCount = begun.findLastIndex(({ left }, i) => left > at(i));
    const i = withinCount < 0 && bound === 'atLeast' ? begun.length - 1 : withinCount;
    if (i >= 0) required[i] = at(i) + 1;
  });
  return required;
}

function visitsOfCycle(one: FrequencyCase, demand: CycleDemand, required: number): readonly Visit[] {
  const { calendar, customer, contact, frequency } = one;
  const { cycle, days, done, certain, wished, pace, unseenPace, left, room, committed } = demand;
  const count = Math.max(required, committed, Math.min(left, room));
  // Where the visit must be made, and no promise holds its day, it is made in time for those that follow.
  const isAlone = count === 1 && required === 1 && committed === 0;
  const inTime = isAlone ? daysWithRoomForRest({ calendar, cycle, days, minGapDays: frequency.minGapDays, rest: left - count }) : days;
  // Nobody has seen the customer yet: its first visit is wanted although it is not owed.
  const behind = (i: number) => Math.max(PULLED_FORWARD, pace - certain - wished - i, i === 0 ? unseenPace - certain - wished : 0);
  const person = contact === null ? [] : [contact.id];
  return Array.from({ length: count }, (_, i) => ({
    id: visitId(customer.id, frequency.id, ...person, formatDay(cycle.first), done + i + 1),
    days: inTime,
    required: i < required,
    weight: i < required || i < committed ? 1 : Math.min(1, behind(i)),
  }));
}
