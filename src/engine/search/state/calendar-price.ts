import { MOST_VISITS, type Problem } from '../../problem/layout.ts';
import type { Placement } from './placement.ts';

/** The price of a set of days that is not allowed. */
export const IMPOSSIBLE = Infinity;

/** Scratch: days and reps of one series in order of days. */
const days = new Int32Array(MOST_VISITS);
const reps = new Int32Array(MOST_VISITS);

/**
 * The calendar price of a series: gaps between its visits and at both ends of the horizon, visits off the
 * most frequent weekday or rep, phases without their visits. With a further visit unless `day` is -1.
 */
export function calendarPrice(placement: Placement, s: number, day: number, rep: number): number {
  const count = gather(placement, s, day, rep);
  return priceOfDays(placement.problem, s, count);
}

/** Price change of one more visit on a day by a rep; `IMPOSSIBLE` when the series has one on that day or its patterns do not allow it. */
export function calendarDelta(placement: Placement, s: number, day: number, rep: number): number {
  const { isPriced, patterns } = placement.problem.calendar;
  if (placement.served[s] > 0 && isOn(placement, s, day)) return IMPOSSIBLE;
  if (patterns.bySeries[s + 1] > patterns.bySeries[s] && !fitsPattern(placement, s, day)) return IMPOSSIBLE;
  if (isPriced[s] === 0) return 0;
  return calendarPrice(placement, s, day, rep) - placement.calendarPrice[s];
}

/** Writes the days and reps of a series' visits into the scratch arrays; returns their number. */
function gather(placement: Placement, s: number, day: number, rep: number): number {
  const { slotOf } = placement;
  const { visits, slots } = placement.problem;
  let count = 0;
  if (day >= 0) {
    days[0] = day;
    reps[0] = rep;
    count = 1;
  }
  for (let v = visits.bySeries[s]; v < visits.bySeries[s + 1]; v++) {
    const r = slotOf[v];
    if (r < 0) continue;
    const own = slots.day[r];
    let i = count++;
    for (; i > 0 && days[i - 1] > own; i--) {
      days[i] = days[i - 1];
      reps[i] = reps[i - 1];
    }
    days[i] = own;
    reps[i] = slots.rep[r];
  }
  return count;
}

function priceOfDays(problem: Problem, s: number, count: number): number {
  const { dayCount, calendar } = problem;
  const gaps = s * (dayCount + 1);
  let price = 0;
  if (count === 0) price += calendar.noVisitPrice[s];
  else {
    price += calendar.firstGapPrice[s * dayCount + days[0]] + calendar.openGapPrice[gaps + dayCount - days[count - 1]];
    for (let i = 1; i < count; i++) price += calendar.gapPrice[gaps + days[i] - days[i - 1]];
  }
  if (count > 1 && calendar.weekdayPrice[s] > 0) price += calendar.weekdayPrice[s] * (count - mostOf(count, true));
  if (count > 1 && calendar.repPrice[s] > 0) price += calendar.repPrice[s] * (count - mostOf(count, false));
  const { phases } = calendar;
  for (let p = phases.bySeries[s]; p < phases.bySeries[s + 1]; p++) {
    let within = 0;
    for (let i = 0; i < count; i++) if (days[i] >= phases.firstDay[p] && days[i] <= phases.lastDay[p]) within++;
    price += phases.price[p] * Math.max(0, phases.least[p] - within);
  }
  return price;
}

/** Number of visits on the most frequent weekday, or by the most frequent rep. */
function mostOf(count: number, byWeekday: boolean): number {
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
