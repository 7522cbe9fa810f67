import { END, FAR, FIRST, NEVER, type Problem, TRAVEL, WORK, hasWays } from '../problem/layout.ts';
import { WayChooser } from './way-chooser.ts';

/** A break that is taken: its index among the slot's breaks, and when it starts. */
export interface LaidBreak {
  readonly index: number;
  readonly start: number;
}

/** Times of one visit. `arrival` counts no break that starts after getting there. */
export interface LaidVisit {
  readonly depart: number;
  readonly arrival: number;
  readonly start: number;
  readonly end: number;
  /** Breaks between the stop before and this visit's start. */
  readonly breaks: readonly LaidBreak[];
}

/** Times of a slot: of its visits and of the leg home; and what they cost. */
export interface LaidSlot {
  readonly visits: readonly LaidVisit[];
  readonly back: { readonly depart: number; readonly arrival: number; readonly breaks: readonly LaidBreak[] };
  /** Travel and waiting, order prices, prices of travel, work, end and first start. */
  readonly cost: number;
  /** How the legs are made, the one home included; null where there is nothing to choose. */
  readonly ways: LaidWays | null;
}

/** The ways of a slot's legs, where there is a choice. */
export interface LaidWays {
  /** Index of the day's own vehicle among those of the slot's leg class; null for none. */
  readonly vehicle: number | null;
  /** By leg. */
  readonly legs: readonly LaidWay[];
}

/** How one leg is made. */
export interface LaidWay {
  /** Seconds; prices besides them. */
  readonly time: number;
  readonly price: number;
  /** Rank of the free way by which it is made, or that leads back to the vehicle; null where it is ridden from its start. */
  readonly free: number | null;
  /** How many stops before the leg's end the vehicle was parked; 0 where the leg ends with it, or the day has none. */
  readonly away: number;
}

/** One state of a walk along the slot: the best with so many breaks taken. */
interface Label {
  readonly taken: number;
  readonly time: number;
  readonly order: number;
  /** Start of the first visit, -1 while there are only duties. */
  readonly first: number;
  readonly visits: readonly LaidVisit[];
}

interface Move {
  readonly depart: number;
  readonly arrival: number;
  /** When the rep has arrived and all breaks are over. */
  readonly ready: number;
  readonly breaks: readonly LaidBreak[];
  /** Whether all breaks start before the arrival. */
  readonly isOnTheWay: boolean;
}

/**
 * The times of a slot's visits: earliest starts, with the breaks where the day costs least; null when windows, limits
 * or legs forbid the order. It states plainly what the search computes in parts.
 */
export function layOutSlot(problem: Problem, r: number, visits: readonly number[]): LaidSlot | null {
  if (hasWays(problem, r)) {
    const ways = chooseWays(problem, r, visits);
    return ways === null ? null : layOutWays(problem, r, visits, ways);
  }
  const { slots, series } = problem;
  const places = visits.map((v) => series.place[problem.visits.series[v]]);
  const stops = [slots.from[r], ...places, slots.to[r]];
  const legTimes = stops.slice(1).map((to, i) => timeOfLeg(problem, r, stops[i], to));
  const laid = layOutLegs(problem, r, visits, legTimes);
  return laid === null ? null : { ...laid, ways: null };
}

/** The same by given ways. */
export function layOutWays(problem: Problem, r: number, visits: readonly number[], ways: LaidWays): LaidSlot | null {
  const legTimes = ways.legs.map(({ time }) => time);
  const laid = layOutLegs(problem, r, visits, legTimes);
  return laid === null ? null : { ...laid, ways };
}

/** The ways that cost least; null when none keeps windows and limits. */
function chooseWays(problem: Problem, r: number, visits: readonly number[]): LaidWays | null {
  const chooser = WayChooser.of(problem);
  if (!chooser.choose(r, visits, 0, visits.length, easeOf(problem, visits))) return null;
  const legs = Array.from({ length: visits.length + 1 }, (_, i): LaidWay => {
    const free = chooser.rank[i + 1];
    const time = chooser.time[i + 1];
    return { time, price: chooser.price[i + 1] - time, free: free < 0 ? null : free, away: chooser.away[i + 1] };
  });
  return { vehicle: chooser.vehicle < 0 ? null : chooser.vehicle, legs };
}

type LaidTimes = Omit<LaidSlot, 'ways'>;

/** The times of a slot whose legs take so many seconds. */
function layOutLegs(problem: Problem, r: number, visits: readonly number[], legTimes: readonly number[]): LaidTimes | null {
  const { slots, series } = problem;
  let labels: readonly Label[] = [{ taken: 0, time: slots.start[r], order: 0, first: -1, visits: [] }];
  visits.forEach((v, i) => {
    labels = visitNext(problem, r, labels, problem.visits.series[v], legTimes[i]);
  });
  const travel = legTimes.reduce((sum, time) => sum + time, 0);
  const isOut = visits.some((v) => problem.visits.series[v] < series.firstDuty);
  if ((isOut && travel > slots.travelCap[r]) || legTimes.includes(FAR)) return null;
  return goHome(problem, r, labels, { lastLeg: legTimes[visits.length], travel, ease: easeOf(problem, visits) });
}

/** By how much visits raise the limits of their slot's end, however many a limit takes. */
function easeOf(problem: Problem, visits: readonly number[]): number {
  const { amounts, series, prices } = problem;
  const { amount } = prices.easedEnds;
  if (amount < 0) return 0;
  return visits.reduce((sum, v) => sum + amounts.perVisit[amount * series.count + problem.visits.series[v]], 0);
}

