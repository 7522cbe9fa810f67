import { NEVER, hasWays } from '../problem/layout.ts';
import { WayChooser } from './way-chooser.ts';
import { priceOfEasedEnd, priceOfTimes } from './prices.ts';
import { easeOfRow } from './row-content.ts';
import type { Rows } from './rows.ts';
import { Walker } from './walker.ts';

/**
 * Times of a slot whose visits have one window a day and which has no breaks. The end then is
 * max(t + tail, floor) for an arrival t at any position: three numbers join two stretches.
 *
 * Vidal et al. (2013), https://doi.org/10.1016/j.cor.2012.07.018, for departures fixed at the start.
 * Returns false when a window, a cap or a forbidden leg is broken.
 */
export function scheduleSimple(rows: Rows, r: number): boolean {
  layLegs(rows, r);
  const feasible = forward(rows, r, 1);
  const { problem, simple } = rows;
  const home = rows.current[r] * rows.width + rows.length[rows.current[r]] + 1;
  simple.latest[home] = problem.slots.latest[r];
  simple.tail[home] = 0;
  simple.floor[home] = 0;
  backward(rows, r, rows.length[rows.current[r]]);
  return feasible && withinCaps(rows, r);
}

/** The same for a simple slot whose tables are valid but for a visit that came in at a position. */
export function insertSimple(rows: Rows, r: number, position: number): boolean {
  const { problem, placeAt, legCost, legTime, simple, visitAt } = rows;
  const { placeCount, legs, series, visits } = problem;
  const row = rows.current[r];
  const o = row * rows.width;
  const i = o + position;
  for (let j = o + rows.length[row] + 1; j > i; j--) {
    placeAt[j] = placeAt[j - 1];
    legCost[j] = legCost[j - 1];
    legTime[j] = legTime[j - 1];
    simple.latest[j] = simple.latest[j - 1];
    simple.tail[j] = simple.tail[j - 1];
    simple.floor[j] = simple.floor[j - 1];
  }
  const s = visits.series[visitAt[i]];
  const matrix = problem.slots.legClass[r] * placeCount * placeCount;
  const legIn = matrix + placeAt[i - 1] * placeCount + series.place[s];
  const legOut = matrix + series.place[s] * placeCount + placeAt[i + 1];
  const detour = legs.cost[legIn] + legs.cost[legOut] - legCost[i + 1];
  const moved = legs.time[legIn] + legs.time[legOut] - legTime[i + 1];
  placeAt[i] = series.place[s];
  legCost[i] = legs.cost[legIn];
  legTime[i] = legs.time[legIn];
  legCost[i + 1] = legs.cost[legOut];
  legTime[i + 1] = legs.time[legOut];
  rows.times.travel[row] += moved;
  rows.times.legPrice[row] += detour - moved;
  rows.times.stay[row] += series.dwell[s];
  const feasible = forward(rows, r, position);
  backward(rows, r, position);
  return feasible && withinCaps(rows, r);
}

/** Departures from a position on, and the end. */
function forward(rows: Rows, r: number, position: number): boolean {
  const { problem, legTime, simple, times, visitAt } = rows;
  const { dayCount, visits, series, opening } = problem;
  const row = rows.current[r];
  const o = row * rows.width;
  const length = rows.length[row];
  const day = problem.slots.day[r];
  let feasible = true;
  simple.depart[o] = problem.slots.start[r];
  times.waited[o] = 0;
  let time = simple.depart[o + position - 1];
  let idle = times.waited[o + position - 1];
  for (let i = o + position; i <= o + length; i++) {
    const s = visits.series[visitAt[i]];
    const cell = s * dayCount + day;
    const arrival = time + legTime[i];
    const from = opening.from[cell];
    const start = arrival < from ? from : arrival;
    if (start > opening.until[cell]) feasible = false;
    if (i === o + 1) rows.times.first[row] = start;
    idle += start - arrival;
    time = start + series.dwell[s];
    simple.depart[i] = time;
    times.waited[i] = idle;
  }
  rows.times.idle[row] = idle;
  closeRow(rows, r, time + (length > 0 ? legTime[o + length + 1] : 0), 0);
  return feasible;
}

