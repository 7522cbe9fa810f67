import { END, FAR, FIRST, NEVER, type Problem, TRAVEL, WORK, hasWays } from '../problem/layout.ts';
import { WayChooser } from './way-chooser.ts';

/** A break as it falls: its index among the slot's breaks, and when it starts. */
export interface LaidBreak {
  readonly index: number;
  readonly start: number;
}

/** One visit of a slot in time. `arrival` counts no break that starts after getting there. */
export interface LaidVisit {
  readonly depart: number;
  readonly arrival: number;
  readonly start: number;
  readonly end: number;
  /** Breaks between the stop before and this visit's start. */
  readonly breaks: readonly LaidBreak[];
}

/** A slot in time: its visits, the way back, and what it costs by time alone. */
export interface LaidSlot {
  readonly visits: readonly LaidVisit[];
  readonly back: { readonly depart: number; readonly arrival: number; readonly breaks: readonly LaidBreak[] };
  /** Travel and waiting, order prices, prices of travel, work, end and first start. */
  readonly cost: number;
  /** How the legs go, the one home included; null where there is nothing to choose. */
  readonly ways: LaidWays | null;
}

/** The ways of a slot's legs, where there is a choice. */
export interface LaidWays {
  /** The own vehicle of the day among those of the slot's class; null for none. */
  readonly vehicle: number | null;
  /** By leg. */
  readonly legs: readonly LaidWay[];
}

/** How one leg goes. */
export interface LaidWay {
  /** Seconds; prices besides them. */
  readonly time: number;
  readonly price: number;
  /** Rank of the free way that it goes by, or that leads back to the vehicle; null where it is ridden from the first. */
  readonly free: number | null;
  /** How many stops before its end the vehicle then stands; 0 where the leg ends with it, or the day has none. */
  readonly away: number;
}

interface Label {
  readonly taken: number;
  readonly time: number;
  readonly order: number;
  /** Start of the first visit, -1 while there are duties at most. */
  readonly first: number;
  readonly visits: readonly LaidVisit[];
}

interface Move {
  readonly depart: number;
  readonly arrival: number;
  /** When the rep can start what is there. */
  readonly ready: number;
  readonly breaks: readonly LaidBreak[];
  /** Whether all breaks start before the arrival. */
  readonly onTheWay: boolean;
}

/**
 * The times of a slot's visits: earliest starts, with the breaks where the day costs least. This is the plain
 * statement of what the search computes in parts; null when windows, limits or legs forbid the order.
 */
export function layOutSlot(problem: Problem, r: number, visits: readonly number[]): LaidSlot | null {
  if (hasWays(problem, r)) {
    const ways = chooseWays(problem, r, visits);
    return ways === null ? null : layOutWays(problem, r, visits, ways);
  }
  const places = visits.map((v) => problem.series.place[problem.visits.series[v]]);
  const stops = [problem.slots.from[r], ...places, problem.slots.to[r]];
  const laid = layOutLegs(
    problem,
    r,
    visits,
    stops.slice(1).map((to, i) => legTime(problem, r, stops[i], to)),
  );
  return laid === null ? null : { ...laid, ways: null };
}

