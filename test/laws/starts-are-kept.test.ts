import { describe, expect, it } from 'vitest';
import { type Problem, type Solution } from '../../src/engine/problem/layout.ts';
import { checkStart } from '../../src/engine/search/check-start.ts';
import { type Fixed, narrowed } from '../../src/engine/search/fixed.ts';
import { steadyPace } from '../../src/engine/search/pace.ts';
import { type SolveOptions, solve } from '../../src/engine/search/solve.ts';
import { Tours } from '../../src/engine/search/state/tours.ts';
import { layOutEarly } from '../../src/engine/slot/lay-out-slot.ts';
import { type Random, createRandom } from '../../src/kernel/random.ts';
import { lawCases } from '../support/law-cases.ts';
import { randomProblem } from '../support/random-problem.ts';

const PROBLEMS = lawCases(300);
const SIZE = { slots: 6, days: 4, series: 10, places: 8 };

describe('a search that starts from a solution', () => {
  it('keeps all of a solution that the problem allows, and ends no worse', { timeout: 3_600_000 }, () => {
    for (let seed = 1; seed <= PROBLEMS; seed++) {
      const problem = randomProblem(seed, SIZE);
      const cold = search(problem, seed, 100);
      expect({ seed, ...checkStart(problem, cold.slots) }).toEqual({ seed, slots: cold.slots, dropped: [] });
      // Requests take the place of visits that count for them, whatever it costs.
      if (problem.calendar.company.towards.other.length > 0) continue;
      const again = search(problem, seed + 1, 30, { initial: cold.slots });
      expect({ seed, isWorse: again.cost > cold.cost }).toEqual({ seed, isWorse: false });
    }
  });

  it('drops from any solution no more than what breaks it', { timeout: 3_600_000 }, () => {
    let kept = 0;
    for (let seed = 1; seed <= PROBLEMS; seed++) {
      const problem = randomProblem(seed, SIZE);
      const initial = junk(problem, createRandom(seed));
      const { slots, dropped } = checkStart(problem, initial);
      expect({ seed, isPossible: new Tours(problem).load(slots) }).toEqual({ seed, isPossible: true });
      const known = new Set(initial.flat().filter((v) => v >= 0 && v < problem.visits.count));
      for (const v of slots.flat()) expect(known.has(v) || isDuty(problem, v)).toBe(true);
      expect(dropped.filter((v) => known.has(v)).length + slots.flat().filter((v) => known.has(v)).length).toBe(known.size);
      search(problem, seed, 20, { initial });
      kept += slots.flat().length;
    }
    expect(kept).toBeGreaterThan(PROBLEMS);
  });

  it('leaves fixed slots and visits as they are', { timeout: 3_600_000 }, () => {
    let fixedVisits = 0;
    for (let seed = 1; seed <= PROBLEMS; seed++) {
      const random = createRandom(seed);
      const whole = randomProblem(seed, SIZE);
      const initial = search(whole, seed, 20).slots;
      if (dutiesOf(whole).some((v) => !initial.flat().includes(v))) continue;
      const visits = initial.flat().filter((v) => !isDuty(whole, v));
      const [placed, timed, served] = [0, 1, 2].map((part) => visits.filter(() => random.below(6) === part));
      const fixed: Fixed = {
        slots: [...initial.keys()].filter(() => random.next() < 0.2),
        placed: [...(placed ?? []), ...(timed ?? [])],
        served: served ?? [],
      };
      const times = (timed ?? []).map((v) => timeIn(whole, initial, v));
      const problem = narrowed(whole, times);
      const found = search(problem, seed, 60, { initial, fixed });
      for (const r of fixed.slots) expect({ seed, r, slot: found.slots[r] }).toEqual({ seed, r, slot: initial[r] });
      const isFixed = new Set(fixed.placed);
      const order = (slots: Solution['slots']) => slots.map((slot) => slot.filter((v) => isFixed.has(v)));
      expect({ seed, order: order(found.slots) }).toEqual({ seed, order: order(initial) });
      for (const v of fixed.served) expect(found.slots.flat()).toContain(v);
      for (const time of times) expect(timeIn(problem, found.slots, time.visit)).toEqual(time);
      fixedVisits += isFixed.size;
    }
    expect(fixedVisits).toBeGreaterThan(PROBLEMS);
  });
});

function search(problem: Problem, seed: number, work: number, start: Pick<SolveOptions, 'initial' | 'fixed'> = {}): Solution {
  return solve(problem, { seed, pace: steadyPace(work), shouldStop: () => false, onProgress: () => {}, ...start }).solution;
}

const isDuty = ({ visits, series }: Problem, v: number): boolean => (visits.series[v] ?? 0) >= series.firstDuty;

const dutiesOf = (problem: Problem): readonly number[] => [...problem.visits.series.keys()].filter((v) => isDuty(problem, v));

/** Visits on any slots in any order; some twice, and some that do not exist. */
const junk = ({ slots, visits }: Problem, random: Random): Solution['slots'] =>
  Array.from({ length: slots.count }, () => Array.from({ length: random.below(5) }, () => random.below(visits.count + 2) - 1));

/** The day and the start of a visit. */
function timeIn(problem: Problem, slots: Solution['slots'], visit: number) {
  const r = slots.findIndex((slot) => slot.includes(visit));
  const laid = layOutEarly(problem, r, slots[r] ?? []);
  const start = laid?.visits[slots[r]?.indexOf(visit) ?? -1]?.start ?? null;
  return { visit, day: problem.slots.day[r] ?? -1, start };
}
