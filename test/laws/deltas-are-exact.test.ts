import { describe, expect, it } from 'vitest';
import { NEVER } from '../../src/engine/problem/layout.ts';
import { IMPOSSIBLE, calendarDelta } from '../../src/engine/search/calendar-price.ts';
import { Insertion } from '../../src/engine/search/insertion.ts';
import { GreedyRecreate } from '../../src/engine/search/recreate/greedy.ts';
import { StringRuin } from '../../src/engine/search/ruin/strings.ts';
import { Tours } from '../../src/engine/search/tours.ts';
import { createRandom } from '../../src/kernel/random.ts';
import { randomProblem } from '../support/random-problem.ts';
import { referenceCost } from '../support/reference-cost.ts';

const SIZE = { slots: 5, days: 4, series: 6, places: 6 };
const PROBLEMS = 4000;

describe('the search keeps its sums exact', () => {
  it('costs after every ruin, recreate and undo what a full recount says', () => {
    for (let seed = 1; seed <= PROBLEMS; seed++) {
      const problem = randomProblem(seed, SIZE);
      const random = createRandom(seed);
      const tours = new Tours(problem);
      const ruin = new StringRuin(tours, random);
      const recreate = new GreedyRecreate(tours, random);
      recreate.construct();
      tours.mark();
      for (let step = 0; step < 12; step++) {
        const before = tours.copy();
        const seedSeries = random.below(problem.seriesCount);
        const banked = tours.bankSize;
        const { whole } = ruin.ruin(seedSeries);
        expect({ seed, step, cost: tours.total }).toEqual({ seed, step, cost: referenceCost(problem, tours.copy().slots) });
        recreate.recreate(seedSeries, { removedFrom: banked, stay: !whole });
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
    let judged = 0;
    for (let seed = 1; seed <= PROBLEMS; seed++) {
      const problem = randomProblem(seed + 10_000, SIZE);
      const random = createRandom(seed);
      const tours = new Tours(problem);
      new GreedyRecreate(tours, random).construct();
      tours.mark();
      const ruin = new StringRuin(tours, random);
      ruin.ruin(random.below(problem.seriesCount));
      tours.mark();
      const insertion = new Insertion(tours, random.next);
      const before = tours.total;
      for (const v of tours.tables.bank.slice(0, tours.bankSize)) {
        const s = problem.visitSeries[v] ?? 0;
        for (let r = 0; r < problem.slotCount; r++) {
          const day = problem.slotDay[r] ?? 0;
          if (day < (problem.visitFirst[v] ?? 0) || day > (problem.visitLast[v] ?? 0)) continue;
          const calendar = calendarDelta(tours.tables, s, day, problem.slotRep[r] ?? 0);
          const { slots } = tours.copy();
          for (let position = 1; position <= (slots[r]?.length ?? 0) + 1; position++) {
            const tried = slots.map((visits, slot) => (slot === r ? visits.toSpliced(position - 1, 0, v) : visits));
            const recount = referenceCost(problem, tried);
            const delta = insertion.deltaAt(s, r, position);
            const promised = calendar === IMPOSSIBLE || delta >= NEVER ? null : before + calendar + delta - (problem.visitPrice[v] ?? 0);
            expect({ seed, v, r, position, cost: promised }).toEqual({ seed, v, r, position, cost: recount });
            judged++;
          }
        }
      }
    }
    expect(judged).toBeGreaterThan(5000);
  });
});
