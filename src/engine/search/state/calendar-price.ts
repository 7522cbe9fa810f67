import type { Problem } from '../../problem/layout.ts';
import type { Placement } from './placement.ts';

/** The price of a set of days that is not allowed. */
export const IMPOSSIBLE = Infinity;

/** Scratch: days and reps of one series in order of days, and whether each is its own visit. It grows with the visits that count for one series. */
let days = new Int32Array(128);
let reps = new Int32Array(128);
let isOwn = new Int32Array(128);
let count = 0;

/**
 * The calendar price of a series: gaps between its visits and at both ends of the horizon, visits off the
 * most frequent weekday or rep, phases without their visits. With a further visit unless `day` is -1. Visits of other
 * series that count for it have a part in its gaps.
 */
export function calendarPrice(placement: Placement, s: number, day: number, rep: number): number {
  gather(placement, s, day, rep);
  const { problem } = placement;
  const price = priceOfDays(problem, s);
  const { bySeries } = problem.calendar.company.from;
  if (bySeries[s + 1] === bySeries[s]) return price + priceOfGaps(problem, s);
  gatherCounted(placement, s);
  return price + priceOfCountedGaps(problem, s);
}

/**
 * Price change of one more visit on a day by a rep, for its own series and for those for which it counts; `IMPOSSIBLE`
 * when the series has one on that day, its patterns do not allow it, or it comes too close to a series apart from it.
 */
export function calendarDelta(placement: Placement, s: number, day: number, rep: number): number {
  const { isPriced, patterns, company } = placement.problem.calendar;
  if (placement.served[s] > 0 && isOn(placement, s, day)) return IMPOSSIBLE;
  if (patterns.bySeries[s + 1] > patterns.bySeries[s] && !fitsPattern(placement, s, day)) return IMPOSSIBLE;
  if (company.isGiven[s] === 1) return deltaInCompany(placement, s, day, rep);
  if (isPriced[s] === 0) return 0;
  return calendarPrice(placement, s, day, rep) - placement.calendarPrice[s];
}

/** Whether a day is too close to a visit of another series from which this one stays apart. */
export function isTooClose({ problem, slotOf, served }: Placement, s: number, day: number): boolean {
  const { visits, slots, calendar } = problem;
  const { bySeries, other, days: least } = calendar.company.apart;
  for (let e = bySeries[s]; e < bySeries[s + 1]; e++) {
    const o = other[e];
    if (served[o] === 0) continue;
    for (let v = visits.bySeries[o]; v < visits.bySeries[o + 1]; v++) {
      const r = slotOf[v];
      if (r >= 0 && Math.abs(slots.day[r] - day) < least[e]) return true;
    }
  }
  return false;
}

function deltaInCompany(placement: Placement, s: number, day: number, rep: number): number {
  if (isTooClose(placement, s, day)) return IMPOSSIBLE;
  const { problem } = placement;
  const { isPriced, company } = problem.calendar;
  const { bySeries, other } = company.towards;
  let delta = isPriced[s] === 0 ? 0 : calendarPrice(placement, s, day, rep) - placement.calendarPrice[s];
  for (let e = bySeries[s]; e < bySeries[s + 1]; e++) {
    if (isPriced[other[e]] === 0) continue;
    gather(placement, other[e], -1, -1);
    gatherCounted(placement, other[e]);
    delta -= priceOfCountedGaps(problem, other[e]);
    addDay(day, -1, 0);
    delta += priceOfCountedGaps(problem, other[e]);
  }
  return delta;
}

/** Writes the days and reps of a series' visits into the scratch arrays. */
function gather(placement: Placement, s: number, day: number, rep: number): void {
  count = 0;
  if (day >= 0) {
    days[0] = day;
    reps[0] = rep;
    isOwn[0] = 1;
    count = 1;
  }
  addVisits(placement, s, 1);
}

/** Adds the visits of other series that count for the gaps of a series. */
function gatherCounted(placement: Placement, s: number): void {
  const { bySeries, other } = placement.problem.calendar.company.from;
  for (let e = bySeries[s]; e < bySeries[s + 1]; e++) addVisits(placement, other[e], 0);
}

function addVisits({ problem, slotOf }: Placement, s: number, own: 0 | 1): void {
  const { visits, slots } = problem;
  for (let v = visits.bySeries[s]; v < visits.bySeries[s + 1]; v++) {
    const r = slotOf[v];
    if (r >= 0) addDay(slots.day[r], slots.rep[r], own);
  }
}

