import { END, FAR, FIRST, type Problem, TRAVEL, WORK } from '../problem/layout.ts';
import type { LaidBreak, LaidSlot, LaidVisit } from './laid-slot.ts';
import { type LateAfter, lateAfter } from './late-after.ts';

/** Times of a slot, however its legs are made. */
export type LaidTimes = Omit<LaidSlot, 'ways'>;

/** One state of a walk along the slot. */
interface Label {
  /** Breaks taken so far. */
  readonly taken: number;
  readonly time: number;
  readonly order: number;
  /** Start of the first visit, -1 while there are only duties. */
  readonly first: number;
  /** Sum of the starts so far. */
  readonly starts: number;
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
  /** Whether the rep has done nothing since an agreed time that was kept, except for breaks. */
  readonly mayRestLate: boolean;
}

/** The times of a slot whose legs take so many seconds; null when windows, limits or legs forbid the order. */
export function layOutLegs(problem: Problem, r: number, visits: readonly number[], legTimes: readonly number[]): LaidTimes | null {
  let best: LaidTimes | null = null;
  for (const { laid } of endsOf(problem, r, visits, { legTimes, keep: soonest })) {
    if (best === null || laid.cost < best.cost) best = laid;
  }
  return best;
}

/** A slot's legs in seconds, and its times at their least cost. */
interface Known {
  readonly legTimes: readonly number[];
  readonly laid: LaidTimes;
}

/** Of all times that cost the same as the given ones, those with the least sum of starts. */
export function earliestStarts(problem: Problem, r: number, visits: readonly number[], { legTimes, laid }: Known): LaidTimes {
  if (problem.breaks.bySlot[r] === problem.breaks.bySlot[r + 1]) return laid;
  let best = laid;
  let least = Infinity;
  for (const end of endsOf(problem, r, visits, { legTimes, keep: undominated })) {
    if (end.laid.cost !== laid.cost || end.starts >= least) continue;
    best = end.laid;
    least = end.starts;
  }
  return best;
}

/** Which of the labels that reach a stop go on, of those with equally many breaks taken. */
type Keep = (reached: readonly Label[]) => readonly Label[];

/** The label that leaves soonest; of several, the one that paid least for order, then began earliest. */
const soonest: Keep = (reached) =>
  reached.reduce<readonly Label[]>(([best], label) => (best === undefined || isSooner(label, best) ? [label] : [best]), []);

const isSooner = (one: Label, other: Label): boolean => (one.time - other.time || one.order - other.order || one.first - other.first) < 0;

/** All labels but those that are late in all respects: with equal prices, another leaves sooner and started no later in sum. */
const undominated: Keep = (reached) =>
  reached.filter((label, i) => !reached.some((other, j) => isAsGood(other, label) && (j < i || !isAsGood(label, other))));

const isAsGood = (one: Label, other: Label): boolean =>
  one.order === other.order && one.first === other.first && one.time <= other.time && one.starts <= other.starts;

/** How to walk: legs in seconds, and the labels to keep. */
interface Walk {
  readonly legTimes: readonly number[];
  readonly keep: Keep;
}

/** One way to end a slot: the sum of starts, and all times. */
interface End {
  readonly starts: number;
  readonly laid: LaidTimes;
}

/** The ends that a slot can come to. */
function endsOf(problem: Problem, r: number, visits: readonly number[], { legTimes, keep }: Walk): readonly End[] {
  const { slots, series } = problem;
  const travel = legTimes.reduce((sum, time) => sum + time, 0);
  const isOut = visits.some((v) => problem.visits.series[v] < series.firstDuty);
  if ((isOut && travel > slots.travelCap[r]) || legTimes.includes(FAR)) return [];
  let labels: readonly Label[] = [{ taken: 0, time: slots.start[r], order: 0, first: -1, starts: 0, visits: [] }];
  const stops = visits.map((v) => problem.visits.series[v]);
  stops.forEach((s, i) => {
    labels = visitNext(problem, r, labels, { s, legTime: legTimes[i], late: lateAfter(problem, r, stops.slice(0, i)), keep });
  });
  return goHome(problem, r, labels, {
    late: lateAfter(problem, r, stops),
    lastLeg: legTimes[visits.length],
    travel,
    ease: easeOf(problem, visits),
  });
}

/** By how much visits raise the limits of their slot's end, however many a limit takes. */
export function easeOf(problem: Problem, visits: readonly number[]): number {
  const { amounts, series, prices } = problem;
  const { amount } = prices.easedEnds;
  if (amount < 0) return 0;
  return visits.reduce((sum, v) => sum + amounts.perVisit[amount * series.count + problem.visits.series[v]], 0);
}

/** A stop of a series, the seconds of the leg to it, and the labels to keep. */
interface NextStop {
  readonly s: number;
  readonly legTime: number;
  /** The breaks that may be late on the leg. */
  readonly late: LateAfter;
  readonly keep: Keep;
}

function visitNext(problem: Problem, r: number, labels: readonly Label[], next: NextStop): readonly Label[] {
  const { slots, breaks } = problem;
  const breakCount = breaks.bySlot[r + 1] - breaks.bySlot[r];
  return Array.from({ length: breakCount + 1 }, (_, taken) => {
    const reached = labels.toReversed().flatMap((label) => (label.taken > taken ? [] : reach(problem, r, label, { ...next, taken })));
    return next.keep(reached).filter(({ first }) => first <= slots.firstCap[r]);
  }).flat();
}

