import { NEVER, hasWays } from '../problem/layout.ts';
import { WayChooser } from './way-chooser.ts';
import { easedPrice, hingePrice } from './prices.ts';
import { type Tables, easedOn } from './tables.ts';
import { Walker } from './walker.ts';

/**
 * Times of a slot whose visits have one window a day and which has no breaks. The end then is
 * max(t + tail, floor) for an arrival t at any position: three numbers join two stretches.
 *
 * Vidal et al. (2013), https://doi.org/10.1016/j.cor.2012.07.018, for departures fixed at the start.
 * Returns false when a window, a cap or a forbidden leg is broken.
 */
export function scheduleSimple(tours: Tables, r: number): boolean {
  layLegs(tours, r);
  const feasible = forward(tours, r, 1);
  const { problem, latest, tail, floor } = tours;
  const home = tours.row[r] * tours.width + tours.length[tours.row[r]] + 1;
  latest[home] = problem.slots.latest[r];
  tail[home] = 0;
  floor[home] = 0;
  backward(tours, r, tours.length[tours.row[r]]);
  return feasible && withinCaps(tours, r);
}

/** The same for a simple slot whose tables are valid but for a visit that came in at a position. */
export function insertSimple(tours: Tables, r: number, position: number): boolean {
  const { problem, at, edgeCost, edgeTime, latest, tail, floor, seq } = tours;
  const { placeCount, legs, series, visits } = problem;
  const row = tours.row[r];
  const o = row * tours.width;
  const i = o + position;
  for (let j = o + tours.length[row] + 1; j > i; j--) {
    at[j] = at[j - 1];
    edgeCost[j] = edgeCost[j - 1];
    edgeTime[j] = edgeTime[j - 1];
    latest[j] = latest[j - 1];
    tail[j] = tail[j - 1];
    floor[j] = floor[j - 1];
  }
  const s = visits.series[seq[i]];
  const matrix = problem.slots.legClass[r] * placeCount * placeCount;
  const legIn = matrix + at[i - 1] * placeCount + series.place[s];
  const legOut = matrix + series.place[s] * placeCount + at[i + 1];
  const detour = legs.cost[legIn] + legs.cost[legOut] - edgeCost[i + 1];
  const moved = legs.time[legIn] + legs.time[legOut] - edgeTime[i + 1];
  at[i] = series.place[s];
  edgeCost[i] = legs.cost[legIn];
  edgeTime[i] = legs.time[legIn];
  edgeCost[i + 1] = legs.cost[legOut];
  edgeTime[i + 1] = legs.time[legOut];
  tours.travel[row] += moved;
  tours.legPrice[row] += detour - moved;
  tours.stay[row] += series.dwell[s];
  const feasible = forward(tours, r, position);
  backward(tours, r, position);
  return feasible && withinCaps(tours, r);
}

/** Departures from a position on, and the end. */
function forward(tours: Tables, r: number, position: number): boolean {
  const { problem, edgeTime, depart, waited, seq } = tours;
  const { dayCount, visits, series, opening } = problem;
  const row = tours.row[r];
  const o = row * tours.width;
  const length = tours.length[row];
  const day = problem.slots.day[r];
  let feasible = true;
  depart[o] = problem.slots.start[r];
  waited[o] = 0;
  let time = depart[o + position - 1];
  let idle = waited[o + position - 1];
  for (let i = o + position; i <= o + length; i++) {
    const s = visits.series[seq[i]];
    const cell = s * dayCount + day;
    const arrival = time + edgeTime[i];
    const from = opening.from[cell];
    const start = arrival < from ? from : arrival;
    if (start > opening.until[cell]) feasible = false;
    if (i === o + 1) tours.first[row] = start;
    idle += start - arrival;
    time = start + series.dwell[s];
    depart[i] = time;
    waited[i] = idle;
  }
  tours.idle[row] = idle;
  closeRow(tours, r, time + (length > 0 ? edgeTime[o + length + 1] : 0), 0);
  return feasible;
}

