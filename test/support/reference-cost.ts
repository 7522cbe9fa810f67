import { layOutSlot } from '../../src/engine/slot/lay-out-slot.ts';
import { NEVER, type Problem } from '../../src/engine/problem/layout.ts';

/**
 * The cost of a solution, counted from scratch and in the plainest way; null when it breaks a must. Tests compare it with
 * the search's sums, deltas and shortcuts.
 */
export function referenceCost(problem: Problem, slots: readonly (readonly number[])[]): number | null {
  const perSlot = slots.map((visits, r) => slotCost(problem, r, visits));
  if (perSlot.includes(null)) return null;
  const perSeries = Array.from({ length: problem.series.count }, (_, s) => seriesCost(problem, s, slots));
  if (perSeries.includes(null)) return null;
  const served = new Set(slots.flat());
  const left = Array.from(problem.visits.price, (price, v) => (served.has(v) ? 0 : price));
  return sum([...perSlot, ...perSeries].map(Number)) + sum(left) + groupsCost(problem, slots);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
const at = (table: ArrayLike<number>, index: number): number => table[index] ?? 0;

function slotCost(problem: Problem, r: number, visits: readonly number[]): number | null {
  const series = visits.map((v) => at(problem.visits.series, v));
  const amounts = Array.from({ length: problem.amounts.count }, (_, k) =>
    sum(series.map((s) => at(problem.amounts.perVisit, k * problem.series.count + s))),
  );
  const { of, side, limit, price, bySlot } = problem.prices.amounts;
  const amountPrices = indices(bySlot, r).map((e) => beyond(at(side, e), at(limit, e), at(price, e), at(amounts, at(of, e))));
  if (visits.length === 0) return sum(amountPrices);
  const prices = series.map((s) => at(problem.series.slotPrice, at(problem.series.pricesFrom, s) + r));
  const overCap = amounts.some((amount, k) => amount > at(problem.amounts.cap, r * problem.amounts.count + k));
  const outsideDays = visits.some((v) => {
    const day = at(problem.slots.day, r);
    return day < at(problem.visits.firstDay, v) || day > at(problem.visits.lastDay, v);
  });
  const laid = layOutSlot(problem, r, visits);
  if (prices.includes(NEVER) || overCap || outsideDays || laid === null) return null;
  const lines = new Set(series.map((s) => at(problem.series.line, s)).filter((line) => line >= 0));
  const linePrice = Math.max(0, lines.size - 1) * problem.lines.price;
  return (
    laid.cost +
    (laid.ways === null ? legPrices(problem, r, series) : sum(laid.ways.legs.map(({ price }) => price))) +
    sum(prices) +
    sum(amountPrices) +
    linePrice +
    (series.some((s) => s < problem.series.firstDuty) ? at(problem.slots.openingPrice, r) : 0)
  );
}

function legPrices(problem: Problem, r: number, series: readonly number[]): number {
  const stops = [at(problem.slots.from, r), ...series.map((s) => at(problem.series.place, s)), at(problem.slots.to, r)];
  return sum(
    stops.slice(1).map((to, i) => {
      const leg = (at(problem.slots.legClass, r) * problem.placeCount + at(stops, i)) * problem.placeCount + to;
      return at(problem.legs.cost, leg) - at(problem.legs.time, leg);
    }),
  );
}

function seriesCost(problem: Problem, s: number, slots: readonly (readonly number[])[]): number | null {
  const { dayCount } = problem;
  const daysOf = (series: number) =>
    slots
      .flatMap((visits, r) => visits.filter((v) => at(problem.visits.series, v) === series).map(() => r))
      .map((r) => ({ day: at(problem.slots.day, r), rep: at(problem.slots.rep, r) }))
      .toSorted((a, b) => a.day - b.day);
  const servedOn = daysOf(s);
  const days = servedOn.map(({ day }) => day);
  if (new Set(days).size < days.length) return null;
  const { calendar } = problem;
  const { patterns, phases } = calendar;
  const { apart, from } = calendar.company;
  const isTooClose = indices(apart.bySeries, s).some((e) =>
    daysOf(at(apart.other, e)).some((other) => days.some((day) => Math.abs(day - other.day) < at(apart.days, e))),
  );
  if (isTooClose) return null;
  const others = indices(from.bySeries, s).flatMap((e) => daysOf(at(from.other, e)).map(({ day }) => day));
  const counted = [...new Set([...days, ...others])].toSorted((a, b) => a - b);
  const allowed = indices(patterns.bySeries, s).map((p) => at(patterns.days, p));
  const set = days.reduce((bits, day) => bits | (1 << day), 0);
  if (allowed.length > 0 && !allowed.some((pattern) => (pattern & set) === set)) return null;
  const gaps = s * (dayCount + 1);
  const [first] = counted;
  const isOwn = (day: number) => days.includes(day);
  const gapAt = (index: number, own: boolean) =>
    at(own || calendar.givenGapPrice.length === 0 ? calendar.gapPrice : calendar.givenGapPrice, index);
  const firstAt = (day: number) =>
    at(isOwn(day) || calendar.givenGapPrice.length === 0 ? calendar.firstGapPrice : calendar.givenFirstGapPrice, s * dayCount + day);
  const ends =
    first === undefined
      ? at(calendar.noVisitPrice, s)
      : firstAt(first) + at(calendar.openGapPrice, gaps + dayCount - at(counted, counted.length - 1));
  const between = counted.slice(1).map((day, i) => {
    const previous = at(counted, i);
    return gapAt(gaps + day - previous, isOwn(day) || isOwn(previous));
  });
  const missed = indices(phases.bySeries, s).map((p) => {
    const within = days.filter((day) => day >= at(phases.firstDay, p) && day <= at(phases.lastDay, p)).length;
    return Math.max(0, at(phases.least, p) - within) * at(phases.price, p);
  });
  const off = (keys: readonly number[]) => keys.length - Math.max(0, ...keys.map((key) => keys.filter((other) => other === key).length));
  const weekdays = off(days.map((day) => day % 7)) * at(calendar.weekdayPrice, s);
  const reps = off(servedOn.map(({ rep }) => rep)) * at(calendar.repPrice, s);
  return ends + sum(between) + sum(missed) + weekdays + reps;
}

function groupsCost({ prices, amounts, series, visits }: Problem, slots: readonly (readonly number[])[]): number {
  const { count, bySlot, ofSlot, of, side, limit, price } = prices.groups;
  return sum(
    Array.from({ length: count }, (_, g) => {
      const members = slots.filter((__, r) => indices(bySlot, r).some((e) => at(ofSlot, e) === g));
      const units = members.flat().map((v) => at(amounts.perVisit, at(of, g) * series.count + at(visits.series, v)));
      return beyond(at(side, g), at(limit, g), at(price, g), sum(units));
    }),
  );
}

const beyond = (side: number, limit: number, price: number, units: number): number =>
  Math.round(Math.max(0, side * (units - limit)) * price);

const indices = (starts: Int32Array, row: number): readonly number[] =>
  Array.from({ length: at(starts, row + 1) - at(starts, row) }, (_, i) => at(starts, row) + i);
