import { addDays } from '../../../src/domain/calendar.ts';
import { present } from '../../../src/kernel/assert.ts';
import { type Pattern, type PatternQuestion, cheapestPattern } from '../witness/pattern.ts';
import { type RepMonth, daysOfErrand, fewestOn, isDone, mostOn } from './rep-month.ts';
import { walkDay } from './walk.ts';

const WANTED = 6_000; // seconds: gain of a visit on a day that is short of visits
/** From which share of the field time on a further visit costs so many seconds more. */
const CROWDED = [
  { from: 0.8, price: 300 },
  { from: 0.87, price: 900 },
  { from: 0.93, price: 3600 },
];
const NO_LIMIT = 366; // days between visits

/** Where an errand fits best into a day, and what it then adds to the time on the way and waiting. */
interface Place {
  readonly position: number;
  readonly seconds: number;
}

/** The best place for an errand in the order of a day as it stands; null where it does not fit. */
export function bestPlace(rep: RepMonth, d: number, errand: number): Place | null {
  const [task, order] = [present(rep.days[d], 'day'), rep.orders[d] ?? []];
  if ((task.openings[errand - 1] ?? []).length === 0 || order.length >= mostOn(rep, d)) return null;
  const now = walkDay(task, order)?.away ?? 0;
  let best: Place | null = null;
  for (let position = 0; position <= order.length; position++) {
    const walk = walkDay(task, order.toSpliced(position, 0, errand));
    if (walk !== null && (best === null || walk.away - now < best.seconds)) best = { position, seconds: walk.away - now };
  }
  return best;
}

/** Takes an errand out and puts its visits on the days that now suit best; it stays out where none do. */
export function settle(rep: RepMonth, errand: number): void {
  takeOut(rep, errand);
  const price = pricesOf(rep, errand);
  const pattern = patternFor(rep, errand, price);
  if (pattern !== null) putIn(rep, errand, pattern.days);
}

/** Gives every errand better days where there are any, one after the other. */
export function improve(rep: RepMonth): void {
  for (let errand = 1; errand <= rep.errands.length; errand++) {
    if (!isDone(rep, errand)) continue;
    const before = [...rep.orders];
    const days = daysOfErrand(rep, errand);
    takeOut(rep, errand);
    const price = pricesOf(rep, errand);
    const now = days.reduce((sum, d) => sum + (price[d] ?? Infinity), 0);
    const found = patternFor(rep, errand, price);
    if (found !== null && found.price < now) putIn(rep, errand, found.days);
    else before.forEach((order, d) => (rep.orders[d] = order));
  }
}

/** Makes room for an errand that found none: another one goes elsewhere. Answers whether that worked out. */
export function makeWay(rep: RepMonth, errand: number): boolean {
  const before = [...rep.orders];
  const open = before.flatMap((order, d) => ((rep.days[d]?.openings[errand - 1] ?? []).length > 0 ? order : []));
  for (const other of new Set(open)) {
    takeOut(rep, other);
    settle(rep, errand);
    settle(rep, other);
    if (isDone(rep, errand) && isDone(rep, other)) return true;
    before.forEach((order, d) => (rep.orders[d] = order));
  }
  return false;
}

/** Puts the stops of each day into a shorter order, one stop or one stretch at a time. */
export function shorten(rep: RepMonth): void {
  for (const d of rep.days.keys()) while (shortenDay(rep, d));
}

function shortenDay(rep: RepMonth, d: number): boolean {
  const [task, order] = [present(rep.days[d], 'day'), rep.orders[d] ?? []];
  const now = walkDay(task, order)?.away ?? Infinity;
  for (const candidate of neighbours(order)) {
    const walk = walkDay(task, candidate);
    if (walk === null || walk.away >= now) continue;
    rep.orders[d] = candidate;
    return true;
  }
  return false;
}

/** Every order with one stretch turned round, or one stop moved. */
function* neighbours(order: readonly number[]): Generator<readonly number[]> {
  for (let i = 0; i < order.length; i++) {
    for (let j = i + 1; j < order.length; j++) yield [...order.slice(0, i), ...order.slice(i, j + 1).toReversed(), ...order.slice(j + 1)];
    const rest = order.toSpliced(i, 1);
    for (let to = 0; to <= rest.length; to++) if (to !== i) yield rest.toSpliced(to, 0, ...order.slice(i, i + 1));
  }
}

function pricesOf(rep: RepMonth, errand: number): readonly number[] {
  return rep.days.map((task, d) => {
    const place = bestPlace(rep, d, errand);
    if (place === null) return Infinity;
    const order = rep.orders[d] ?? [];
    const walk = walkDay(task, order);
    const busy = (walk?.away ?? 0) + (walk?.stay ?? 0) + place.seconds + (task.errands[errand - 1]?.dwell ?? 0);
    const crowded = CROWDED.reduce((sum, { from, price }) => sum + (busy > from * task.repDay.fieldTime ? price : 0), 0);
    return place.seconds + crowded - (order.length < fewestOn(rep, d) ? WANTED : 0);
  });
}

/** The cheapest days with the gaps that the policy wishes, or else with any gaps. */
function patternFor(rep: RepMonth, number: number, price: readonly number[]): Pattern | null {
  const errand = present(rep.errands[number - 1], 'errand');
  const question: PatternQuestion = {
    days: rep.days.map(({ repDay }) => repDay.day),
    price,
    cycles: errand.cycles,
    minGapDays: errand.minGapDays,
    maxGapDays: errand.maxGapDays,
    before: errand.before,
    after: addDays(rep.month.last, 1),
    focus: errand.within,
  };
  return cheapestPattern(question) ?? cheapestPattern({ ...question, minGapDays: 1, maxGapDays: NO_LIMIT });
}

function takeOut({ orders }: RepMonth, errand: number): void {
  orders.forEach((order, d) => {
    if (order.includes(errand)) orders[d] = order.filter((other) => other !== errand);
  });
}

function putIn(rep: RepMonth, errand: number, days: readonly number[]): void {
  for (const d of days) {
    const { position } = present(bestPlace(rep, d, errand), 'place');
    rep.orders[d] = (rep.orders[d] ?? []).toSpliced(position, 0, errand);
  }
}
