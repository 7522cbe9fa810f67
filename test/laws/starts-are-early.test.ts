import { describe, expect, it } from 'vitest';
import { END, FIRST, NEVER, type Problem, TRAVEL, WORK } from '../../src/engine/problem/layout.ts';
import { layOutEarly } from '../../src/engine/slot/lay-out-slot.ts';
import { createRandom } from '../../src/kernel/random.ts';
import { lawCases } from '../support/law-cases.ts';
import { randomProblem } from '../support/random-problem.ts';

const DAYS = lawCases(2000, 0.5);
const SIZE = { slots: 1, days: 1, series: 6, places: 6 };

const at = (table: ArrayLike<number>, index: number): number => table[index] ?? 0;

/** Starts of all stops of a slot, and its cost. */
interface Timing {
  readonly starts: readonly number[];
  readonly cost: number;
}

/** Each way to spread some breaks, in order, over legs: the leg of each, the number of legs for a break that waits for the return. */
function spreads(count: number, legs: number, from = 0): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return Array.from({ length: legs + 1 - from }, (_, i) => from + i).flatMap((leg) =>
    spreads(count - 1, legs, leg).map((rest) => [leg, ...rest]),
  );
}

const startOf = ({ opening }: Problem, s: number, ready: number): number => {
  const set = at(opening.windowSet, s);
  if (set < 0) return ready <= at(opening.until, s) ? Math.max(ready, at(opening.from, s)) : NEVER;
  const { bySet, from, until } = opening.windows;
  for (let w = at(bySet, set); w < at(bySet, set + 1); w++) if (ready <= at(until, w)) return Math.max(ready, at(from, w));
  return NEVER;
};

/** Whether agreed times among stops leave no room for a break, so that it may be late right after the last of them. */
function isCrowdedOut({ slots, series, opening, breaks }: Problem, stops: readonly number[], b: number): boolean {
  const agreed = stops.filter((s) => at(opening.agreed, s) >= 0);
  if (agreed.length === 0 || agreed.at(-1) !== stops.at(-1)) return false;
  return agreed.every((s, i) => {
    const before = agreed[i - 1];
    const from = before === undefined ? at(slots.start, 0) : at(opening.from, before) + at(series.dwell, before);
    return Math.max(from, at(breaks.earliest, b)) + at(breaks.duration, b) > at(opening.agreed, s);
  });
}

/** Walks once along slot 0, whose legs take so many seconds, with each break on its leg; null when a limit is broken. */
function walk(problem: Problem, stops: readonly number[], legTimes: readonly number[], spread: readonly number[]): Timing | null {
  const { slots, breaks, series, opening } = problem;
  const starts: number[] = [];
  let [now, order, paused, stay] = [at(slots.start, 0), 0, 0, 0];
  let direct = -1;
  for (const [leg, legTime] of legTimes.entries()) {
    let ahead = legTime;
    const last = stops[leg - 1];
    direct = last !== undefined && (starts.at(-1) ?? 0) <= at(opening.agreed, last) ? now : -1;
    const isOnTime = (b: number, begin: number) =>
      begin <= at(breaks.latest, b) || (begin === direct && isCrowdedOut(problem, stops.slice(0, leg), b));
    for (const [b] of spread.entries().filter(([, on]) => on === leg)) {
      const begin = Math.max(now, at(breaks.earliest, b));
      if (!isOnTime(b, begin) || (leg === stops.length && begin - now >= ahead)) return null;
      ahead = Math.max(0, ahead - (begin - now));
      now = begin + at(breaks.duration, b);
      direct = begin === direct ? now : -1;
      paused += at(breaks.duration, b);
    }
    now += ahead;
    const s = stops[leg];
    if (s === undefined) continue;
    now = startOf(problem, s, now);
    if (now === NEVER) return null;
    starts.push(now);
    order += at(series.orderPrice, s) * (now - at(slots.start, 0));
    if (at(opening.agreed, s) >= 0 && now > at(opening.agreed, s)) order += 3600 * at(opening.latePrice, s);
    now += at(series.dwell, s);
    stay += at(series.dwell, s);
  }
  const rest = [...spread.keys()].filter((b) => spread[b] === legTimes.length);
  const isLate = (b: number, i: number) => now > at(breaks.latest, b) && !(i === 0 && now === direct && isCrowdedOut(problem, stops, b));
  if (rest.some(isLate)) return null;
  const first = starts.find((_, i) => at(stops, i) < series.firstDuty) ?? -1;
  const travel = legTimes.reduce((sum, time) => sum + time, 0);
  const work = now - at(slots.start, 0) - paused;
  const isOver = now > at(slots.latest, 0) || work > at(slots.workCap, 0) || first > at(slots.firstCap, 0);
  if (first >= 0 && isOver) return null;
  const prices = first < 0 ? 0 : pricesOf(problem, stops, { travel, work, end: now, first });
  return { starts, cost: work - stay + Math.round(order / 3600) + prices };
}

