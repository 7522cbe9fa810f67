import { layOutSlot } from '../../src/engine/slot/lay-out-slot.ts';
import { NEVER, type Problem } from '../../src/engine/problem/layout.ts';

/**
 * What a solution costs, counted from scratch and in the plainest way; null when it breaks a must. The search's
 * sums, deltas and shortcuts are held against it.
 */
export function referenceCost(problem: Problem, slots: readonly (readonly number[])[]): number | null {
  const perSlot = slots.map((visits, r) => slotCost(problem, r, visits));
  if (perSlot.includes(null)) return null;
  const perSeries = Array.from({ length: problem.seriesCount }, (_, s) => seriesCost(problem, s, slots));
  if (perSeries.includes(null)) return null;
  const served = new Set(slots.flat());
  const left = Array.from(problem.visitPrice, (price, v) => (served.has(v) ? 0 : price));
  return sum([...perSlot, ...perSeries].map(Number)) + sum(left) + groupsCost(problem, slots);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
const at = (table: ArrayLike<number>, index: number): number => table[index] ?? 0;

function slotCost(problem: Problem, r: number, visits: readonly number[]): number | null {
  const series = visits.map((v) => at(problem.visitSeries, v));
  const amounts = Array.from({ length: problem.amountCount }, (_, k) =>
    sum(series.map((s) => at(problem.amount, k * problem.seriesCount + s))),
  );
  const levels = indices(problem.levelStart, r).map((l) =>
    beyond(at(problem.levelSide, l), at(problem.levelLimit, l), at(problem.levelPrice, l), at(amounts, at(problem.levelOf, l))),
  );
  if (visits.length === 0) return sum(levels);
  const prices = series.map((s) => at(problem.slotPrice, s * problem.slotCount + r));
  const overCap = amounts.some((amount, k) => amount > at(problem.amountCap, r * problem.amountCount + k));
  const outsideDays = visits.some((v) => {
    const day = at(problem.slotDay, r);
    return day < at(problem.visitFirst, v) || day > at(problem.visitLast, v);
  });
  const laid = layOutSlot(problem, r, visits);
  if (prices.includes(NEVER) || overCap || outsideDays || laid === null) return null;
  const labels = new Set(series.map((s) => at(problem.seriesLabel, s)).filter((label) => label >= 0));
  const lines = Math.max(0, labels.size - 1) * problem.labelPrice;
  return (
    laid.cost +
    (laid.ways === null ? legPrices(problem, r, series) : sum(laid.ways.legs.map(({ price }) => price))) +
    sum(prices) +
    sum(levels) +
    lines +
    (series.some((s) => s < problem.firstDuty) ? at(problem.slotOpening, r) : 0)
  );
}

function legPrices(problem: Problem, r: number, series: readonly number[]): number {
  const stops = [at(problem.slotFrom, r), ...series.map((s) => at(problem.seriesPlace, s)), at(problem.slotTo, r)];
  return sum(
    stops.slice(1).map((to, i) => {
      const leg = (at(problem.slotClass, r) * problem.placeCount + at(stops, i)) * problem.placeCount + to;
      return at(problem.legCost, leg) - at(problem.legTime, leg);
    }),
  );
}

function seriesCost(problem: Problem, s: number, slots: readonly (readonly number[])[]): number | null {
  const { dayCount } = problem;
  const held = slots
    .flatMap((visits, r) => visits.filter((v) => at(problem.visitSeries, v) === s).map(() => r))
    .map((r) => ({ day: at(problem.slotDay, r), rep: at(problem.slotRep, r) }))
    .toSorted((a, b) => a.day - b.day);
  const days = held.map(({ day }) => day);
  if (new Set(days).size < days.length) return null;
  const patterns = indices(problem.patternStart, s).map((p) => at(problem.patterns, p));
  const set = days.reduce((bits, day) => bits | (1 << day), 0);
  if (patterns.length > 0 && !patterns.some((pattern) => (pattern & set) === set)) return null;
  const gaps = s * (dayCount + 1);
  const first = days[0];
  const ends =
    first === undefined
      ? at(problem.noVisitPrice, s)
      : at(problem.firstGapPrice, s * dayCount + first) + at(problem.openGapPrice, gaps + dayCount - at(days, days.length - 1));
  const between = days.slice(1).map((day, i) => at(problem.gapPrice, gaps + day - at(days, i)));
  const phases = indices(problem.phaseStart, s).map((p) => {
    const within = days.filter((day) => day >= at(problem.phaseFrom, p) && day <= at(problem.phaseUntil, p)).length;
    return Math.max(0, at(problem.phaseLeast, p) - within) * at(problem.phasePrice, p);
  });
  const off = (keys: readonly number[]) => keys.length - Math.max(0, ...keys.map((key) => keys.filter((other) => other === key).length));
  const weekdays = off(days.map((day) => day % 7)) * at(problem.weekdayPrice, s);
  const reps = off(held.map(({ rep }) => rep)) * at(problem.repPrice, s);
  return ends + sum(between) + sum(phases) + weekdays + reps;
}

function groupsCost(problem: Problem, slots: readonly (readonly number[])[]): number {
  return sum(
    Array.from({ length: problem.groupCount }, (_, g) => {
      const members = slots.filter((__, r) => indices(problem.slotGroupStart, r).some((e) => at(problem.slotGroups, e) === g));
      const units = members
        .flat()
        .map((v) => at(problem.amount, at(problem.groupOf, g) * problem.seriesCount + at(problem.visitSeries, v)));
      return beyond(at(problem.groupSide, g), at(problem.groupLimit, g), at(problem.groupPrice, g), sum(units));
    }),
  );
}

const beyond = (side: number, limit: number, price: number, units: number): number =>
  Math.round(Math.max(0, side * (units - limit)) * price);

const indices = (starts: Int32Array, row: number): readonly number[] =>
  Array.from({ length: at(starts, row + 1) - at(starts, row) }, (_, i) => at(starts, row) + i);
