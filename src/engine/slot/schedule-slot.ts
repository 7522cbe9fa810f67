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
  latest[home] = problem.slotLatest[r];
  tail[home] = 0;
  floor[home] = 0;
  backward(tours, r, tours.length[tours.row[r]]);
  return feasible && withinCaps(tours, r);
}

/** The same for a simple slot whose tables are valid but for a visit that came in at a position. */
export function insertSimple(tours: Tables, r: number, position: number): boolean {
  const { problem, at, edgeCost, edgeTime, latest, tail, floor, seq } = tours;
  const { placeCount, legCost, legTime, seriesPlace, visitSeries, seriesDwell } = problem;
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
  const s = visitSeries[seq[i]];
  const matrix = problem.slotClass[r] * placeCount * placeCount;
  const legIn = matrix + at[i - 1] * placeCount + seriesPlace[s];
  const legOut = matrix + seriesPlace[s] * placeCount + at[i + 1];
  const detour = legCost[legIn] + legCost[legOut] - edgeCost[i + 1];
  const moved = legTime[legIn] + legTime[legOut] - edgeTime[i + 1];
  at[i] = seriesPlace[s];
  edgeCost[i] = legCost[legIn];
  edgeTime[i] = legTime[legIn];
  edgeCost[i + 1] = legCost[legOut];
  edgeTime[i + 1] = legTime[legOut];
  tours.travel[row] += moved;
  tours.legPrice[row] += detour - moved;
  tours.stay[row] += seriesDwell[s];
  const feasible = forward(tours, r, position);
  backward(tours, r, position);
  return feasible && withinCaps(tours, r);
}