/** Latest arrivals, tails and floors from a position back to the first. */
function backward(tours: Tables, r: number, position: number): void {
  const { problem, edgeTime, latest, tail, floor, seq } = tours;
  const { dayCount, visits, series, opening } = problem;
  const o = tours.row[r] * tours.width;
  const day = problem.slots.day[r];
  for (let i = o + position; i > o; i--) {
    const s = visits.series[seq[i]];
    const cell = s * dayCount + day;
    const onward = series.dwell[s] + edgeTime[i + 1];
    const until = opening.until[cell];
    const last = latest[i + 1] - onward;
    latest[i] = last < until ? last : until;
    const after = onward + tail[i + 1];
    tail[i] = after;
    // Starting when the window opens, the rest ends no earlier than this.
    const opened = opening.from[cell] + after;
    floor[i] = opened > floor[i + 1] ? opened : floor[i + 1];
  }
}

/** The same for slots with breaks, split windows or order prices: departures by breaks taken, found by walking. */
export function scheduleLabelled(tours: Tables, r: number): boolean {
  const { problem, labels, labelTime, labelOrder, labelFirst, seq } = tours;
  const row = tours.row[r];
  const o = row * tours.width;
  const length = tours.length[row];
  let possible = layLegs(tours, r);
  const walker = Walker.of(problem);
  walker.start(r);
  walker.store(labelTime, labelOrder, labelFirst, o * labels);
  tours.waited[o] = 0;
  let moving = 0;
  for (let i = 1; i <= length; i++) {
    const s = problem.visits.series[seq[o + i]];
    possible = walker.visit(s, tours.edgeTime[o + i]) && possible;
    walker.store(labelTime, labelOrder, labelFirst, (o + i) * labels);
    moving += tours.edgeTime[o + i] + problem.series.dwell[s];
    tours.waited[o + i] = walker.leastWait(moving);
  }
  if (length === 0) {
    closeRow(tours, r, problem.slots.start[r], 0);
    tours.idle[row] = 0;
  } else {
    tours.first[row] = -1;
    const best = walker.finish(tours.edgeTime[o + length + 1], tours.travel[row], tours.stay[row], easedOn(tours, row));
    possible = possible && best < NEVER;
    if (possible) tours.first[row] = walker.first;
    closeRow(tours, r, possible ? walker.end : problem.slots.start[r], possible ? walker.paused : 0);
    tours.timePrice[row] += walker.orderPrice;
    tours.idle[row] = tours.end[row] - problem.slots.start[r] - tours.travel[row] - tours.stay[row] - tours.paused[row];
  }
  latestArrivals(tours, r);
  return possible && withinCaps(tours, r);
}

/** Latest arrivals by breaks taken, from the way home back to the first visit. */
function latestArrivals(tours: Tables, r: number): void {
  const { problem, labels, labelLatest, edgeTime, seq } = tours;
  const { dayCount, breaks, visits, series, opening } = problem;
  const o = tours.row[r] * tours.width;
  const length = tours.length[tours.row[r]];
  const breakCount = breaks.bySlot[r + 1] - breaks.bySlot[r];
  let latest = problem.slots.latest[r];
  for (let k = breakCount; k >= 0; k--) {
    // A break that is not taken before the end must still be able to start then.
    if (k < breakCount && breaks.latest[breaks.bySlot[r] + k] < latest) latest = breaks.latest[breaks.bySlot[r] + k];
    labelLatest[(o + length + 1) * labels + k] = latest;
  }
  for (let i = o + length; i > o; i--) {
    const s = visits.series[seq[i]];
    const until = opening.until[s * dayCount + problem.slots.day[r]];
    for (let k = 0; k <= breakCount; k++) {
      const last = latestDeparture(tours, r, i, k, edgeTime[i + 1]) - series.dwell[s];
      labelLatest[i * labels + k] = last < until ? last : until;
    }
  }
}

