import { addDays } from '../../../src/domain/calendar.ts';
import { daysApart } from '../../../src/domain/one-trip.ts';
import { gapsOf } from '../../../src/domain/visit.ts';
import { present } from '../../../src/kernel/assert.ts';
import { type Pattern, type PatternInput, cheapestPattern } from './pattern.ts';
import { type RepMonth, daysOfSeries, fewestOn, isComplete, mostOn } from './rep-month.ts';
import { BASE } from './travel-times.ts';
import { isTooLong, leastAway, walkDay } from './walk-day.ts';

const WANTED = 6_000; // seconds: gain of a visit on a day that has too few visits
const ONE_MORE = 690; // seconds of a further visit near the others, with its travel
/** Seconds that a visit costs more where it fills a day beyond this share of its field time. */
const CROWDED = [
  { from: 0.8, price: 300 },
  { from: 0.87, price: 900 },
  { from: 0.93, price: 3600 },
];
/** The same for busy reps, whose days have to keep room for the fewest visits that a policy wants. */
const CROWDED_BUSY = [...CROWDED, { from: 0.93, price: 30_000 }];
const NO_LIMIT = 366; // days between visits

/** A position in the order of a day, and the seconds of travel and waiting that a visit there adds. */
interface Place {
  readonly position: number;
  readonly seconds: number;
}

/** The cheapest place for a series in the order of a day as it stands; null where it does not fit. */
function cheapestPlace(rep: RepMonth, d: number, series: number): Place | null {
  const [day, order] = [present(rep.days[d], 'day'), rep.orders[d] ?? []];
  if ((day.openings[series - 1] ?? []).length === 0 || order.length >= mostOn(rep, d) || isSeen(rep, d, series)) return null;
  const { away: now, stay } = walkDay(day, order) ?? { away: 0, stay: 0 };
  const dwell = day.dwells[series - 1] ?? 0;
  const places = [...order, BASE].map((_, position) => {
    const longer = order.toSpliced(position, 0, series);
    return { position, longer, least: leastAway(day, longer) };
  });
  let best: Place | null = null;
  // Places with the least travel come first, so that few are tried in full; the first of equal places is the best.
  for (const { position, longer, least } of places.toSorted((a, b) => a.least - b.least)) {
    if (isTooLong(day, stay + dwell + least) || (best !== null && least - now > best.seconds)) break;
    const walk = walkDay(day, longer);
    const seconds = walk === null ? Infinity : walk.away - now;
    if (best === null ? walk !== null : seconds < best.seconds || (seconds === best.seconds && position < best.position))
      best = { position, seconds };
  }
  return best;
}

/** Whether the customer of a series is seen on a day already, so that another visit would be a second trip. */
function isSeen({ rep, calendar, due, orders }: RepMonth, d: number, series: number): boolean {
  const own = present(due[series - 1], 'series').series;
  return (orders[d] ?? []).some((other) => daysApart({ reps: [rep], calendar }, own, present(due[other - 1], 'series').series) > 0);
}

/** Puts series on the days chosen for them, as far as they fit. */
export function placeOn(rep: RepMonth, chosen: readonly (readonly number[])[]): void {
  chosen.forEach((all, d) => {
    for (const series of all) if (cheapestPlace(rep, d, series) !== null) putIn(rep, series, [d]);
  });
}

/** Whether a series has all its visits, in their ranges and with the gaps that the policy wants. */
export function isWellPlaced(rep: RepMonth, series: number): boolean {
  const days = daysOfSeries(rep, series);
  const price = rep.days.map((_, d) => (days.includes(d) ? 0 : Infinity));
  return isComplete(rep, series) && cheapestPattern(inputFor(rep, series, price)) !== null;
}

/** Moves a series to the days that are now cheapest; it stays out where no days fit. */
export function place(rep: RepMonth, series: number): void {
  takeOut(rep, series);
  const pattern = patternFor(rep, series, pricesOf(rep, series));
  if (pattern !== null) putIn(rep, series, pattern.days);
}

/** Moves every series to cheaper days where there are any, one after the other. */
export function improve(rep: RepMonth): void {
  for (let series = 1; series <= rep.due.length; series++) {
    if (!isComplete(rep, series)) continue;
    const before = [...rep.orders];
    const days = daysOfSeries(rep, series);
    takeOut(rep, series);
    const price = pricesOf(rep, series);
    const now = days.reduce((sum, d) => sum + (price[d] ?? Infinity), 0);
    const found = patternFor(rep, series, price);
    if (found !== null && found.price < now) putIn(rep, series, found.days);
    else before.forEach((order, d) => (rep.orders[d] = order));
  }
}