/** The same by ways that are given. */
export function layOutWays(problem: Problem, r: number, visits: readonly number[], ways: LaidWays): LaidSlot | null {
  const laid = layOutLegs(
    problem,
    r,
    visits,
    ways.legs.map(({ time }) => time),
  );
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

/** The same with legs of so many seconds. */
function layOutLegs(problem: Problem, r: number, visits: readonly number[], ways: readonly number[]): LaidTimes | null {
  let labels: readonly Label[] = [{ taken: 0, time: problem.slots.start[r], order: 0, first: -1, visits: [] }];
  visits.forEach((v, i) => {
    labels = visitNext(problem, r, labels, problem.visits.series[v], ways[i]);
  });
  const travel = ways.reduce((sum, way) => sum + way, 0);
  const out = visits.some((v) => problem.visits.series[v] < problem.series.firstDuty);
  if ((out && travel > problem.slots.travelCap[r]) || ways.includes(FAR)) return null;
  return goHome(problem, r, labels, { way: ways[visits.length], travel, ease: easeOf(problem, visits) });
}

/** By how much visits raise the limits of their slot's end, before what is the most. */
const easeOf = (problem: Problem, visits: readonly number[]): number => {
  const { prices, amounts, series } = problem;
  return prices.easedEnds.amount < 0
    ? 0
    : visits.reduce((sum, v) => sum + amounts.perVisit[prices.easedEnds.amount * series.count + problem.visits.series[v]], 0);
};

const legTime = (problem: Problem, r: number, from: number, to: number): number =>
  problem.legs.time[(problem.slots.legClass[r] * problem.placeCount + from) * problem.placeCount + to];

function visitNext(problem: Problem, r: number, labels: readonly Label[], s: number, way: number): readonly Label[] {
  const reached: Label[] = [];
  for (let taken = 0; taken <= problem.breaks.bySlot[r + 1] - problem.breaks.bySlot[r]; taken++) {
    let best: Label | null = null;
    let kept: Label | null = null;
    let soonest: number = NEVER;
    for (const label of labels.toReversed()) {
      const move = label.taken > taken ? null : travelOn(problem, r, label, taken, way);
      const start = move === null ? null : startOf(problem, s, problem.slots.day[r], move.ready);
      if (move === null || start === null || start > soonest || (start === soonest && !isBetter(label, kept))) continue;
      soonest = start;
      kept = label;
      const end = start + problem.series.dwell[s];
      const order = label.order + problem.series.orderPrice[s] * (start - problem.slots.start[r]);
      const first = label.first < 0 && s < problem.series.firstDuty ? start : label.first;
      const visit = { depart: move.depart, arrival: move.arrival, start, end, breaks: move.breaks };
      best = { taken, time: end, order, first, visits: [...label.visits, visit] };
    }
    if (best !== null && best.first <= problem.slots.firstCap[r]) reached.push(best);
  }
  return reached;
}

/** Of two labels that come to a visit at the same time: whether the first paid less for order, or began earlier. */
const isBetter = (one: Label, other: Label | null): boolean =>
  other === null || one.order < other.order || (one.order === other.order && one.first < other.first);

/** The way from a label with breaks up to a number, each as early as it may start; null when one is too late. */
function travelOn(problem: Problem, r: number, { taken, time }: Label, until: number, way: number): Move | null {
  let now = time;
  let ahead = way;
  let depart = time;
  let arrival = time + way;
  let onTheWay = true;
  const breaks: LaidBreak[] = [];
  for (let index = taken; index < until; index++) {
    const b = problem.breaks.bySlot[r] + index;
    const start = Math.max(now, problem.breaks.earliest[b]);
    if (start > problem.breaks.latest[b]) return null;
    const gone = start - now;
    breaks.push({ index, start });
    if (ahead === way && gone === 0) depart = start + problem.breaks.duration[b];
    if (gone < ahead) arrival += problem.breaks.duration[b];
    else onTheWay = false;
    ahead = Math.max(0, ahead - gone);
    now = start + problem.breaks.duration[b];
  }
  return { depart, arrival, ready: now + ahead, breaks, onTheWay };
}

function startOf(problem: Problem, s: number, day: number, ready: number): number | null {
  const cell = s * problem.dayCount + day;
  const set = problem.opening.windowSet[cell];
  if (set < 0) {
    const start = Math.max(ready, problem.opening.from[cell]);
    return start <= problem.opening.until[cell] ? start : null;
  }
  for (let w = problem.opening.windows.bySet[set]; w < problem.opening.windows.bySet[set + 1]; w++) {
    if (ready <= problem.opening.windows.until[w]) return Math.max(ready, problem.opening.windows.from[w]);
  }
  return null;
}

/** What a slot's end hangs on besides its labels. */
interface Round {
  /** The last way; all ways together. */
  readonly way: number;
  readonly travel: number;
  readonly ease: number;
}

function goHome(problem: Problem, r: number, labels: readonly Label[], { way, travel, ease }: Round): LaidTimes | null {
  const breakCount = problem.breaks.bySlot[r + 1] - problem.breaks.bySlot[r];
  let best: LaidTimes | null = null;
  for (let taken = 0; taken <= breakCount; taken++) {
    for (const label of labels) {
      const move = label.taken > taken ? null : travelOn(problem, r, label, taken, way);
      if (move === null || !move.onTheWay) continue;
      const rest = problem.breaks.latest.subarray(problem.breaks.bySlot[r] + taken, problem.breaks.bySlot[r + 1]);
      const paused = problem.breaks.duration
        .subarray(problem.breaks.bySlot[r], problem.breaks.bySlot[r] + taken)
        .reduce((sum, length) => sum + length, 0);
      const work = move.arrival - problem.slots.start[r] - paused;
      const out = label.first >= 0;
      if (out && (move.arrival > problem.slots.latest[r] || work > problem.slots.workCap[r])) continue;
      if (rest.some((latest) => latest < move.arrival)) continue;
      const stay = label.visits.reduce((sum, { start, end }) => sum + end - start, 0);
      const units = { [TRAVEL]: travel, [WORK]: work, [END]: move.arrival, [FIRST]: label.first };
      const cost = work - stay + Math.round(label.order / 3600) + (out ? hinges(problem, r, units, ease) : 0);
      if (best === null || cost < best.cost) best = { visits: label.visits, back: move, cost };
    }
  }
  return best;
}

function hinges(problem: Problem, r: number, units: Readonly<Record<number, number>>, ease: number): number {
  let sum = 0;
  for (let h = problem.prices.times.bySlot[r]; h < problem.prices.times.bySlot[r + 1]; h++) {
    sum += Math.round(
      Math.max(0, (units[problem.prices.times.of[h]] ?? 0) - problem.prices.times.limit[h]) * problem.prices.times.price[h],
    );
  }
  for (let e = problem.prices.easedEnds.bySlot[r]; e < problem.prices.easedEnds.bySlot[r + 1]; e++) {
    const limit = problem.prices.easedEnds.limit[e] + Math.min(ease, problem.prices.easedEnds.most[e]);
    sum += Math.round(Math.max(0, (units[END] ?? 0) - limit) * problem.prices.easedEnds.price[e]);
  }
  return sum;
}