/** Latest departure towards the position after i with k breaks taken, whichever breaks are taken on the way; -1 for never. */
function latestDeparture({ problem, labels, labelLatest }: Tables, r: number, i: number, k: number, travel: number): number {
  const { breaks } = problem;
  let best = labelLatest[(i + 1) * labels + k] - travel;
  let paused = 0;
  for (let b = breaks.bySlot[r] + k; b < breaks.bySlot[r + 1]; b++) {
    paused += breaks.duration[b];
    const arrival = labelLatest[(i + 1) * labels + b + 1 - breaks.bySlot[r]];
    if (breaks.earliest[b] + breaks.duration[b] > arrival) continue;
    const onTime = Math.min(breaks.latest[breaks.bySlot[r] + k], arrival - paused - travel);
    if (onTime > best) best = onTime;
  }
  return best;
}

/** Places and legs of a row, and their sums; false where there are no ways that keep windows and limits. */
function layLegs(tours: Tables, r: number): boolean {
  const { problem, at, seq, edgeCost, edgeTime } = tours;
  const { placeCount, legs, series, visits } = problem;
  const row = tours.row[r];
  const o = row * tours.width;
  const length = tours.length[row];
  const matrix = problem.slots.legClass[r] * placeCount * placeCount;
  let place = problem.slots.from[r];
  let travel = 0;
  let cost = 0;
  let stay = 0;
  at[o] = place;
  for (let i = 1; i <= length + 1; i++) {
    const next = i <= length ? series.place[visits.series[seq[o + i]]] : problem.slots.to[r];
    const leg = matrix + place * placeCount + next;
    at[o + i] = next;
    edgeCost[o + i] = legs.cost[leg];
    edgeTime[o + i] = legs.time[leg];
    cost += legs.cost[leg];
    travel += legs.time[leg];
    if (i <= length) stay += series.dwell[visits.series[seq[o + i]]];
    place = next;
  }
  if (length === 0) {
    // An unused slot costs nothing; a first visit then pays the ways out and back in full.
    edgeCost[o + 1] = 0;
    edgeTime[o + 1] = 0;
  }
  tours.travel[row] = length > 0 ? travel : 0;
  tours.legPrice[row] = length > 0 ? cost - travel : 0;
  tours.stay[row] = stay;
  tours.quickest[row] = travel;
  tours.cheapest[row] = cost;
  return length === 0 || !hasWays(problem, r) || layWays(tours, r);
}

/** The legs of a row by the ways that cost least. */
function layWays(tours: Tables, r: number): boolean {
  const { problem, edgeCost, edgeTime, away } = tours;
  const row = tours.row[r];
  const o = row * tours.width;
  const length = tours.length[row];
  const chooser = WayChooser.of(problem);
  if (!chooser.choose(r, tours.seq, o + 1, length, easedOn(tours, row))) return false;
  let travel = 0;
  let cost = 0;
  for (let i = 1; i <= length + 1; i++) {
    edgeCost[o + i] = chooser.price[i];
    edgeTime[o + i] = chooser.time[i];
    away[o + i] = chooser.away[i];
    cost += chooser.price[i];
    travel += chooser.time[i];
  }
  tours.vehicle[row] = chooser.vehicle;
  tours.travel[row] = travel;
  tours.legPrice[row] = cost - travel;
  return true;
}

function closeRow(tours: Tables, r: number, end: number, paused: number): void {
  const row = tours.row[r];
  tours.end[row] = end;
  tours.paused[row] = paused;
  const work = end - tours.problem.slots.start[r] - paused;
  const { problem, visits, travel, first, timePrice } = tours;
  timePrice[row] = 0;
  if (visits[row] === 0) return;
  timePrice[row] = hingePrice(problem, r, travel[row], work, end, first[row]) + easedPrice(problem, r, end, easedOn(tours, row));
}

function withinCaps(tours: Tables, r: number): boolean {
  const { problem, end, travel, first, paused } = tours;
  const row = tours.row[r];
  if (tours.visits[row] === 0) return true;
  if (end[row] > problem.slots.latest[r] || travel[row] > problem.slots.travelCap[r]) return false;
  return first[row] <= problem.slots.firstCap[r] && end[row] - problem.slots.start[r] - paused[row] <= problem.slots.workCap[r];
}