/** The label of a stop that is reached from another with so many breaks taken; none where it is too late. */
function reach(problem: Problem, r: number, label: Label, next: NextStop & { readonly taken: number }): readonly Label[] {
  const { slots, series, opening, dayCount } = problem;
  const { s, taken } = next;
  const move = travelOn(problem, r, label, next);
  const start = move === null ? null : startOf(problem, s, slots.day[r], move.ready);
  if (move === null || start === null) return [];
  const end = start + series.dwell[s];
  const cell = s * dayCount + slots.day[r];
  const isLate = opening.agreed[cell] >= 0 && start > opening.agreed[cell];
  const order = label.order + series.orderPrice[s] * (start - slots.start[r]) + (isLate ? 3600 * opening.latePrice[cell] : 0);
  const first = label.first < 0 && s < series.firstDuty ? start : label.first;
  const visit = { depart: move.depart, arrival: move.arrival, start, end, breaks: move.breaks };
  return [{ taken, time: end, order, first, starts: label.starts + start, visits: [...label.visits, visit] }];
}

/** A leg: its seconds, the breaks taken after it, and those that may be late on it. */
interface Leg {
  readonly legTime: number;
  readonly taken: number;
  readonly late: LateAfter;
}

/** The leg from a label with breaks up to a number, each as early as it may start; null when one is too late. */
function travelOn({ breaks }: Problem, r: number, { taken, time, visits }: Label, { taken: until, legTime, late }: Leg): Move | null {
  const isPunctual = visits.length > 0 && visits[visits.length - 1].start <= late.agreed;
  let direct = time;
  let now = time;
  let ahead = legTime;
  let depart = time;
  let arrival = time + legTime;
  let isOnTheWay = true;
  const laid: LaidBreak[] = [];
  for (let index = taken; index < until; index++) {
    const b = breaks.bySlot[r] + index;
    const start = Math.max(now, breaks.earliest[b]);
    if (start > breaks.latest[b] && !(isPunctual && start === direct && late.breaks.has(index))) return null;
    direct += breaks.duration[b];
    const gone = start - now;
    laid.push({ index, start });
    if (ahead === legTime && gone === 0) depart = start + breaks.duration[b];
    if (gone < ahead) arrival += breaks.duration[b];
    else isOnTheWay = false;
    ahead = Math.max(0, ahead - gone);
    now = start + breaks.duration[b];
  }
  // A leg that takes no time is over before the breaks begin.
  const left = Math.min(depart, arrival);
  return { depart: left, arrival, ready: now + ahead, breaks: laid, isOnTheWay, mayRestLate: isPunctual && now + ahead === direct };
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
  /** The breaks that may be late on the leg home. */
  readonly late: LateAfter;
  /** Seconds of the leg home; of all legs; by which visits raise limits of the end. */
  readonly lastLeg: number;
  readonly travel: number;
  readonly ease: number;
}

/** The ends by labels and breaks taken on the way home. */
function goHome(problem: Problem, r: number, labels: readonly Label[], { late, lastLeg, travel, ease }: Round): readonly End[] {
  const { slots } = problem;
  const { bySlot, duration } = problem.breaks;
  const ends: End[] = [];
  for (let taken = 0; taken <= bySlot[r + 1] - bySlot[r]; taken++) {
    const paused = duration.subarray(bySlot[r], bySlot[r] + taken).reduce((sum, length) => sum + length, 0);
    for (const label of labels) {
      const move = label.taken > taken ? null : travelOn(problem, r, label, { legTime: lastLeg, taken, late });
      if (move === null || !move.isOnTheWay) continue;
      const work = move.arrival - slots.start[r] - paused;
      const isOut = label.first >= 0;
      if (isOut && (move.arrival > slots.latest[r] || work > slots.workCap[r])) continue;
      if (!mayRest(problem, r, taken, { end: move.arrival, mayBeLate: move.mayRestLate && late.breaks.has(taken) })) continue;
      const stay = label.visits.reduce((sum, { start, end }) => sum + end - start, 0);
      const units = { [TRAVEL]: travel, [WORK]: work, [END]: move.arrival, [FIRST]: label.first };
      const cost = work - stay + Math.round(label.order / 3600) + (isOut ? timePrices(problem, r, units, ease) : 0);
      ends.push({ starts: label.starts, laid: { visits: label.visits, back: move, cost } });
    }
  }
  return ends;
}

/** Whether the breaks from a number on may follow the end of a slot, one after the other: in time, or the first of them late. */
function mayRest(
  { breaks, slots }: Problem,
  r: number,
  taken: number,
  { end, mayBeLate }: { readonly end: number; readonly mayBeLate: boolean },
): boolean {
  const { bySlot, latest, duration } = breaks;
  const first = bySlot[r] + taken;
  if (first === bySlot[r + 1] || end <= latest[first]) return latest.subarray(first, bySlot[r + 1]).every((time) => end <= time);
  const free = end + duration[first];
  return mayBeLate && free <= slots.restBy[r] && latest.subarray(first + 1, bySlot[r + 1]).every((time) => free <= time);
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
