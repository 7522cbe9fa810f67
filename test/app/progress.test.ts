import { describe, expect, it } from 'vitest';
import { steadyPace } from '../../src/engine/search/pace.ts';
import { type SearchProgress, solve } from '../../src/engine/search/solve.ts';
import { present } from '../../src/kernel/assert.ts';
import { NEEDS, needOf } from '../../src/domain/unserved/unserved.ts';
import { dueVisit } from '../../src/planning/explain/board.ts';
import { prepareParts } from '../../src/planning/prepare-parts.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { fixtureTerritory } from '../support/fixture-territory.ts';
import { day } from '../../src/domain/calendar.ts';

describe('the progress of a search', () => {
  it('counts what the best solution leaves out by need, so that what could be pulled forward is not missed', async () => {
    const horizon = { first: day('2026-12-07'), last: day('2026-12-11') };
    const [part] = await prepareParts(fixtureTerritory('tobacco'), { horizon, travel: estimate, endPlaces: new Map() });
    const { compiled } = present(part, 'A part');
    const { visits } = compiled.problem;
    const recount = ({ best }: SearchProgress) => {
      const served = new Set(best().slots.flat());
      const left = Array.from({ length: visits.bySeries[compiled.scene.series.length] ?? 0 }, (_, visit) => visit)
        .filter((visit) => !served.has(visit))
        .map((visit) => dueVisit(compiled, visit));
      return NEEDS.map((need) => left.filter(({ series, visit }) => needOf(series, visit) === need).length);
    };
    const counts: { readonly shown: readonly number[]; readonly counted: readonly number[] }[] = [];
    solve(compiled.problem, {
      seed: 1,
      pace: steadyPace(200),
      shouldStop: () => false,
      onProgress: (progress) => counts.push({ shown: progress.left, counted: recount(progress) }),
    });
    expect(counts.map(({ shown }) => shown)).toEqual(counts.map(({ counted }) => counted));
    expect(counts.at(-1)?.shown[2]).toBeGreaterThan(0);
  });
});
