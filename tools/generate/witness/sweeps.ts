import { present } from '../../../src/kernel/assert.ts';
import { type RepMonth, fewestOn, fullness } from './rep-month.ts';
import { SWEEPS, zonesOf } from './zones.ts';

const BUSY = 15; // visits a day from which days are cut from a round trip
const SHORT_DAY = 0.6; // of a full day's field time

/** Whether a rep has so many visits a day that they have to be neighbours. */
export const isBusy = ({ due, days }: RepMonth): boolean => visitsIn(due) >= BUSY * days.length;

const visitsIn = (due: RepMonth['due']): number => due.reduce((sum, { ranges }) => sum + ranges.length, 0);

/**
 * [day] a first choice of series for each day: those near the base on the last short days, the others in four round trips
 * over all other days. Series with a weekly cycle are left out. Days of the history keep their visits.
 */
export function sweepDays(rep: RepMonth): readonly (readonly number[])[] {
  const { due, days, travel } = { ...rep, travel: present(rep.days[0], 'day').travel };
  const monthly = due.flatMap(({ series, ranges }, i) =>
    series.origin.by === 'frequency' && series.origin.frequency.cycle.every === 'month' ? [{ stop: i + 1, visits: ranges.length }] : [],
  );
  const shares = days.map(({ repDay }) => fullness(repDay));
  const { near, far } = zonesOf(monthly, { shares, visits: visitsIn(due) }, (from, to) => travel[from]?.[to] ?? 0);

  const made = days.map(({ repDay: { day } }) =>
    due.flatMap(({ ranges }, i) => (ranges.some(({ first, last }) => first === day && last === day) ? [i + 1] : [])),
  );
  const numbers = [...days.keys()].filter((d) => d > made.findLastIndex((stops) => stops.length > 0));
  const shortDays = numbers.filter((d) => (shares[d] ?? 0) < SHORT_DAY).slice(-SWEEPS);
  const longDays = numbers.filter((d) => !shortDays.includes(d));
  const sweeps = (stops: readonly number[]) => dealSweeps(rep, stops);

  const chosen = made.map((stops) => [...stops]);
  sweeps(near).forEach((stops, n) => chosen[shortDays[n] ?? 0]?.push(...stops));
  const visits = sweeps(far).flat();
  let [taken, room] = [0, 0];
  for (const [i, share] of sharesOf(rep, longDays, visits.length).entries()) {
    room += share;
    chosen[longDays[i] ?? 0]?.push(...visits.slice(taken, Math.round(room)));
    taken = Math.round(room);
  }
  return chosen;
}

/** [sweep] stops in the order given. Neighbours take turns, so that each sweep has its share of all parts. */
function dealSweeps({ due }: RepMonth, stops: readonly number[]): readonly (readonly number[])[] {
  const turns = new Map<number, number>();
  const sweeps: number[][] = Array.from({ length: SWEEPS }, () => []);
  for (const stop of stops) {
    const { ranges } = present(due[stop - 1], 'series');
    const turn = turns.get(ranges.length) ?? 0;
    turns.set(ranges.length, turn + 1);
    const step = SWEEPS / ranges.length;
    ranges.forEach(({ first, last }, i) => first < last && sweeps[(turn % step) + i * step]?.push(stop));
  }
  return sweeps;
}

/** Visits of each long day: the fewest that it may have, less its part of the weekly ones; what is left over on full days. */
function sharesOf(rep: RepMonth, longDays: readonly number[], visits: number): readonly number[] {
  const weekly = rep.due.filter(({ series: { origin } }) => origin.by === 'frequency' && origin.frequency.cycle.every === 'days').length;
  const shares = longDays.map((d) => fullness(present(rep.days[d], 'day').repDay));
  const least = longDays.map((d, i) => Math.max(0, fewestOn(rep, d) - (weekly / 5) * (shares[i] ?? 0)));
  const isFull = shares.map((share) => share > 0.9);
  const left = visits - least.reduce((sum, n) => sum + n, 0);
  const extra = left / isFull.filter(Boolean).length;
  return least.map((n, i) => n + (isFull[i] === true ? extra : 0));
}
