import { NEVER } from '../problem/layout.ts';
import { insertLegs, layKeptLegs, layLegs } from './lay-legs.ts';
import { priceOfEasedEnd, priceOfTimes } from './prices.ts';
import { easeOfRow } from './row-content.ts';
import { forgetEnds, shiftEnds } from './row-ends.ts';
import type { Rows } from './rows.ts';
import { shiftWays } from './ways/kept-ways.ts';
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
  const { latest, tail, floor } = rows.simple;
  const row = rows.current[r];
  const i = row * rows.width + position;
  for (let j = row * rows.width + rows.length[row] + 1; j > i; j--) {
    latest[j] = latest[j - 1];
    tail[j] = tail[j - 1];
    floor[j] = floor[j - 1];
  }
  insertLegs(rows, r, position);
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
  rows.chosenWays.isKept[rows.current[r]] = 0;
  forgetEnds(rows, rows.current[r]);
  const isPossible = layLegs(rows, r);
  return walkFrom(rows, r, 1) && isPossible && isWithinLimits(rows, r);
}

/** The same for a labelled slot whose legs have no ways to choose from, and that is laid but for a visit that came in at a position. */
export function insertLabelled(rows: Rows, r: number, position: number): boolean {
  insertLegs(rows, r, position);
  shiftEnds(rows, rows.current[r], position);
  return walkFrom(rows, r, position) && isWithinLimits(rows, r);
}

/** The same as `scheduleLabelled` by the ways by which stops were reached before some left; false where that is impossible. */
export function scheduleKept(rows: Rows, r: number): boolean {
  forgetEnds(rows, rows.current[r]);
  return layKeptLegs(rows, r) && walkFrom(rows, r, 1) && isWithinLimits(rows, r);
}

/**
 * The same for a visit that came in at a position: on foot, or by the vehicle where that is at hand then; by all ways
 * chosen anew where neither is possible.
 */
export function insertKept(rows: Rows, r: number, position: number, wasLaid: boolean): boolean {
  const { problem, chosenWays, current, width, length } = rows;
  const row = current[r];
  const i = row * width + position;
  if (length[row] === 1) return scheduleLabelled(rows, r);
  shiftWays(rows, r, position);
  if (wasLaid) shiftEnds(rows, row, position);
  else forgetEnds(rows, row);
  const from = wasLaid ? position : 1;
  const layBy = (away: number): number => {
    chosenWays.away[i] = away;
    const isPossible = layKeptLegs(rows, r) && walkFrom(rows, r, from) && isWithinLimits(rows, r);
    return isPossible ? rows.times.end[row] - rows.times.paused[row] + rows.times.legPrice[row] + rows.times.timePrice[row] : NEVER;
  };
  const isRidden = chosenWays.vehicle[row] >= 0;
  const canPark = isRidden && problem.ways.freeCount[problem.slots.legClass[r]] > 0;
  const onFoot = canPark ? layBy(1) : NEVER;
  if (isRidden && chosenWays.away[i + 1] > 0) return onFoot < NEVER || scheduleLabelled(rows, r);
  const ridden = layBy(0);
  if (ridden <= onFoot && ridden < NEVER) return true;
  // Riding has made the free ways after the stop the cheapest ones, which may be too slow.
  if (onFoot < NEVER) return layBy(1) < NEVER || scheduleLabelled(rows, r);
  return scheduleLabelled(rows, r);
}

/** Walks a row from a position on and home; false when a window or a limit is broken. */
function walkFrom(rows: Rows, r: number, position: number): boolean {
  const { problem, labels, legTime, times, visitAt, width } = rows;
  const { slots, series, visits } = problem;
  const row = rows.current[r];
  const o = row * width;
  const length = rows.length[row];
  const start = slots.start[r];
  const walker = Walker.of(problem);
  let isPossible = true;
  let moving = 0;
  if (position > 1) {
    walker.resume(r, rows, o + position - 1);
    for (let i = o + 1; i < o + position; i++) moving += legTime[i] + series.dwell[visits.series[visitAt[i]]];
  } else {
    walker.start(r);
    walker.store(labels, o);
    times.waited[o] = 0;
    labels.soonest[o + 1] = start;
  }
  for (let i = o + position; i <= o + length; i++) {
    const s = visits.series[visitAt[i]];
    isPossible = walker.visit(s, legTime[i]) && isPossible;
    walker.store(labels, i);
    moving += legTime[i] + series.dwell[s];
    times.waited[i] = walker.leastWait(moving);
    labels.soonest[i + 1] = soonestAfter(rows, r, i);
  }
  if (length === 0) {
    closeRow(rows, r, start, 0);
    times.idle[row] = 0;
    return true;
  }
  const best = walker.finish(legTime[o + length + 1], times.travel[row], times.stay[row], easeOfRow(rows, row));
  isPossible = isPossible && best < NEVER;
  times.first[row] = isPossible ? walker.first : -1;
  closeRow(rows, r, isPossible ? walker.end : start, isPossible ? walker.paused : 0);
  times.timePrice[row] += walker.orderPrice;
  times.idle[row] = times.end[row] - start - times.travel[row] - times.stay[row] - times.paused[row];
  return isPossible;
}

/** The earliest arrival at the position after one, when a visit comes in right before it, or earlier in the row. */
function soonestAfter({ problem, labels, legTime, visitAt }: Rows, r: number, i: number): number {
  const { dayCount, visits, series, opening, slots } = problem;
  const { time, perPosition, soonest } = labels;
  const s = visits.series[visitAt[i]];
  const from = opening.from[s * dayCount + slots.day[r]];
  let least = (soonest[i] > from ? soonest[i] : from) + series.dwell[s] + legTime[i + 1];
  for (let k = i * perPosition; k < (i + 1) * perPosition; k++) if (time[k] < least) least = time[k];
  return least;
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
