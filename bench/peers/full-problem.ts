import { FAR, NEVER, type Problem, type Solution } from '../../src/engine/problem/layout.ts';
import { checkStart } from '../../src/engine/search/check-start.ts';
import { answerRequests } from '../../src/engine/search/answer-requests.ts';
import { Tours } from '../../src/engine/search/state/tours.ts';
import { assert } from '../../src/kernel/assert.ts';

const DAY = 86_400;
/** A leg that must not be, and the end of a day without one. */
const LONG = 2 * DAY;

/**
 * A whole problem as solvers for one long day understand it: rep-days are vehicles, and times count from the first midnight. Each
 * visit is optional and has one window for each of its days.
 */
export interface FullProblem {
  readonly placeCount: number;
  /** [profile] legs in seconds, row-major: of each leg class with the places that a rep may not visit out of reach. */
  readonly legs: readonly (readonly number[])[];
  readonly slots: readonly FullSlot[];
  readonly visits: readonly FullVisit[];
}

/** A rep-day as a vehicle. */
export interface FullSlot {
  /** Which legs. */
  readonly profile: number;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly until: number;
}

/** A visit that may be left out for its price. */
export interface FullVisit {
  readonly place: number;
  readonly dwell: number;
  readonly price: number;
  readonly windows: readonly { readonly from: number; readonly until: number }[];
}

/** What the other solvers have no words for: it is left out of their problem, and priced when their plans are evaluated. */
export const MISSING_RULES =
  'when breaks are (days are shorter by them), gaps in opening hours, least and most visits and effort a day, days between visits, ' +
  'visit lines, prices of legs, times and balance';

/** The problem in the words of other solvers. */
export function fullProblem(problem: Problem): FullProblem {
  const { slots, breaks, placeCount } = problem;
  const profiles = Array.from({ length: slots.count }, (_, slot) => `${slots.legClass[slot]} ${forbiddenPlaces(problem, slot).join()}`);
  const distinct = [...new Set(profiles)];
  return {
    placeCount,
    legs: distinct.map((profile) => profileLegs(problem, profiles.indexOf(profile))),
    slots: profiles.map((profile, slot): FullSlot => {
      const midnight = at(slots.day, slot) * DAY;
      const pauses = breaks.duration.subarray(at(breaks.bySlot, slot), at(breaks.bySlot, slot + 1));
      const latest = at(slots.latest, slot);
      const end = latest >= NEVER ? DAY - 1 : latest;
      return {
        profile: distinct.indexOf(profile),
        from: at(slots.from, slot),
        to: at(slots.to, slot),
        start: midnight + at(slots.start, slot),
        until: midnight + pauses.reduce((left, pause) => left - pause, end),
      };
    }),
    visits: Array.from({ length: problem.visits.count }, (_, visit) => fullVisit(problem, visit)),
  };
}

function fullVisit({ series, visits, opening, dayCount }: Problem, visit: number): FullVisit {
  const own = at(visits.series, visit);
  const first = at(visits.firstDay, visit);
  const days = Array.from({ length: at(visits.lastDay, visit) - first + 1 }, (_, index) => first + index);
  return {
    place: at(series.place, own),
    dwell: at(series.dwell, own),
    price: Math.round(at(visits.price, visit)),
    windows: days
      .map((day) => {
        const cell = own * dayCount + day;
        return { from: day * DAY + at(opening.from, cell), until: day * DAY + at(opening.until, cell) };
      })
      .filter(({ from, until }) => from <= until),
  };
}

/** Places at which a slot may make none of the visits. */
function forbiddenPlaces({ series, slots }: Problem, slot: number): readonly number[] {
  const isForbidden = new Map<number, boolean>();
  for (let own = 0; own < series.count; own++) {
    const place = at(series.place, own);
    const forbidden = at(series.slotPrice, at(series.pricesFrom, own) + slot) >= NEVER;
    isForbidden.set(place, (isForbidden.get(place) ?? true) && forbidden);
  }
  return [...isForbidden]
    .filter(([place, forbidden]) => forbidden && place !== slots.from[slot] && place !== slots.to[slot])
    .map(([place]) => place);
}

/** A slot's legs, with those to forbidden places out of reach. */
function profileLegs(problem: Problem, slot: number): readonly number[] {
  const { legs, slots, placeCount } = problem;
  const forbidden = new Set(forbiddenPlaces(problem, slot));
  const first = at(slots.legClass, slot) * placeCount ** 2;
  return Array.from(legs.time.subarray(first, first + placeCount ** 2), (seconds, leg) =>
    seconds === FAR || forbidden.has(leg % placeCount) ? LONG : seconds,
  );
}

const at = (numbers: ArrayLike<number>, index: number): number => numbers[index] ?? 0;

/** The visits of each slot as a solution: those that our rules forbid where they are become unserved, the rest is priced in full. */
export function solutionOf(problem: Problem, given: Solution['slots']): Solution {
  const { slots } = checkStart(problem, given);
  const tours = new Tours(problem);
  assert(tours.load(slots), 'What is left of a solution is allowed.');
  return answerRequests(problem, { cost: tours.total, slots });
}
