import { NEVER } from '../problem/layout.ts';
import { layLegs } from './lay-legs.ts';
import { priceOfEasedEnd, priceOfTimes } from './prices.ts';
import { easeOfRow } from './row-content.ts';
import type { Rows } from './rows.ts';
import { Walker } from './walker.ts';

/**
 * Computes the times of a slot whose visits have one window a day and which has no breaks. The end then is
 * max(t + tail, floor) for an arrival t at any position: three numbers join two stretches.
 *
 * Vidal et al. (2013), https://doi.org/10.1016/j.cor.2012.07.018, for departures fixed at the start.
 * Returns false when a window, a limit or a forbidden leg is broken.
 */
export function scheduleSimple(rows: Rows, r: number): boolean {
  layLegs(rows, r);
  const isPossible = forward(rows, r, 1);
  const { latest, tail, floor } = rows.simple;
  const row = rows.current[r];
  const home = row * rows.width + rows.length[row] + 1;
  latest[home] = rows.problem.slots.latest[r];
  tail[home] = 0;
  floor[home] = 0;
  backward(rows, r, rows.length[row]);
  return isPossible && isWithinLimits(rows, r);
}

/** The same for a simple slot that is laid but for a visit that came in at a position. */
export function insertSimple(rows: Rows, r: number, position: number): boolean {
  const { problem, placeAt, legCost, legTime, times, visitAt } = rows;
  const { placeCount, legs, series, visits, slots } = problem;
  const { latest, tail, floor } = rows.simple;
  const row = rows.current[r];
  const o = row * rows.width;
  const i = o + position;
  for (let j = o + rows.length[row] + 1; j > i; j--) {
    placeAt[j] = placeAt[j - 1];
    legCost[j] = legCost[j - 1];
    legTime[j] = legTime[j - 1];
    latest[j] = latest[j - 1];
    tail[j] = tail[j - 1];
    floor[j] = floor[j - 1];
  }
  const s = visits.series[visitAt[i]];
  const place = series.place[s];
  const matrix = slots.legClass[r] * placeCount * placeCount;
  const legIn = matrix + placeAt[i - 1] * placeCount + place;
  const legOut = matrix + place * placeCount + placeAt[i + 1];
  const detour = legs.cost[legIn] + legs.cost[legOut] - legCost[i + 1];
  const moved = legs.time[legIn] + legs.time[legOut] - legTime[i + 1];
  placeAt[i] = place;
  legCost[i] = legs.cost[legIn];
  legTime[i] = legs.time[legIn];
  legCost[i + 1] = legs.cost[legOut];
  legTime[i + 1] = legs.time[legOut];
  times.travel[row] += moved;
  times.legPrice[row] += detour - moved;
  times.stay[row] += series.dwell[s];
  const isPossible = forward(rows, r, position);
  backward(rows, r, position);
  return isPossible && isWithinLimits(rows, r);
}

/** Computes departures from a position on, and the end. */
function forward(rows: Rows, r: number, position: number): boolean {
  const { problem, legTime, times, visitAt } = rows;
  const { dayCount, visits, series, opening, slots } = problem;
  const { depart } = rows.simple;
  const { waited } = times;
  const row = rows.current[r];
  const o = row * rows.width;
  const length = rows.length[row];
  const day = slots.day[r];
  let isPossible = true;
  depart[o] = slots.start[r];
  waited[o] = 0;
  let time = depart[o + position - 1];
  let idle = waited[o + position - 1];
  for (let i = o + position; i <= o + length; i++) {
    const s = visits.series[visitAt[i]];
    const cell = s * dayCount + day;
    const arrival = time + legTime[i];
    const from = opening.from[cell];
    const start = arrival < from ? from : arrival;
    if (start > opening.until[cell]) isPossible = false;
    if (i === o + 1) times.first[row] = start;
    idle += start - arrival;
    time = start + series.dwell[s];
    depart[i] = time;
    waited[i] = idle;
  }
  times.idle[row] = idle;
  closeRow(rows, r, time + (length > 0 ? legTime[o + length + 1] : 0), 0);
  return isPossible;
}

