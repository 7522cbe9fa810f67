import { layOutSlot } from '../../src/engine/slot/lay-out-slot.ts';
import { NEVER, type Problem } from '../../src/engine/problem/layout.ts';

/**
 * What a solution costs, counted from scratch and in the plainest way; null when it breaks a must. The search's
 * sums, deltas and shortcuts are held against it.
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
  const levels = indices(problem.prices.amounts.bySlot, r).map((l) =>
    beyond(
      at(problem.prices.amounts.side, l),
      at(problem.prices.amounts.limit, l),
      at(problem.prices.amounts.price, l),
      at(amounts, at(problem.prices.amounts.of, l)),
    ),
  );
  if (visits.length === 0) return sum(levels);
  const prices = series.map((s) => at(problem.series.slotPrice, s * problem.slots.count + r));
  const overCap = amounts.some((amount, k) => amount > at(problem.amounts.cap, r * problem.amounts.count + k));
  const outsideDays = visits.some((v) => {
    const day = at(problem.slots.day, r);
    return day < at(problem.visits.firstDay, v) || day > at(problem.visits.lastDay, v);
  });
  const laid = layOutSlot(problem, r, visits);
  if (prices.includes(NEVER) || overCap || outsideDays || laid === null) return null;
  const labels = new Set(series.map((s) => at(problem.series.line, s)).filter((label) => label >= 0));
  const lines = Math.max(0, labels.size - 1) * problem.lines.price;
  return (
    laid.cost +
    (laid.ways === null ? legPrices(problem, r, series) : sum(laid.ways.legs.map(({ price }) => price))) +
    sum(prices) +
    sum(levels) +
    lines +
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
  const held = slots
    .flatMap((visits, r) => visits.filter((v) => at(problem.visits.series, v) === s).map(() => r))
    .map((r) => ({ day: at(problem.slots.day, r), rep: at(problem.slots.rep, r) }))
    .toSorted((a, b) => a.day - b.day);
  const days = held.map(({ day }) => day);
  if (new Set(days).size < days.length) return null;
  const patterns = indices(problem.calendar.patterns.bySeries, s).map((p) => at(problem.calendar.patterns.days, p));
  const set = days.reduce((bits, day) => bits | (1 << day), 0);
  if (patterns.length > 0 && !patterns.some((pattern) => (pattern & set) === set)) return null;
  const gaps = s * (dayCount + 1);
  const first = days[0];
  const ends =
    first === undefined
      ? at(problem.calendar.noVisitPrice, s)
      : at(problem.calendar.firstGapPrice, s * dayCount + first) +
        at(problem.calendar.openGapPrice, gaps + dayCount - at(days, days.length - 1));
  const between = days.slice(1).map((day, i) => at(problem.calendar.gapPrice, gaps + day - at(days, i)));
  const phases = indices(problem.calendar.phases.bySeries, s).map((p) => {
    const within = days.filter(
      (day) => day >= at(problem.calendar.phases.firstDay, p) && day <= at(problem.calendar.phases.lastDay, p),
    ).length;
    return Math.max(0, at(problem.calendar.phases.least, p) - within) * at(problem.calendar.phases.price, p);
  });
  const off = (keys: readonly number[]) => keys.length - Math.max(0, ...keys.map((key) => keys.filter((other) => other === key).length));
  const weekdays = off(days.map((day) => day % 7)) * at(problem.calendar.weekdayPrice, s);
  const reps = off(held.map(({ rep }) => rep)) * at(problem.calendar.repPrice, s);
  return ends + sum(between) + sum(phases) + weekdays + reps;
}

function groupsCost(problem: Problem, slots: readonly (readonly number[])[]): number {
  return sum(
    Array.from({ length: problem.prices.groups.count }, (_, g) => {
      const members = slots.filter((__, r) =>
        indices(problem.prices.groups.bySlot, r).some((e) => at(problem.prices.groups.ofSlot, e) === g),
      );
      const units = members
        .flat()
        .map((v) => at(problem.amounts.perVisit, at(problem.prices.groups.of, g) * problem.series.count + at(problem.visits.series, v)));
      return beyond(at(problem.prices.groups.side, g), at(problem.prices.groups.limit, g), at(problem.prices.groups.price, g), sum(units));
    }),
  );
}

const beyond = (side: number, limit: number, price: number, units: number): number =>
  Math.round(Math.max(0, side * (units - limit)) * price);

const indices = (starts: Int32Array, row: number): readonly number[] =>
  Array.from({ length: at(starts, row + 1) - at(starts, row) }, (_, i) => at(starts, row) + i);