/** Latest arrivals, tails and floors from a position back to the first. */
function backward(rows: Rows, r: number, position: number): void {
  const { problem, legTime, simple, visitAt } = rows;
  const { dayCount, visits, series, opening } = problem;
  const o = rows.current[r] * rows.width;
  const day = problem.slots.day[r];
  for (let i = o + position; i > o; i--) {
    const s = visits.series[visitAt[i]];
    const cell = s * dayCount + day;
    const onward = series.dwell[s] + legTime[i + 1];
    const until = opening.until[cell];
    const last = simple.latest[i + 1] - onward;
    simple.latest[i] = last < until ? last : until;
    const after = onward + simple.tail[i + 1];
    simple.tail[i] = after;
    // Starting when the window opens, the rest ends no earlier than this.
    const opened = opening.from[cell] + after;
    simple.floor[i] = opened > simple.floor[i + 1] ? opened : simple.floor[i + 1];
  }
}

/** The same for slots with breaks, split windows or order prices: departures by breaks taken, found by walking. */
export function scheduleLabelled(rows: Rows, r: number): boolean {
  const { problem, labels, visitAt } = rows;
  const row = rows.current[r];
  const o = row * rows.width;
  const length = rows.length[row];
  let possible = layLegs(rows, r);
  const walker = Walker.of(problem);
  walker.start(r);
  walker.store(labels.time, labels.order, labels.first, o * labels.perPosition);
  rows.times.waited[o] = 0;
  let moving = 0;
  for (let i = 1; i <= length; i++) {
    const s = problem.visits.series[visitAt[o + i]];
    possible = walker.visit(s, rows.legTime[o + i]) && possible;
    walker.store(labels.time, labels.order, labels.first, (o + i) * labels.perPosition);
    moving += rows.legTime[o + i] + problem.series.dwell[s];
    rows.times.waited[o + i] = walker.leastWait(moving);
  }
  if (length === 0) {
    closeRow(rows, r, problem.slots.start[r], 0);
    rows.times.idle[row] = 0;
  } else {
    rows.times.first[row] = -1;
    const best = walker.finish(rows.legTime[o + length + 1], rows.times.travel[row], rows.times.stay[row], easeOfRow(rows, row));
    possible = possible && best < NEVER;
    if (possible) rows.times.first[row] = walker.first;
    closeRow(rows, r, possible ? walker.end : problem.slots.start[r], possible ? walker.paused : 0);
    rows.times.timePrice[row] += walker.orderPrice;
    rows.times.idle[row] =
      rows.times.end[row] - problem.slots.start[r] - rows.times.travel[row] - rows.times.stay[row] - rows.times.paused[row];
  }
  latestArrivals(rows, r);
  return possible && withinCaps(rows, r);
}

/** Latest arrivals by breaks taken, from the way home back to the first visit. */
function latestArrivals(rows: Rows, r: number): void {
  const { problem, labels, legTime, visitAt } = rows;
  const { dayCount, breaks, visits, series, opening } = problem;
  const o = rows.current[r] * rows.width;
  const length = rows.length[rows.current[r]];
  const breakCount = breaks.bySlot[r + 1] - breaks.bySlot[r];
  let latest = problem.slots.latest[r];
  for (let k = breakCount; k >= 0; k--) {
    // A break that is not taken before the end must still be able to start then.
    if (k < breakCount && breaks.latest[breaks.bySlot[r] + k] < latest) latest = breaks.latest[breaks.bySlot[r] + k];
    labels.latest[(o + length + 1) * labels.perPosition + k] = latest;
  }
  for (let i = o + length; i > o; i--) {
    const s = visits.series[visitAt[i]];
    const until = opening.until[s * dayCount + problem.slots.day[r]];
    for (let k = 0; k <= breakCount; k++) {
      const last = latestDeparture(rows, r, i, k, legTime[i + 1]) - series.dwell[s];
      labels.latest[i * labels.perPosition + k] = last < until ? last : until;
    }
  }
}