/** Computes latest arrivals, tails and floors from a position back to the first. */
function backward(rows: Rows, r: number, position: number): void {
  const { problem, legTime, visitAt } = rows;
  const { dayCount, visits, series, opening, slots } = problem;
  const { latest, tail, floor } = rows.simple;
  const o = rows.current[r] * rows.width;
  const day = slots.day[r];
  for (let i = o + position; i > o; i--) {
    const s = visits.series[visitAt[i]];
    const cell = s * dayCount + day;
    const onward = series.dwell[s] + legTime[i + 1];
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

/** The same as `scheduleSimple` for slots that need labels: departures by breaks taken, found by walking. */
export function scheduleLabelled(rows: Rows, r: number): boolean {
  const { problem, labels, legTime, times, visitAt } = rows;
  const { slots, series, visits } = problem;
  const row = rows.current[r];
  const o = row * rows.width;
  const length = rows.length[row];
  const start = slots.start[r];
  let isPossible = layLegs(rows, r);
  const walker = Walker.of(problem);
  walker.start(r);
  walker.store(labels, o);
  times.waited[o] = 0;
  let moving = 0;
  for (let i = o + 1; i <= o + length; i++) {
    const s = visits.series[visitAt[i]];
    isPossible = walker.visit(s, legTime[i]) && isPossible;
    walker.store(labels, i);
    moving += legTime[i] + series.dwell[s];
    times.waited[i] = walker.leastWait(moving);
  }
  if (length === 0) {
    closeRow(rows, r, start, 0);
    times.idle[row] = 0;
  } else {
    const best = walker.finish(legTime[o + length + 1], times.travel[row], times.stay[row], easeOfRow(rows, row));
    isPossible = isPossible && best < NEVER;
    times.first[row] = isPossible ? walker.first : -1;
    closeRow(rows, r, isPossible ? walker.end : start, isPossible ? walker.paused : 0);
    times.timePrice[row] += walker.orderPrice;
    times.idle[row] = times.end[row] - start - times.travel[row] - times.stay[row] - times.paused[row];
  }
  latestArrivals(rows, r);
  return isPossible && isWithinLimits(rows, r);
}

/** Computes latest arrivals by breaks taken, from the leg home back to the first visit. */
function latestArrivals(rows: Rows, r: number): void {
  const { problem, labels, legTime, visitAt } = rows;
  const { dayCount, breaks, visits, series, opening, slots } = problem;
  const { perPosition } = labels;
  const o = rows.current[r] * rows.width;
  const length = rows.length[rows.current[r]];
  const firstBreak = breaks.bySlot[r];
  const breakCount = breaks.bySlot[r + 1] - firstBreak;
  let latest = slots.latest[r];
  for (let k = breakCount; k >= 0; k--) {
    // A break that is not taken before the end must still be able to start then.
    if (k < breakCount && breaks.latest[firstBreak + k] < latest) latest = breaks.latest[firstBreak + k];
    labels.latest[(o + length + 1) * perPosition + k] = latest;
  }
  for (let i = o + length; i > o; i--) {
    const s = visits.series[visitAt[i]];
    const until = opening.until[s * dayCount + slots.day[r]];
    const isAgreed = opening.agreed[s * dayCount + slots.day[r]] >= 0;
    for (let k = 0; k <= breakCount; k++) {
      // After an agreed time a break may be late, which does not bind the departure.
      const onward = isAgreed
        ? labels.latest[(i + 1) * perPosition + breakCount] - legTime[i + 1]
        : latestDeparture(rows, r, i, k, legTime[i + 1]);
      const last = onward - series.dwell[s];
      labels.latest[i * perPosition + k] = last < until ? last : until;
    }
  }
}

/** Latest departure towards the position after i with k breaks taken, whichever breaks are taken on the leg; -1 for never. */
function latestDeparture({ problem, labels }: Rows, r: number, i: number, k: number, travel: number): number {
  const { bySlot, earliest, latest, duration } = problem.breaks;
  const next = (i + 1) * labels.perPosition;
  const first = bySlot[r];
  let best = labels.latest[next + k] - travel;
  let paused = 0;
  for (let b = first + k; b < bySlot[r + 1]; b++) {
    paused += duration[b];
    const arrival = labels.latest[next + b + 1 - first];
    if (earliest[b] + duration[b] > arrival) continue;
    const onTime = Math.min(latest[first + k], arrival - paused - travel);
    if (onTime > best) best = onTime;
  }
  return best;
}

/** Notes when a row ends, and prices its times. */
function closeRow(rows: Rows, r: number, end: number, paused: number): void {
  const { problem, content, times } = rows;
  const row = rows.current[r];
  times.end[row] = end;
  times.paused[row] = paused;
  times.timePrice[row] = 0;
  if (content.visitCount[row] === 0) return;
  const work = end - problem.slots.start[r] - paused;
  const price = priceOfTimes(problem, r, times.travel[row], work, end, times.first[row]);
  times.timePrice[row] = price + priceOfEasedEnd(problem, r, end, easeOfRow(rows, row));
}

function isWithinLimits({ problem: { slots }, current, content, times }: Rows, r: number): boolean {
  const row = current[r];
  if (content.visitCount[row] === 0) return true;
  const end = times.end[row];
  if (end > slots.latest[r] || times.travel[row] > slots.travelCap[r]) return false;
  return times.first[row] <= slots.firstCap[r] && end - slots.start[r] - times.paused[row] <= slots.workCap[r];
}
