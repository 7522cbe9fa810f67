import { describe, expect, it } from 'vitest';
import { NEVER, hasWays } from '../../src/engine/problem/layout.ts';
import { IMPOSSIBLE, calendarDelta } from '../../src/engine/search/state/calendar-price.ts';
import { Insertion } from '../../src/engine/search/state/insertion.ts';
import { GreedyRecreate } from '../../src/engine/search/operators/recreate/greedy.ts';
import { StringRuin } from '../../src/engine/search/operators/ruin/strings.ts';
import { Tours } from '../../src/engine/search/state/tours.ts';
import { createRandom } from '../../src/kernel/random.ts';
import { plainProblem, randomProblem } from '../support/random-problem.ts';
import { referenceCost } from '../support/reference-cost.ts';

const SIZE = { slots: 5, days: 4, series: 6, places: 6 };
const PROBLEMS = 4000;

/** One in four has plain days, which the search treats in a way of their own. */
const someProblem = (seed: number) => (seed % 4 === 0 ? plainProblem(seed, SIZE) : randomProblem(seed, SIZE));

describe('the search keeps its sums exact', () => {
  it('costs after every ruin, recreate and undo what a full recount says', () => {
    for (let seed = 1; seed <= PROBLEMS; seed++) {
      const problem = someProblem(seed);
      const random = createRandom(seed);
      const tours = new Tours(problem);
      const ruin = new StringRuin(tours, random);
      const recreate = new GreedyRecreate(tours, random);
      recreate.construct();
      tours.mark();
      for (let step = 0; step < 12; step++) {
        const before = tours.copy();
        const seedSeries = random.below(problem.series.count);
        const banked = tours.bank.size;
        const { whole } = ruin.ruin(seedSeries);
        expect({ seed, step, cost: tours.total }).toEqual({ seed, step, cost: referenceCost(problem, tours.copy().slots) });
        recreate.recreate(seedSeries, { removedFrom: banked, stay: !whole, limit: Infinity });
        expect({ seed, step, cost: tours.total }).toEqual({ seed, step, cost: referenceCost(problem, tours.copy().slots) });
        if (random.next() < 0.5) {
          tours.undo();
          expect(tours.copy()).toEqual(before);
          expect(tours.total).toBe(before.cost);
        } else tours.mark();
      }
    }
  });

  it('promises for each insertion exactly what it then costs, for all terms and positions', () => {
    let [judged, chosen, kept] = [0, 0, 0];
    for (let seed = 1; seed <= PROBLEMS; seed++) {
      const problem = someProblem(seed + 10_000);
      const random = createRandom(seed);
      const tours = new Tours(problem);
      new GreedyRecreate(tours, random).construct();
      tours.mark();
      const ruin = new StringRuin(tours, random);
      ruin.ruin(random.below(problem.series.count));
      tours.mark();
      const insertion = new Insertion(tours, random.next);
      const before = tours.total;
      for (const v of tours.bank.visits.slice(0, tours.bank.size)) {
        const s = problem.visits.series[v] ?? 0;
        for (let r = 0; r < problem.slots.count; r++) {
          const day = problem.slots.day[r] ?? 0;
          if (day < (problem.visits.firstDay[v] ?? 0) || day > (problem.visits.lastDay[v] ?? 0)) continue;
          const calendar = calendarDelta(tours.placement, s, day, problem.slots.rep[r] ?? 0);
          const { slots } = tours.copy();
          for (let position = 1; position <= (slots[r]?.length ?? 0) + 1; position++) {
            const tried = slots.map((visits, slot) => (slot === r ? visits.toSpliced(position - 1, 0, v) : visits));
            const recount = referenceCost(problem, tried);
            const delta = insertion.deltaAt(s, r, position);
            const promised = calendar === IMPOSSIBLE || delta >= NEVER ? null : before + calendar + delta - (problem.visits.price[v] ?? 0);
            if (hasWays(problem, r)) {
              // The other legs' ways are chosen anew once the visit is in: that can only make it cheaper.
              if (promised === null) continue;
              expect(recount).not.toBeNull();
              expect(recount).toBeLessThanOrEqual(promised);
              kept += recount === promised ? 1 : 0;
              chosen++;
              continue;
            }
            expect({ seed, v, r, position, cost: promised }).toEqual({ seed, v, r, position, cost: recount });
            judged++;
          }
        }
      }
    }
    expect(judged).toBeGreaterThan(5000);
    expect(chosen).toBeGreaterThan(1000);
    expect(kept / chosen).toBeGreaterThan(0.7);
  });

  it('answers for a whole day what the chosen position costs, and mostly the least of all', () => {
    const told = { days: 0, least: 0, plain: 0 };
    for (let seed = 1; seed <= PROBLEMS; seed++) {
      const problem = someProblem(seed + 20_000);
      if (problem.prices.groups.count > 0) continue;
      const random = createRandom(seed);
      const tours = new Tours(problem);
      new GreedyRecreate(tours, random).construct();
      const insertion = new Insertion(tours, random.next);
      for (let s = 0; s < problem.series.firstDuty; s++) {
        for (let day = 0; day < problem.dayCount; day++) {
          const best = insertion.bestOnDay(s, day, NEVER);
          const { slot, position } = insertion;
          const slots = problem.slots.ofDay.subarray(problem.slots.byDay[day], problem.slots.byDay[day + 1]);
          // Where ways are chosen anew, a day may answer more than its positions as they are.
          if (slots.some((r) => hasWays(problem, r))) continue;
          const all = [...slots].flatMap((r) =>
            Array.from({ length: (tours.rows.length[tours.rows.current[r] ?? 0] ?? 0) + 1 }, (_, i) => insertion.deltaAt(s, r, i + 1)),
          );
          const least = Math.min(NEVER, ...all);
          if (best < NEVER) expect({ seed, s, day, best }).toEqual({ seed, s, day, best: insertion.deltaAt(s, slot, position) });
          // Now and then a position is overlooked on purpose.
          expect(best).toBeGreaterThanOrEqual(least);
          told.days++;
          if (best === least) told.least++;
          if (tours.rows.plainDay[day] === 1) told.plain++;
        }
      }
    }
    expect(told.plain).toBeGreaterThan(5000);
    expect(told.least / told.days).toBeGreaterThan(0.98);
  });
});