/** Latest departure towards the position after i with k breaks taken, whichever breaks are taken on the way; -1 for never. */
function latestDeparture({ problem, labels }: Rows, r: number, i: number, k: number, travel: number): number {
  const { breaks } = problem;
  let best = labels.latest[(i + 1) * labels.perPosition + k] - travel;
  let paused = 0;
  for (let b = breaks.bySlot[r] + k; b < breaks.bySlot[r + 1]; b++) {
    paused += breaks.duration[b];
    const arrival = labels.latest[(i + 1) * labels.perPosition + b + 1 - breaks.bySlot[r]];
    if (breaks.earliest[b] + breaks.duration[b] > arrival) continue;
    const onTime = Math.min(breaks.latest[breaks.bySlot[r] + k], arrival - paused - travel);
    if (onTime > best) best = onTime;
  }
  return best;
}

/** Places and legs of a row, and their sums; false where there are no ways that keep windows and limits. */
function layLegs(rows: Rows, r: number): boolean {
  const { problem, placeAt, visitAt, legCost, legTime } = rows;
  const { placeCount, legs, series, visits } = problem;
  const row = rows.current[r];
  const o = row * rows.width;
  const length = rows.length[row];
  const matrix = problem.slots.legClass[r] * placeCount * placeCount;
  let place = problem.slots.from[r];
  let travel = 0;
  let cost = 0;
  let stay = 0;
  placeAt[o] = place;
  for (let i = 1; i <= length + 1; i++) {
    const next = i <= length ? series.place[visits.series[visitAt[o + i]]] : problem.slots.to[r];
    const leg = matrix + place * placeCount + next;
    placeAt[o + i] = next;
    legCost[o + i] = legs.cost[leg];
    legTime[o + i] = legs.time[leg];
    cost += legs.cost[leg];
    travel += legs.time[leg];
    if (i <= length) stay += series.dwell[visits.series[visitAt[o + i]]];
    place = next;
  }
  if (length === 0) {
    // An unused slot costs nothing; a first visit then pays the ways out and back in full.
    legCost[o + 1] = 0;
    legTime[o + 1] = 0;
  }
  rows.times.travel[row] = length > 0 ? travel : 0;
  rows.times.legPrice[row] = length > 0 ? cost - travel : 0;
  rows.times.stay[row] = stay;
  rows.chosenWays.quickest[row] = travel;
  rows.chosenWays.cheapest[row] = cost;
  return length === 0 || !hasWays(problem, r) || layWays(rows, r);
}

/** The legs of a row by the ways that cost least. */
function layWays(rows: Rows, r: number): boolean {
  const { problem, legCost, legTime, chosenWays } = rows;
  const row = rows.current[r];
  const o = row * rows.width;
  const length = rows.length[row];
  const chooser = WayChooser.of(problem);
  if (!chooser.choose(r, rows.visitAt, o + 1, length, easeOfRow(rows, row))) return false;
  let travel = 0;
  let cost = 0;
  for (let i = 1; i <= length + 1; i++) {
    legCost[o + i] = chooser.price[i];
    legTime[o + i] = chooser.time[i];
    chosenWays.away[o + i] = chooser.away[i];
    cost += chooser.price[i];
    travel += chooser.time[i];
  }
  rows.chosenWays.vehicle[row] = chooser.vehicle;
  rows.times.travel[row] = travel;
  rows.times.legPrice[row] = cost - travel;
  return true;
}

function closeRow(rows: Rows, r: number, end: number, paused: number): void {
  const row = rows.current[r];
  rows.times.end[row] = end;
  rows.times.paused[row] = paused;
  const work = end - rows.problem.slots.start[r] - paused;
  const { problem, content, times } = rows;
  times.timePrice[row] = 0;
  if (content.visitCount[row] === 0) return;
  times.timePrice[row] =
    priceOfTimes(problem, r, times.travel[row], work, end, times.first[row]) + priceOfEasedEnd(problem, r, end, easeOfRow(rows, row));
}

function withinCaps(rows: Rows, r: number): boolean {
  const { problem, times } = rows;
  const row = rows.current[r];
  if (rows.content.visitCount[row] === 0) return true;
  if (times.end[row] > problem.slots.latest[r] || times.travel[row] > problem.slots.travelCap[r]) return false;
  return (
    times.first[row] <= problem.slots.firstCap[r] && times.end[row] - problem.slots.start[r] - times.paused[row] <= problem.slots.workCap[r]
  );
}
