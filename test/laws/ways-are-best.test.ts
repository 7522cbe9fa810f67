import { describe, expect, it } from 'vitest';
import type { LaidWay } from '../../src/engine/slot/laid-slot.ts';
import { layOutSlot, layOutWays } from '../../src/engine/slot/lay-out-slot.ts';
import { FAR, type Problem, hasWays } from '../../src/engine/problem/layout.ts';
import { createRandom } from '../../src/kernel/random.ts';
import { lawCases } from '../support/law-cases.ts';
import { randomProblem } from '../support/random-problem.ts';

const DAYS = lawCases(1000, 0.5);
const MOST_ROWS = 8000;
const SIZE = { slots: 1, days: 1, series: 7, places: 7 };

interface Choice {
  readonly vehicle: number | null;
  readonly legs: readonly LaidWay[];
}

/** All ways to make the legs of a slot's visits: each vehicle or none, each free mode, wherever the vehicle is left. */
function allWays(problem: Problem, visits: readonly number[]): readonly Choice[] | null {
  const { placeCount, ways } = problem;
  const [first, beyond, free] = [
    problem.ways.byClass[problem.slots.legClass[0] ?? 0] ?? 0,
    problem.ways.byClass[(problem.slots.legClass[0] ?? 0) + 1] ?? 0,
    problem.ways.freeCount[problem.slots.legClass[0] ?? 0] ?? 0,
  ];
  const stops = [
    problem.slots.from[0] ?? 0,
    ...visits.map((v) => problem.series.place[problem.visits.series[v] ?? 0] ?? 0),
    problem.slots.to[0] ?? 0,
  ];
  const way = (w: number, from: number, to: number) => {
    const cell = (w * placeCount + from) * placeCount + to;
    return { time: ways.time[cell] ?? FAR, price: (ways.cost[cell] ?? FAR) - (ways.time[cell] ?? FAR) };
  };
  const found: Choice[] = [];
  const grow = (vehicle: number | null, legs: readonly LaidWay[]): boolean => {
    if (found.length > MOST_ROWS) return false;
    const i = legs.length;
    const [from, to] = [stops[i] ?? 0, stops[i + 1]];
    if (to === undefined) {
      found.push({ vehicle, legs });
      return true;
    }
    const isLast = i === visits.length;
    const since = legs.at(-1)?.away ?? 0;
    const parked = stops[i - since] ?? 0;
    const options: LaidWay[] = [];
    for (let rank = 0; rank < free; rank++) {
      const direct = way(first + rank, from, to);
      if (vehicle === null) options.push({ ...direct, free: rank, away: 0 });
      else if (!isLast && since < ways.mostAway) options.push({ ...direct, free: rank, away: since + 1 });
      if (vehicle === null || since === 0) continue;
      const [back, on] = [way(first + rank, from, parked), way(first + free + vehicle, parked, to)];
      if (back.time < FAR && on.time < FAR) options.push({ time: back.time + on.time, price: back.price + on.price, free: rank, away: 0 });
    }
    if (vehicle !== null && since === 0) options.push({ ...way(first + free + vehicle, from, to), free: null, away: 0 });
    return options.filter(({ time }) => time < FAR).every((option) => grow(vehicle, [...legs, option]));
  };
  const vehicles = [...(free > 0 ? [null] : []), ...Array.from({ length: beyond - first - free }, (_, v) => v)];
  return vehicles.every((vehicle) => grow(vehicle, [])) ? found : null;
}

const costOf = (problem: Problem, visits: readonly number[], { vehicle, legs }: Choice): number => {
  const laid = layOutWays(problem, 0, visits, { vehicle, legs });
  return laid === null ? Infinity : laid.cost + legs.reduce((sum, { price }) => sum + price, 0);
};

describe('the ways of a day', () => {
  it('cost as little as the best of all combinations of modes and parking places', () => {
    const counts = { days: 0, impossible: 0, long: 0, fetched: 0, free: 0 };
    for (let seed = 1; counts.days < DAYS; seed++) {
      const drawn = randomProblem(seed, SIZE);
      // Visits that the slot forbids are made all the same: rows are longer than any that could be.
      const problem = { ...drawn, slots: { ...drawn.slots, mostStops: drawn.visits.count } };
      if (!hasWays(problem, 0)) continue;
      const random = createRandom(seed);
      const order = Array.from({ length: problem.series.count }, (_, s) => ({ s, at: random.next() })).toSorted((a, b) => a.at - b.at);
      const visits = order.map(({ s }) => s).map((s) => problem.visits.bySeries[s] ?? 0);
      const choices = allWays(problem, visits);
      if (choices === null) continue;
      const best = Math.min(...choices.map((choice) => costOf(problem, visits, choice)));
      const laid = layOutSlot(problem, 0, visits);
      const cost = laid === null ? Infinity : laid.cost + (laid.ways?.legs ?? []).reduce((sum, { price }) => sum + price, 0);
      expect({ seed, cost }).toEqual({ seed, cost: best });
      if (laid === null) {
        counts.impossible++;
        continue;
      }
      counts.days++;
      if (visits.length >= 5) counts.long++;
      if (laid.ways?.vehicle === null) counts.free++;
      if (laid.ways?.legs.some(({ away }) => away > 0) === true) counts.fetched++;
    }
    expect(counts.impossible).toBeGreaterThan(DAYS / 20);
    for (const often of [counts.long, counts.fetched, counts.free]) expect(often).toBeGreaterThan(DAYS / 20);
  });
});