/** Makes room for a series that fits on no days by moving another one. Changes nothing where that does not help. */
export function makeRoom(rep: RepMonth, series: number): void {
  const before = [...rep.orders];
  const open = before.flatMap((order, d) => ((rep.days[d]?.openings[series - 1] ?? []).length > 0 ? order : []));
  for (const other of new Set(open)) {
    takeOut(rep, other);
    place(rep, series);
    place(rep, other);
    if (isComplete(rep, series) && isComplete(rep, other)) return;
    before.forEach((order, d) => (rep.orders[d] = order));
  }
}

/** Puts the stops of each day into a shorter order, one stop or one stretch at a time. */
export function shorten(rep: RepMonth): void {
  for (const d of rep.days.keys()) while (shortenDay(rep, d));
}

function shortenDay(rep: RepMonth, d: number): boolean {
  const [day, order] = [present(rep.days[d], 'day'), rep.orders[d] ?? []];
  const now = walkDay(day, order)?.away ?? Infinity;
  for (const candidate of neighbours(order)) {
    if (leastAway(day, candidate) >= now) continue;
    const walk = walkDay(day, candidate);
    if (walk === null || walk.away >= now) continue;
    rep.orders[d] = candidate;
    return true;
  }
  return false;
}

/** Every order with one stretch reversed, or one stop moved. */
function* neighbours(order: readonly number[]): Generator<readonly number[]> {
  for (let i = 0; i < order.length; i++) {
    for (let j = i + 1; j < order.length; j++) yield [...order.slice(0, i), ...order.slice(i, j + 1).toReversed(), ...order.slice(j + 1)];
    const rest = order.toSpliced(i, 1);
    for (let to = 0; to <= rest.length; to++) if (to !== i) yield rest.toSpliced(to, 0, ...order.slice(i, i + 1));
  }
}

/** [day] seconds that a visit costs there; Infinity where it does not fit. Visits that a busy rep's day still needs count as made. */
function pricesOf(rep: RepMonth, series: number): readonly number[] {
  const steps = rep.isBusy ? CROWDED_BUSY : CROWDED;
  return rep.days.map((day, d) => {
    const found = cheapestPlace(rep, d, series);
    if (found === null) return Infinity;
    const order = rep.orders[d] ?? [];
    const walk = walkDay(day, order);
    const missing = fewestOn(rep, d) - order.length;
    const later = rep.isBusy ? Math.max(0, missing - 1) * ONE_MORE : 0;
    const expected = (walk?.away ?? 0) + (walk?.stay ?? 0) + found.seconds + (day.dwells[series - 1] ?? 0) + later;
    const crowded = steps.reduce((sum, { from, price }) => sum + (expected > from * day.repDay.fieldTime ? price : 0), 0);
    return found.seconds + crowded - (missing > 0 ? WANTED : 0);
  });
}

/** The cheapest days with the gaps that the policy wants, or else with any gaps; never with any gaps for busy reps. */
function patternFor(rep: RepMonth, series: number, price: readonly number[]): Pattern | null {
  const input = inputFor(rep, series, price);
  return cheapestPattern(input) ?? (rep.isBusy ? null : cheapestPattern({ ...input, minGapDays: 1, maxGapDays: NO_LIMIT }));
}

function inputFor(rep: RepMonth, number: number, price: readonly number[]): PatternInput {
  const { series, ranges, within } = present(rep.due[number - 1], 'series');
  const { minGapDays, maxGapDays } = gapsOf(series);
  return {
    days: rep.days.map(({ repDay }) => repDay.day),
    price,
    ranges,
    minGapDays,
    maxGapDays: maxGapDays ?? NO_LIMIT,
    before: series.lastVisit,
    after: addDays(rep.month.last, 1),
    within,
  };
}

function takeOut({ orders }: RepMonth, series: number): void {
  orders.forEach((order, d) => {
    if (order.includes(series)) orders[d] = order.filter((other) => other !== series);
  });
}

function putIn(rep: RepMonth, series: number, days: readonly number[]): void {
  for (const d of days) {
    const { position } = present(cheapestPlace(rep, d, series), 'place');
    rep.orders[d] = (rep.orders[d] ?? []).toSpliced(position, 0, series);
  }
}