type Figures = Readonly<Record<'travel' | 'work' | 'end' | 'first', number>>;

function pricesOf({ prices, amounts, series }: Problem, stops: readonly number[], { travel, work, end, first }: Figures): number {
  const units = new Map([
    [TRAVEL, travel],
    [WORK, work],
    [END, end],
    [FIRST, first],
  ]);
  const { times, easedEnds } = prices;
  const { amount } = easedEnds;
  const ease = amount < 0 ? 0 : stops.reduce((sum, s) => sum + at(amounts.perVisit, amount * series.count + s), 0);
  const over = (value: number, limit: number, price: number) => Math.round(Math.max(0, value - limit) * price);
  const timed = [...times.of].map((of, e) => over(units.get(of) ?? 0, at(times.limit, e), at(times.price, e)));
  const eased = [...easedEnds.limit].map((limit, e) => over(end, limit + Math.min(ease, at(easedEnds.most, e)), at(easedEnds.price, e)));
  return [...timed, ...eased].reduce((sum, price) => sum + price, 0);
}

describe('the visits of a day', () => {
  it('start as early as any breaks at the same cost let them', () => {
    const counts = { days: 0, apart: 0 };
    for (let seed = 1; counts.days < DAYS; seed++) {
      const problem = randomProblem(seed, SIZE);
      if (problem.breaks.most === 0) continue;
      const random = createRandom(seed);
      const series = Array.from({ length: problem.series.count }, (_, s) => s);
      const order = series.map((s) => ({ s, key: random.next() })).toSorted((a, b) => a.key - b.key);
      const stops = order.map(({ s }) => s);
      const laid = layOutEarly(
        problem,
        0,
        stops.map((s) => at(problem.visits.bySeries, s)),
      );
      if (laid === null) continue;
      const places = [at(problem.slots.from, 0), ...stops.map((s) => at(problem.series.place, s)), at(problem.slots.to, 0)];
      const matrix = at(problem.slots.legClass, 0) * problem.placeCount;
      const direct = places.slice(1).map((to, i) => at(problem.legs.time, (matrix + at(places, i)) * problem.placeCount + to));
      const legTimes = laid.ways?.legs.map(({ time }) => time) ?? direct;
      const sum = (starts: readonly number[]) => starts.reduce((total, start) => total + start, 0);
      const alike = spreads(at(problem.breaks.bySlot, 1), legTimes.length)
        .map((spread) => walk(problem, stops, legTimes, spread))
        .filter((timing) => timing?.cost === laid.cost)
        .map((timing) => sum(timing?.starts ?? []));
      expect({ seed, starts: sum(laid.visits.map(({ start }) => start)) }).toEqual({ seed, starts: Math.min(...alike) });
      counts.days++;
      if (Math.max(...alike) > Math.min(...alike)) counts.apart++;
    }
    // Often there is a choice.
    expect(counts.apart).toBeGreaterThan(DAYS / 50);
  });
});
