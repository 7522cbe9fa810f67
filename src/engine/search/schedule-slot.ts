import { NEVER } from '../problem/layout.ts';
import { hingePrice } from './prices.ts';
import type { Tours } from './tours.ts';
import { Walker } from './walker.ts';

/**
 * Times of a slot whose visits have one window a day and which has no breaks. The end then is
 * max(t + tail, floor) for an arrival t at any position: three numbers join two stretches.
 *
 * Vidal et al. (2013), https://doi.org/10.1016/j.cor.2012.07.018, for departures fixed at the start.
 * Returns false when a window, a cap or a forbidden leg is broken.
 */
export function scheduleSimple(tours: Tours, r: number): boolean {
  const { problem, edgeTime, depart, latest, tail, floor, waited, seq } = tours;
  const row = tours.row[r];
  const o = row * tours.width;
  const length = tours.length[row];
  layLegs(tours, r);
  const base = problem.slotDay[r];
  const { dayCount, visitSeries, seriesDwell, openFrom, openUntil } = problem;

  let time = problem.slotStart[r];
  let idle = 0;
  let feasible = true;
  depart[o] = time;
  waited[o] = 0;
  for (let i = 1; i <= length; i++) {
    const s = visitSeries[seq[o + i]];
    const arrival = time + edgeTime[o + i];
    const from = openFrom[s * dayCount + base];
    const start = arrival < from ? from : arrival;
    if (start > openUntil[s * dayCount + base]) feasible = false;
    idle += start - arrival;
    if (i === 1) tours.first[row] = start;
    time = start + seriesDwell[s];
    depart[o + i] = time;
    waited[o + i] = idle;
  }
  const end = time + (length > 0 ? edgeTime[o + length + 1] : 0);
  closeRow(tours, r, end, 0);
  tours.idle[row] = idle;

  latest[o + length + 1] = problem.slotLatest[r];
  tail[o + length + 1] = 0;
  floor[o + length + 1] = 0;
  for (let i = length; i >= 1; i--) {
    const s = visitSeries[seq[o + i]];
    const onward = seriesDwell[s] + edgeTime[o + i + 1];
    const until = openUntil[s * dayCount + base];
    const last = latest[o + i + 1] - onward;
    latest[o + i] = last < until ? last : until;
    tail[o + i] = onward + tail[o + i + 1];
    // Starting when the window opens, the rest ends no earlier than this.
    const opened = openFrom[s * dayCount + base] + tail[o + i];
    floor[o + i] = opened > floor[o + i + 1] ? opened : floor[o + i + 1];
  }
  return feasible && withinCaps(tours, r);
}

/** The same for slots with breaks, split windows or order prices: departures by breaks taken, found by walking. */
export function scheduleLabelled(tours: Tours, r: number): boolean {
  const { problem, labels, labelTime, labelOrder, labelFirst, seq } = tours;
  const row = tours.row[r];
  const o = row * tours.width;
  const length = tours.length[row];
  layLegs(tours, r);
  const walker = Walker.of(problem);
  walker.start(r);
  walker.store(labelTime, labelOrder, labelFirst, o * labels);
  tours.waited[o] = 0;
  let moving = 0;
  let possible = true;
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
    const best = walker.finish(tours.edgeTime[o + length + 1], tours.travel[row], tours.stay[row]);
    possible = possible && best < NEVER;
    tours.first[row] = walker.first;
    closeRow(tours, r, possible ? walker.end : problem.slotStart[r], possible ? walker.paused : 0);
    tours.timePrice[row] += walker.orderPrice;
    tours.idle[row] = tours.end[row] - problem.slotStart[r] - tours.travel[row] - tours.stay[row] - tours.paused[row];
  }
  latestArrivals(tours, r);
  return possible && withinCaps(tours, r);
}

/** Latest arrivals by the outer bounds of windows: necessary, not sufficient, where there are breaks or gaps. */
function latestArrivals(tours: Tours, r: number): void {
  const { problem, latest, edgeTime, seq } = tours;
  const o = tours.row[r] * tours.width;
  const length = tours.length[tours.row[r]];
  latest[o + length + 1] = problem.slotLatest[r];
  for (let i = length; i >= 1; i--) {
    const s = problem.visitSeries[seq[o + i]];
    const until = problem.openUntil[s * problem.dayCount + problem.slotDay[r]];
    const last = latest[o + i + 1] - problem.seriesDwell[s] - edgeTime[o + i + 1];
    latest[o + i] = last < until ? last : until;
  }
}

/** Places and legs of a row, and their sums. */
function layLegs(tours: Tours, r: number): void {
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
}

function closeRow(tours: Tours, r: number, end: number, paused: number): void {
  const row = tours.row[r];
  tours.end[row] = end;
  tours.paused[row] = paused;
  const work = end - tours.problem.slotStart[r] - paused;
  tours.timePrice[row] = tours.length[row] > 0 ? hingePrice(tours.problem, r, tours.travel[row], work, end, tours.first[row]) : 0;
}

function withinCaps(tours: Tours, r: number): boolean {
  const { problem, end, travel, first, paused } = tours;
  const row = tours.row[r];
  if (tours.length[row] === 0) return true;
  if (end[row] > problem.slotLatest[r] || travel[row] > problem.slotTravelCap[r]) return false;
  return first[row] <= problem.slotFirstCap[r] && end[row] - problem.slotStart[r] - paused[row] <= problem.slotWorkCap[r];
}
