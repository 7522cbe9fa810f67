import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/engine/problem/layout.ts';
import { packProblem } from '../../../src/engine/problem/pack-problem.ts';
import { steadyPace } from '../../../src/engine/search/pace.ts';
import { solve } from '../../../src/engine/search/solve.ts';
import { FORBIDDEN, type Term } from '../../../src/terms/terms.ts';
import { plainProblem, randomProblem } from '../../support/random-problem.ts';
import { aSeries, smallDraft } from '../../support/small-draft.ts';

const SIZE = { slots: 4, days: 4, series: 24, places: 8 };

const end = (limit: number): Term => ({ term: 'aggregate', slot: 0, of: 'end', side: 'above', limit, price: FORBIDDEN });

describe('the most stops of a slot', () => {
  it('are the visits whose stays fit into its time, and its duties', () => {
    const stays = [30, 10, 20, 40];
    const draft = smallDraft({ dayCount: 1, series: stays.map((dwell) => ({ ...aSeries(1), dwell })) });
    const [slot] = draft.slots;
    const pack = (...terms: readonly Term[]) =>
      packProblem({ ...draft, slots: slot === undefined ? [] : [{ ...slot, start: 100 }], terms });
    const closed: Term = { term: 'slot', series: 1, slot: 0, price: FORBIDDEN };
    const duty: Term = { term: 'activity', slot: 0, earliest: 110, latest: 110, length: 10, place: 0 };
    const most = (...terms: readonly Term[]) => pack(...terms).slots.mostStops;
    expect([most(), most(end(160)), most(end(159)), most(end(160), closed), most(end(160), duty)]).toEqual([4, 3, 2, 2, 4]);
    const windows = stays.map((_, series): Term => ({ term: 'windows', series, day: 0, windows: [{ from: 0, until: 130 }] }));
    expect(most(...windows)).toBe(2);
    const per = Int32Array.of(2, 2, 2, 2);
    expect(most({ term: 'aggregate', slot: 0, of: { per }, side: 'above', limit: 5, price: FORBIDDEN })).toBe(2);
  });

  it('do not change any search', () => {
    let narrower = 0;
    let fullest = 0;
    for (let seed = 1; seed <= 60; seed++) {
      for (const problem of [randomProblem(seed, SIZE), plainProblem(seed, SIZE)]) {
        const { mostStops } = problem.slots;
        const wide = { ...problem, slots: { ...problem.slots, mostStops: problem.visits.count } };
        const found = search(problem, seed);
        expect({ seed, found }).toEqual({ seed, found: search(wide, seed) });
        if (mostStops < problem.visits.count) narrower++;
        fullest = Math.max(fullest, ...found.slots.map(({ length }) => length / mostStops));
      }
    }
    expect(narrower).toBeGreaterThan(30);
    expect(fullest).toBeGreaterThan(0.5);
  });
});

const search = (problem: Problem, seed: number) =>
  solve(problem, { seed, pace: steadyPace(100), shouldStop: () => false, onProgress: () => {} }).solution;
