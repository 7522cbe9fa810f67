import { addDays, day } from '../../src/domain/calendar.ts';
import type { Problem } from '../../src/engine/problem/layout.ts';
import { prepareParts } from '../../src/planning/prepare-parts.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { sampleTerritory } from '../territories/sample-territory.ts';

/** Territories whose weeks have rep-days of 30 stops and more, and rep-weeks of 150 and more. */
export const WARM_CASES = ['ladder-1x5d', 'tobacco'] as const;

/** The rep-week of a sample territory with most visits due. */
export async function repWeekOf(name: string): Promise<Problem> {
  const first = day('2026-12-07');
  const preparation = { horizon: { first, last: addDays(first, 4) }, travel: estimate, endPlaces: new Map() };
  const parts = await prepareParts(await sampleTerritory(name), preparation);
  const problems = parts.map(({ compiled }) => compiled.problem);
  return problems.reduce((most, one) => (one.visits.count > most.visits.count ? one : most));
}