/** Departures from a position on, and the end. */
function forward(tours: Tables, r: number, position: number): boolean {
  const { problem, edgeTime, depart, waited, seq } = tours;
  const { dayCount, visitSeries, seriesDwell, openFrom, openUntil } = problem;
  const row = tours.row[r];
  const o = row * tours.width;
  const length = tours.length[row];
  const day = problem.slotDay[r];
  let feasible = true;
  depart[o] = problem.slotStart[r];
  waited[o] = 0;
  let time = depart[o + position - 1];
  let idle = waited[o + position - 1];
  for (let i = o + position; i <= o + length; i++) {
    const s = visitSeries[seq[i]];
    const cell = s * dayCount + day;
    const arrival = time + edgeTime[i];
    const from = openFrom[cell];
    const start = arrival < from ? from : arrival;
    if (start > openUntil[cell]) feasible = false;
    if (i === o + 1) tours.first[row] = start;
    idle += start - arrival;
    time = start + seriesDwell[s];
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
  const { dayCount, visitSeries, seriesDwell, openFrom, openUntil } = problem;
  const o = tours.row[r] * tours.width;
  const day = problem.slotDay[r];
  for (let i = o + position; i > o; i--) {
    const s = visitSeries[seq[i]];
    const cell = s * dayCount + day;
    const onward = seriesDwell[s] + edgeTime[i + 1];
    const until = openUntil[cell];
    const last = latest[i + 1] - onward;
    latest[i] = last < until ? last : until;
    const after = onward + tail[i + 1];
    tail[i] = after;
    // Starting when the window opens, the rest ends no earlier than this.
    const opened = openFrom[cell] + after;
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
    const s = problem.visitSeries[seq[o + i]];
    possible = walker.visit(s, tours.edgeTime[o + i]) && possible;
    walker.store(labelTime, labelOrder, labelFirst, (o + i) * labels);
    moving += tours.edgeTime[o + i] + problem.seriesDwell[s];
    tours.waited[o + i] = walker.leastWait(moving);
  }
  if (length === 0) {
    closeRow(tours, r, problem.slotStart[r], 0);
    tours.idle[row] = 0;
  } else {
    tours.first[row] = -1;
    const best = walker.finish(tours.edgeTime[o + length + 1], tours.travel[row], tours.stay[row], easedOn(tours, row));
    possible = possible && best < NEVER;
    if (possible) tours.first[row] = walker.first;
    closeRow(tours, r, possible ? walker.end : problem.slotStart[r], possible ? walker.paused : 0);
    tours.timePrice[row] += walker.orderPrice;
    tours.idle[row] = tours.end[row] - problem.slotStart[r] - tours.travel[row] - tours.stay[row] - tours.paused[row];
  }
  latestArrivals(tours, r);
  return possible && withinCaps(tours, r);
}

/** Latest arrivals by breaks taken, from the way home back to the first visit. */
function latestArrivals(tours: Tables, r: number): void {
  const { problem, labels, labelLatest, edgeTime, seq } = tours;
  const { breakStart, breakLatest, visitSeries, seriesDwell, openUntil, dayCount } = problem;
  const o = tours.row[r] * tours.width;
  const length = tours.length[tours.row[r]];
  const breaks = breakStart[r + 1] - breakStart[r];
  let latest = problem.slotLatest[r];
  for (let k = breaks; k >= 0; k--) {
    // A break that is not taken before the end must still be able to start then.
    if (k < breaks && breakLatest[breakStart[r] + k] < latest) latest = breakLatest[breakStart[r] + k];
    labelLatest[(o + length + 1) * labels + k] = latest;
  }
  for (let i = o + length; i > o; i--) {
    const s = visitSeries[seq[i]];
    const until = openUntil[s * dayCount + problem.slotDay[r]];
    for (let k = 0; k <= breaks; k++) {
      const last = latestDeparture(tours, r, i, k, edgeTime[i + 1]) - seriesDwell[s];
      labelLatest[i * labels + k] = last < until ? last : until;
    }
  }
}

/** Latest departure towards the position after i with k breaks taken, whichever breaks are taken on the way; -1 for never. */
function latestDeparture({ problem, labels, labelLatest }: Tables, r: number, i: number, k: number, travel: number): number {
  const { breakStart, breakEarliest, breakLatest, breakLength } = problem;
  let best = labelLatest[(i + 1) * labels + k] - travel;
  let paused = 0;
  for (let b = breakStart[r] + k; b < breakStart[r + 1]; b++) {
    paused += breakLength[b];
    const arrival = labelLatest[(i + 1) * labels + b + 1 - breakStart[r]];
    if (breakEarliest[b] + breakLength[b] > arrival) continue;
    const onTime = Math.min(breakLatest[breakStart[r] + k], arrival - paused - travel);
    if (onTime > best) best = onTime;
  }
  return best;
}

/** Places and legs of a row, and their sums; false where there are no ways that keep windows and limits. */
function layLegs(tours: Tables, r: number): boolean {
  const { problem, at, seq, edgeCost, edgeTime } = tours;
  const { placeCount, legCost, legTime, seriesPlace, visitSeries, seriesDwell } = problem;
  const row = tours.row[r];
  const o = row * tours.width;
  const length = tours.length[row];
  const matrix = problem.slotClass[r] * placeCount * placeCount;
  let place = problem.slotFrom[r];
  let travel = 0;
  let cost = 0;
  let stay = 0;
  at[o] = place;
  for (let i = 1; i <= length + 1; i++) {
    const next = i <= length ? seriesPlace[visitSeries[seq[o + i]]] : problem.slotTo[r];
    const leg = matrix + place * placeCount + next;
    at[o + i] = next;
    edgeCost[o + i] = legCost[leg];
    edgeTime[o + i] = legTime[leg];
    cost += legCost[leg];
    travel += legTime[leg];
    if (i <= length) stay += seriesDwell[visitSeries[seq[o + i]]];
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
  const work = end - tours.problem.slotStart[r] - paused;
  const { problem, visits, travel, first, timePrice } = tours;
  timePrice[row] = 0;
  if (visits[row] === 0) return;
  timePrice[row] = hingePrice(problem, r, travel[row], work, end, first[row]) + easedPrice(problem, r, end, easedOn(tours, row));
}

function withinCaps(tours: Tables, r: number): boolean {
  const { problem, end, travel, first, paused } = tours;
  const row = tours.row[r];
  if (tours.visits[row] === 0) return true;
  if (end[row] > problem.slotLatest[r] || travel[row] > problem.slotTravelCap[r]) return false;
  return first[row] <= problem.slotFirstCap[r] && end[row] - problem.slotStart[r] - paused[row] <= problem.slotWorkCap[r];
}
