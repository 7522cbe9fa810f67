import { holds, overlapOfRanges } from '../domain/calendar.ts';
import { type Commitment, isPromised } from '../domain/commitment.ts';
import { makersOf } from '../domain/may-serve.ts';
import type { VisitKind } from '../domain/policy.ts';
import type { Visit, VisitSeries } from '../domain/visit.ts';
import { type DemandContext, companionOf, dwellAt } from './demand-context.ts';
import { joinStays, joinWorth, meetingOf } from './join-visits.ts';
import type { RequestedVisit } from './requested-visit.ts';
import { type FrequencyCase, type RequestedDays, visitsOfCycles } from './visits-of-cycles.ts';

/** The frequencies of a customer, and the visits of its requests, after each request took the place of a visit that it meets. */
export interface Answered {
  readonly cases: readonly FrequencyCase[];
  readonly requested: readonly RequestedVisit[];
}

/**
 * Lets requests stand for visits of frequencies. A requested visit that meets a due visit of a frequency takes its place:
 * it becomes of the frequency's kind if its own does not count there, lasts as long as the longer one, and is worth as much
 * as the dearer one. Where it counts for a frequency without such a visit, it counts all the same.
 */
export function answerFrequencies(
  context: DemandContext,
  frequencies: readonly FrequencyCase[],
  requested: readonly RequestedVisit[],
): Answered {
  const cases = [...frequencies];
  const visits = requested.map((one) => {
    let visit = one;
    const taken = new Set<number>();
    const take = (i: number, found: Taken | null) => {
      if (found === null) return;
      visit = found.requested;
      cases[i] = found.frequency;
      taken.add(i);
    };
    const counting = cases.map((frequency) => counts(frequency, one));
    for (const [i, frequency] of cases.entries()) if (counting[i] === true) take(i, takePlace(context, frequency, visit));
    // Of the frequencies for which the request does not count, it takes the place of a visit of one at most.
    if (taken.size === 0) {
      const others = cases.map((frequency, i) => (counting[i] === true ? null : takePlace(context, frequency, one)));
      const best = others.filter((found) => found !== null).toSorted(byFit)[0];
      if (best !== undefined) take(others.indexOf(best), best);
    }
    for (const [i, frequency] of cases.entries()) {
      if (counts(frequency, visit) && (taken.has(i) || visit.visit.required)) cases[i] = withDays(frequency, visit);
    }
    return visit;
  });
  return { cases, requested: visits };
}

/** A frequency of the request's own kind comes first, then the one that leaves it most days. */
const byFit = (a: Taken, b: Taken): number => Number(b.isOwnKind) - Number(a.isOwnKind) || b.choice - a.choice;

const counts = ({ frequency, contact }: FrequencyCase, { kind, contact: person }: RequestedVisit): boolean =>
  [frequency.kind, ...frequency.countsAlso].includes(kind) && (contact === null || person?.id === contact.id);

const withDays = (one: FrequencyCase, requested: RequestedVisit): FrequencyCase => ({
  ...one,
  requested: [...one.requested, daysOf(requested)],
});

const daysOf = ({ visit: { days, required } }: RequestedVisit): RequestedDays => ({ days, isCertain: required });

interface Taken {
  readonly requested: RequestedVisit;
  /** Without the commitment that moved to the request. */
  readonly frequency: FrequencyCase;
  readonly isOwnKind: boolean;
  /** The number of days on which it can be. */
  readonly choice: number;
}

/** A requested visit in place of the dearest visit of a frequency that it meets; null where there is none. */
function takePlace(context: DemandContext, one: FrequencyCase, requested: RequestedVisit): Taken | null {
  if (one.frequency.sample !== null || one.frequency.joint) return null;
  const visits = visitsOfCycles(one);
  for (const visit of visits.toSorted(byWorth)) {
    const taken = takeVisit(context, { one, visit }, requested);
    if (taken === null) continue;
    // A visit that is required all the same, to keep a gap or a promise, is not replaced.
    const left = visitsOfCycles(withDays(taken.frequency, taken.requested));
    const gain = requiredIn(visits) - requiredIn(left);
    const isNew = taken.requested.visit.required && !requested.visit.required;
    if (left.length < visits.length && (!isNew || gain > 0)) return taken;
  }
  return null;
}

const byWorth = (a: Visit, b: Visit): number =>
  Number(b.required) - Number(a.required) || b.weight - a.weight || a.days.first - b.days.first;

const requiredIn = (visits: readonly Visit[]): number => visits.filter(({ required }) => required).length;

/** A requested visit in place of one visit; null where they do not meet. */
function takeVisit(
  context: DemandContext,
  { one, visit }: { readonly one: FrequencyCase; readonly visit: Visit },
  requested: RequestedVisit,
): Taken | null {
  const { territory } = context;
  const { frequency, customer, contact } = one;
  const regular = {
    customer,
    kind: frequency.kind,
    contact,
    makers: makersOf(territory.reps, customer, frequency).map(({ id }) => id),
    companion: companionOf(territory, frequency.kind, customer.companion),
    appointment: null,
    visit,
  };
  const met = meetingOf(context, regular, requested);
  if (met === null) return null;
  const held = one.commitments.filter(({ day }) => holds(met.days, day)).toSorted(byFirmness)[0];
  // All visits that are left have promised days of their own.
  if (held === undefined && one.commitments.some(({ day }) => holds(visit.days, day)) && visitsIn(one, visit) <= one.commitments.length) {
    return null;
  }
  const { days, choice, ...who } = met;
  const kind = kindOf(one, requested);
  return {
    isOwnKind: kind === requested.kind,
    choice,
    requested: {
      ...requested,
      ...who,
      kind,
      frequencies: [...requested.frequencies, frequency],
      commitments: held === undefined ? requested.commitments : [...requested.commitments, held],
      stay: joinStays(territory.policy, requested.stay, frequency.dwell ?? dwellAt(territory, customer)),
      visit: { ...requested.visit, ...joinWorth(requested.visit, visit), days },
    },
    frequency: { ...one, commitments: one.commitments.filter((other) => other !== held) },
  };
}

const visitsIn = (one: FrequencyCase, { days }: Visit): number =>
  visitsOfCycles(one).filter((other) => overlapOfRanges(other.days, days).first <= overlapOfRanges(other.days, days).last).length;

const byFirmness = (a: Commitment, b: Commitment): number => Number(isPromised(b)) - Number(isPromised(a)) || a.day - b.day;

/** The request's kind where it counts, or where the frequency only asks for walk-ins; else the frequency's. */
function kindOf({ frequency }: FrequencyCase, { kind }: RequestedVisit): VisitKind {
  const isCounted = [frequency.kind, ...frequency.countsAlso].includes(kind);
  return isCounted || frequency.kind === 'walk-in' ? kind : frequency.kind;
}

/** The visits of a frequency as a series. */
export function seriesOfFrequency({ territory }: DemandContext, one: FrequencyCase): VisitSeries {
  const { customer, contact, frequency, past, commitments } = one;
  return {
    customer,
    kind: frequency.kind,
    contact,
    origin: { by: 'frequency', frequency },
    answers: [],
    frequencies: [frequency],
    makers: makersOf(territory.reps, customer, frequency).map(({ id }) => id),
    companion: companionOf(territory, frequency.kind, customer.companion),
    times: null,
    commitments,
    dwell: frequency.dwell ?? dwellAt(territory, customer),
    lastVisit: past.at(-1) ?? null,
    visits: visitsOfCycles(one),
  };
}
