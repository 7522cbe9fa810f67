import { describe, expect, it } from 'vitest';
import { prepareParts } from '../../src/planning/prepare-parts.ts';
import { readFiles } from '../../src/cli/files/read-files.ts';
import { readTerritory } from '../../src/contract/territory/read-territory.ts';
import { addDays, day } from '../../src/domain/calendar.ts';
import type { LaidWay, LaidWays } from '../../src/engine/slot/laid-slot.ts';
import { layOutSlot, layOutWays } from '../../src/engine/slot/lay-out-slot.ts';
import { FAR, type Problem, hasWays } from '../../src/engine/problem/layout.ts';
import { steadyPace } from '../../src/engine/search/pace.ts';
import { solve } from '../../src/engine/search/solve.ts';
import { lawCases } from '../support/law-cases.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';

const STEPS = 2000;
/** Solutions of each territory. */
const SEEDS = lawCases(1, 0.0005);
const FIRST = day('2026-12-07');

/** One order of visits on one slot, with what each leg may take. */
interface Row {
  readonly problem: Problem;
  readonly slot: number;
  readonly visits: readonly number[];
  /** Places in turn, from the start of the slot to its end. */
  readonly stops: readonly number[];
}

function rowOf(problem: Problem, slot: number, visits: readonly number[]): Row {
  const places = visits.map((v) => problem.series.place[problem.visits.series[v] ?? 0] ?? 0);
  return { problem, slot, visits, stops: [problem.slots.from[slot] ?? 0, ...places, problem.slots.to[slot] ?? 0] };
}

function way({ problem, slot, stops }: Row, index: number, [from, to]: readonly [number, number]): { time: number; price: number } | null {
  const { placeCount, ways, slots } = problem;
  const cell = (((ways.byClass[slots.legClass[slot] ?? 0] ?? 0) + index) * placeCount + (stops[from] ?? 0)) * placeCount + (stops[to] ?? 0);
  const time = ways.time[cell] ?? FAR;
  return time >= FAR ? null : { time, price: (ways.cost[cell] ?? FAR) - time };
}

/** The legs where the vehicle is at hand at some stops, all free ones by the cheapest mode; null where that cannot be. */
function waysBy(row: Row, vehicle: number | null, atHand: readonly boolean[]): LaidWays | null {
  const free = row.problem.ways.freeCount[row.problem.slots.legClass[row.slot] ?? 0] ?? 0;
  const legs: LaidWay[] = [];
  let parked = 0;
  for (let i = 1; i < row.stops.length; i++) {
    const rides = vehicle !== null && atHand[i] === true;
    const walks = !rides || parked < i - 1;
    const first = walks && free > 0 ? way(row, 0, [i - 1, rides ? parked : i]) : null;
    const second = rides ? way(row, free + vehicle, [parked, i]) : null;
    if ((walks && first === null) || (rides && second === null)) return null;
    if (rides) parked = i;
    const away = vehicle === null || rides ? 0 : i - parked;
    if (away > row.problem.ways.mostAway) return null;
    const [time, price] = [(first?.time ?? 0) + (second?.time ?? 0), (first?.price ?? 0) + (second?.price ?? 0)];
    legs.push({ time, price, free: walks ? 0 : null, away });
  }
  return { vehicle, legs };
}

/** The ways with one leg by another free mode, each in turn. */
function* otherModes(row: Row, ways: LaidWays): Generator<LaidWays> {
  const free = row.problem.ways.freeCount[row.problem.slots.legClass[row.slot] ?? 0] ?? 0;
  for (const [i, leg] of ways.legs.entries()) {
    if (leg.free === null || (ways.vehicle !== null && leg.away === 0)) continue;
    for (let rank = 0; rank < free; rank++) {
      const other = way(row, rank, [i, i + 1]);
      if (other !== null && rank !== leg.free) yield { ...ways, legs: ways.legs.with(i, { ...leg, ...other, free: rank }) };
    }
  }
}

/** The ways with the vehicle taken along to one stop more or less, or left at home, or another one taken. */
function* otherPlaces(row: Row, { vehicle, legs }: LaidWays): Generator<LaidWays> {
  const { ways, slots } = row.problem;
  const index = slots.legClass[row.slot] ?? 0;
  const vehicles = (ways.byClass[index + 1] ?? 0) - (ways.byClass[index] ?? 0) - (ways.freeCount[index] ?? 0);
  const atHand = [true, ...legs.map(({ away }) => away === 0)];
  for (const other of [null, ...Array.from({ length: vehicles }, (_, v) => v)]) {
    for (let toggled = 0; toggled < atHand.length - 1; toggled++) {
      const ways = waysBy(
        row,
        other,
        atHand.map((is, i) => (i === toggled && i > 0 ? !is : is)),
      );
      if (ways !== null && (other !== vehicle || toggled > 0)) yield ways;
    }
  }
}

const costOf = ({ problem, slot, visits }: Row, ways: LaidWays): number => {
  const laid = layOutWays(problem, slot, visits, ways);
  return laid === null ? Infinity : laid.cost + ways.legs.reduce((sum, { price }) => sum + price, 0);
};

/** The slots of solutions from some seeds. */
const rowsOf = (problem: Problem): readonly Pick<Row, 'slot' | 'visits'>[] =>
  Array.from({ length: SEEDS }, (_, seed) =>
    solve(problem, { seed: seed + 1, pace: steadyPace(STEPS), shouldStop: () => false, onProgress: () => {} }),
  ).flatMap(({ solution }) => solution.slots.map((visits, slot) => ({ slot, visits })));

describe.each(['real-estate', 'tobacco', 'health-products'])('the ways of %s', (name) => {
  it('cost no less by any single change of a mode, a parking place or the vehicle', { timeout: 3_600_000 }, async () => {
    const territory = readTerritory((await readFiles(`fixtures/${name}`)).files);
    const horizon = { first: FIRST, last: addDays(FIRST, 4) };
    const parts = await prepareParts(territory, { horizon, travel: estimate, endPlaces: new Map() });
    let changes = 0;
    for (const { compiled } of parts) {
      const { problem } = compiled;
      for (const { slot, visits } of rowsOf(problem)) {
        if (visits.length === 0 || !hasWays(problem, slot)) continue;
        const row = rowOf(problem, slot, visits);
        const ways = layOutSlot(problem, slot, visits)?.ways;
        if (ways === null || ways === undefined) throw new Error(`Slot ${slot} has no ways.`);
        const cost = costOf(row, ways);
        for (const other of [...otherModes(row, ways), ...otherPlaces(row, ways)]) {
          expect({ slot, cost: Math.min(cost, costOf(row, other)) }).toEqual({ slot, cost });
          changes++;
        }
      }
    }
    expect(changes).toBeGreaterThan(100);
  });
});
