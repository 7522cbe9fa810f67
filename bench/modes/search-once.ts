import { prepareParts } from '../../src/planning/prepare-parts.ts';
import type { DayRange } from '../../src/domain/calendar.ts';
import type { Territory } from '../../src/domain/territory.ts';
import type { Problem } from '../../src/engine/problem/layout.ts';
import { steadyPace } from '../../src/engine/search/pace.ts';
import { solve } from '../../src/engine/search/solve.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';

/** What a search found, and how fast it was. */
export interface Search {
  readonly cost: number;
  readonly stepsPerSecond: number;
}

/** The problems of a territory, one for each part that is planned by itself. */
export async function problemsOf(territory: Territory, horizon: DayRange): Promise<readonly Problem[]> {
  const parts = await prepareParts(territory, { horizon, travel: estimate, endPlaces: new Map() });
  return parts.map(({ compiled }) => compiled.problem);
}

/** Searches all problems for so many steps each, one after the other. */
export function searchOnce(problems: readonly Problem[], { steps, seed }: { readonly steps: number; readonly seed: number }): Search {
  const begun = performance.now();
  const cost = problems.reduce((sum, problem) => {
    const { solution } = solve(problem, { seed, pace: steadyPace(steps), shouldStop: () => false, onProgress: () => {} });
    return sum + solution.cost;
  }, 0);
  return { cost, stepsPerSecond: (problems.length * steps * 1000) / (performance.now() - begun) };
}