function addDay(day: number, rep: number, own: 0 | 1): void {
  if (count === days.length) {
    days = twiceAsLong(days);
    reps = twiceAsLong(reps);
    isOwn = twiceAsLong(isOwn);
  }
  let i = count++;
  for (; i > 0 && days[i - 1] > day; i--) {
    days[i] = days[i - 1];
    reps[i] = reps[i - 1];
    isOwn[i] = isOwn[i - 1];
  }
  days[i] = day;
  reps[i] = rep;
  isOwn[i] = own;
}

function twiceAsLong(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * numbers.length);
  longer.set(numbers);
  return longer;
}

/** The same where visits of other series count: two visits on one day are one, and a gap between two others' has a price of its own. */
function priceOfCountedGaps(problem: Problem, s: number): number {
  mergeDays();
  const { dayCount, calendar } = problem;
  if (count === 0) return calendar.noVisitPrice[s];
  const gaps = s * (dayCount + 1);
  const firstGap = isOwn[0] === 1 ? calendar.firstGapPrice : calendar.givenFirstGapPrice;
  let price = firstGap[s * dayCount + days[0]] + calendar.openGapPrice[gaps + dayCount - days[count - 1]];
  for (let i = 1; i < count; i++) {
    const gap = isOwn[i] === 1 || isOwn[i - 1] === 1 ? calendar.gapPrice : calendar.givenGapPrice;
    price += gap[gaps + days[i] - days[i - 1]];
  }
  return price;
}

function mergeDays(): void {
  let kept = 0;
  for (let i = 0; i < count; i++) {
    if (kept > 0 && days[kept - 1] === days[i]) {
      isOwn[kept - 1] |= isOwn[i];
      continue;
    }
    days[kept] = days[i];
    isOwn[kept++] = isOwn[i];
  }
  count = kept;
}

/** Gaps from before the horizon to its end. */
function priceOfGaps({ dayCount, calendar }: Problem, s: number): number {
  if (count === 0) return calendar.noVisitPrice[s];
  const gaps = s * (dayCount + 1);
  let price = calendar.firstGapPrice[s * dayCount + days[0]] + calendar.openGapPrice[gaps + dayCount - days[count - 1]];
  for (let i = 1; i < count; i++) price += calendar.gapPrice[gaps + days[i] - days[i - 1]];
  return price;
}

/** Weekdays, reps and phases. */
function priceOfDays({ calendar }: Problem, s: number): number {
  let price = 0;
  if (count > 1 && calendar.weekdayPrice[s] > 0) price += calendar.weekdayPrice[s] * (count - mostOf(true));
  if (count > 1 && calendar.repPrice[s] > 0) price += calendar.repPrice[s] * (count - mostOf(false));
  const { phases } = calendar;
  for (let p = phases.bySeries[s]; p < phases.bySeries[s + 1]; p++) {
    let within = 0;
    for (let i = 0; i < count; i++) if (days[i] >= phases.firstDay[p] && days[i] <= phases.lastDay[p]) within++;
    price += phases.price[p] * Math.max(0, phases.least[p] - within);
  }
  return price;
}

/** Number of visits on the most frequent weekday, or by the most frequent rep. */
function mostOf(byWeekday: boolean): number {
  let most = 1;
  for (let i = 0; i < count; i++) {
    let same = 1;
    for (let j = i + 1; j < count; j++) if (byWeekday ? (days[j] - days[i]) % 7 === 0 : reps[j] === reps[i]) same++;
    if (same > most) most = same;
  }
  return most;
}

function isOn(placement: Placement, s: number, day: number): boolean {
  const { visits, slots } = placement.problem;
  for (let v = visits.bySeries[s]; v < visits.bySeries[s + 1]; v++) {
    const r = placement.slotOf[v];
    if (r >= 0 && slots.day[r] === day) return true;
  }
  return false;
}

function fitsPattern(placement: Placement, s: number, day: number): boolean {
  const { visits, slots, calendar } = placement.problem;
  if (placement.served[s] === 0) return (placement.patternDays[s] & (1 << day)) !== 0;
  let set = 1 << day;
  for (let v = visits.bySeries[s]; v < visits.bySeries[s + 1]; v++) {
    const r = placement.slotOf[v];
    if (r >= 0) set |= 1 << slots.day[r];
  }
  const { patterns } = calendar;
  for (let p = patterns.bySeries[s]; p < patterns.bySeries[s + 1]; p++) if ((patterns.days[p] & set) === set) return true;
  return false;
}