const timeOfLeg = ({ slots, legs, placeCount }: Problem, r: number, from: number, to: number): number =>
  legs.time[(slots.legClass[r] * placeCount + from) * placeCount + to];

function visitNext(problem: Problem, r: number, labels: readonly Label[], s: number, legTime: number): readonly Label[] {
  const { slots, series, breaks } = problem;
  const reached: Label[] = [];
  for (let taken = 0; taken <= breaks.bySlot[r + 1] - breaks.bySlot[r]; taken++) {
    let best: Label | null = null;
    let previous: Label | null = null;
    let soonest: number = NEVER;
    for (const label of labels.toReversed()) {
      const move = label.taken > taken ? null : travelOn(problem, r, label, taken, legTime);
      const start = move === null ? null : startOf(problem, s, slots.day[r], move.ready);
      if (move === null || start === null || start > soonest || (start === soonest && !isBetter(label, previous))) continue;
      soonest = start;
      previous = label;
      const end = start + series.dwell[s];
      const order = label.order + series.orderPrice[s] * (start - slots.start[r]);
      const first = label.first < 0 && s < series.firstDuty ? start : label.first;
      const visit = { depart: move.depart, arrival: move.arrival, start, end, breaks: move.breaks };
      best = { taken, time: end, order, first, visits: [...label.visits, visit] };
    }
    if (best !== null && best.first <= slots.firstCap[r]) reached.push(best);
  }
  return reached;
}

/** Of two labels that come to a visit at the same time: whether the first paid less for order, or began earlier. */
const isBetter = (one: Label, other: Label | null): boolean =>
  other === null || one.order < other.order || (one.order === other.order && one.first < other.first);

/** The leg from a label with breaks up to a number, each as early as it may start; null when one is too late. */
function travelOn({ breaks }: Problem, r: number, { taken, time }: Label, until: number, legTime: number): Move | null {
  let now = time;
  let ahead = legTime;
  let depart = time;
  let arrival = time + legTime;
  let isOnTheWay = true;
  const laid: LaidBreak[] = [];
  for (let index = taken; index < until; index++) {
    const b = breaks.bySlot[r] + index;
    const start = Math.max(now, breaks.earliest[b]);
    if (start > breaks.latest[b]) return null;
    const gone = start - now;
    laid.push({ index, start });
    if (ahead === legTime && gone === 0) depart = start + breaks.duration[b];
    if (gone < ahead) arrival += breaks.duration[b];
    else isOnTheWay = false;
    ahead = Math.max(0, ahead - gone);
    now = start + breaks.duration[b];
  }
  return { depart, arrival, ready: now + ahead, breaks: laid, isOnTheWay };
}

function startOf({ dayCount, opening }: Problem, s: number, day: number, ready: number): number | null {
  const { from, until, windowSet, windows } = opening;
  const cell = s * dayCount + day;
  const set = windowSet[cell];
  if (set < 0) {
    const start = Math.max(ready, from[cell]);
    return start <= until[cell] ? start : null;
  }
  for (let w = windows.bySet[set]; w < windows.bySet[set + 1]; w++) if (ready <= windows.until[w]) return Math.max(ready, windows.from[w]);
  return null;
}

/** What a slot's end depends on besides its labels. */
interface Round {
  /** Seconds of the leg home; of all legs; by which visits raise limits of the end. */
  readonly lastLeg: number;
  readonly travel: number;
  readonly ease: number;
}

function goHome(problem: Problem, r: number, labels: readonly Label[], { lastLeg, travel, ease }: Round): LaidTimes | null {
  const { slots } = problem;
  const { bySlot, latest, duration } = problem.breaks;
  let best: LaidTimes | null = null;
  for (let taken = 0; taken <= bySlot[r + 1] - bySlot[r]; taken++) {
    for (const label of labels) {
      const move = label.taken > taken ? null : travelOn(problem, r, label, taken, lastLeg);
      if (move === null || !move.isOnTheWay) continue;
      const rest = latest.subarray(bySlot[r] + taken, bySlot[r + 1]);
      const paused = duration.subarray(bySlot[r], bySlot[r] + taken).reduce((sum, length) => sum + length, 0);
      const work = move.arrival - slots.start[r] - paused;
      const isOut = label.first >= 0;
      if (isOut && (move.arrival > slots.latest[r] || work > slots.workCap[r])) continue;
      if (rest.some((time) => time < move.arrival)) continue;
      const stay = label.visits.reduce((sum, { start, end }) => sum + end - start, 0);
      const units = { [TRAVEL]: travel, [WORK]: work, [END]: move.arrival, [FIRST]: label.first };
      const cost = work - stay + Math.round(label.order / 3600) + (isOut ? timePrices(problem, r, units, ease) : 0);
      if (best === null || cost < best.cost) best = { visits: label.visits, back: move, cost };
    }
  }
  return best;
}

function timePrices({ prices }: Problem, r: number, units: Readonly<Record<number, number>>, ease: number): number {
  const { times, easedEnds } = prices;
  let sum = 0;
  for (let e = times.bySlot[r]; e < times.bySlot[r + 1]; e++) {
    sum += Math.round(Math.max(0, (units[times.of[e]] ?? 0) - times.limit[e]) * times.price[e]);
  }
  for (let e = easedEnds.bySlot[r]; e < easedEnds.bySlot[r + 1]; e++) {
    const limit = easedEnds.limit[e] + Math.min(ease, easedEnds.most[e]);
    sum += Math.round(Math.max(0, (units[END] ?? 0) - limit) * easedEnds.price[e]);
  }
  return sum;
}
