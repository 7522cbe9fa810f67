import { present } from '../../../src/kernel/assert.ts';
import { type RepMonth, fullness, visitsIn } from './rep-month.ts';
import { SWEEPS, zonesOf } from './zones.ts';

const SHORT_DAY = 0.6; // of a full day's field time

/**
 * [day] first choice of series for each day of a busy rep: those near the base on the last short days, the others in four
 * round trips over all other days. Series with a weekly cycle are left out. Days of the history keep their visits.
 */
export function sweepDays(rep: RepMonth): readonly (readonly number[])[] {
  const { due, days } = rep;
  const travel = present(days[0], 'day').travel;
  const shares = days.map(({ repDay }) => fullness(repDay));
  const monthly = due.flatMap(({ series: { origin }, ranges }, i) =>
    origin.by === 'frequency' && origin.frequency.cycle.every === 'month' ? [{ stop: i + 1, visits: ranges.length }] : [],
  );
  const { near, far } = zonesOf(monthly, { shares, visits: visitsIn(due) }, (from, to) => travel[from]?.[to] ?? 0);

  const chosen = days.map(({ repDay: { day } }) =>
    due.flatMap(({ ranges, made }, i) => (ranges.slice(0, made).some(({ first }) => first === day) ? [i + 1] : [])),
  );
  const over = chosen.findLastIndex((stops) => stops.length > 0);
  const left = [...days.keys()].filter((d) => d > over);
  const shortDays = left.filter((d) => (shares[d] ?? 0) < SHORT_DAY).slice(-SWEEPS);
  const longDays = left.filter((d) => !shortDays.includes(d));

  dealSweeps(rep, near).forEach((stops, n) => chosen[shortDays[n] ?? 0]?.push(...stops));
  const visits = dealSweeps(rep, far).flat();
  const room = longDays.reduce((sum, d) => sum + (shares[d] ?? 0), 0);
  let [before, until] = [0, 0];
  for (const d of longDays) {
    before = until;
    until += (visits.length * (shares[d] ?? 0)) / room;
    chosen[d]?.push(...visits.slice(Math.round(before), Math.round(until)));
  }
  return chosen;
}

/** [sweep] the stops that it visits, in the order given. Neighbours take turns, so that each sweep visits all parts. */
function dealSweeps({ due }: RepMonth, stops: readonly number[]): readonly (readonly number[])[] {
  const turns = new Map<number, number>();
  const sweeps: number[][] = Array.from({ length: SWEEPS }, () => []);
  for (const stop of stops) {
    const { ranges, made } = present(due[stop - 1], 'series');
    const turn = turns.get(ranges.length) ?? 0;
    turns.set(ranges.length, turn + 1);
    const step = SWEEPS / ranges.length;
    for (let visit = made; visit < ranges.length; visit++) sweeps[(turn % step) + visit * step]?.push(stop);
  }
  return sweeps;
}
