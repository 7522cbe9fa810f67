import { describe, expect, it } from 'vitest';
import { fullProblem, solutionOf } from '../../../bench/peers/full-problem.ts';
import { problemsOf } from '../../../bench/modes/search-once.ts';
import { sampleTerritory } from '../../../bench/territories/sample-territory.ts';
import { addDays, day } from '../../../src/domain/calendar.ts';
import { steadyPace } from '../../../src/engine/search/pace.ts';
import { solve } from '../../../src/engine/search/solve.ts';
import { present } from '../../../src/kernel/assert.ts';

const first = day('2026-12-07');
const [packed] = await problemsOf(await sampleTerritory('general'), { first, last: addDays(first, 4) });
const problem = present(packed, 'A problem');

describe('fullProblem', () => {
  const full = fullProblem(problem);

  it('has a vehicle for each rep-day, in the hours of that day', () => {
    expect(full.slots).toHaveLength(problem.slots.count);
    const days = full.slots.map(({ start, until }) => [Math.floor(start / 86_400), Math.floor(until / 86_400)]);
    expect(days).toEqual(Array.from(problem.slots.day, (own) => [own, own]));
  });

  it('has a window on each day on which a visit may be made', () => {
    expect(full.visits).toHaveLength(problem.visits.count);
    for (const { windows } of full.visits) expect(new Set(windows.map(({ from }) => Math.floor(from / 86_400))).size).toBe(windows.length);
  });

  it('keeps places out of the reach of reps who may make no visit there', () => {
    const { slots, visits, series } = problem;
    const { solution } = solve(problem, { seed: 1, pace: steadyPace(256), shouldStop: () => false, onProgress: () => {} });
    const legsTo = solution.slots.flatMap((own, slot) =>
      own.map((visit) => {
        const profile = full.legs[full.slots[slot]?.profile ?? -1] ?? [];
        return profile[(slots.from[slot] ?? 0) * problem.placeCount + (series.place[visits.series[visit] ?? 0] ?? 0)] ?? Infinity;
      }),
    );
    expect(Math.max(...legsTo)).toBeLessThan(86_400);
    expect(new Set(full.slots.map(({ profile }) => profile)).size).toBe(full.legs.length);
  });
});

describe('solutionOf', () => {
  it('keeps what our rules allow, at its cost', () => {
    const { solution } = solve(problem, { seed: 1, pace: steadyPace(256), shouldStop: () => false, onProgress: () => {} });
    expect(solutionOf(problem, solution.slots)).toEqual(solution);
  });

  it('leaves out what they forbid', () => {
    const all = Array.from({ length: problem.visits.count }, (_, visit) => visit);
    const { slots } = solutionOf(problem, [all]);
    expect(slots.flat().length).toBeLessThan(all.length);
  });
});
