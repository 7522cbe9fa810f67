import { callsDue, visitsDue } from '../demand/visits-due.ts';
import type { DayRange } from '../domain/calendar.ts';
import { repDaysOf } from '../domain/rep-day.ts';
import type { Territory } from '../domain/territory.ts';
import { buildScene } from '../engine/compile/build-scene.ts';
import { type CompiledProblem, compileProblem } from '../engine/compile/compile-problem.ts';
import { refuse } from '../kernel/errors.ts';
import type { TravelTimes } from '../travel/ports.ts';
import { type TravelTables, loadTravel } from '../travel/travel-tables.ts';
import { type PlaceOfEnd, findBlockedWays } from './find-blocked-ways.ts';
import { splitTerritory } from './split-territory.ts';

/** For which days a territory is looked at, and by whose travel times. */
export interface Preparation {
  readonly horizon: DayRange;
  readonly travel: TravelTimes;
  readonly placeOfEnd: PlaceOfEnd;
}

/** Reps who share customers, with all that is known before the search. */
export interface Part {
  readonly territory: Territory;
  readonly travel: TravelTables;
  readonly compiled: CompiledProblem;
}

/** Splits a territory and compiles each part. Refuses days that nobody can do, whatever is planned on them. */
export async function prepareParts(territory: Territory, preparation: Preparation): Promise<readonly Part[]> {
  const parts = await Promise.all(splitTerritory(territory).map((part) => preparePart(part, preparation)));
  refuse(parts.flatMap(({ compiled, travel }) => findBlockedWays(compiled, travel, preparation.placeOfEnd)));
  return parts;
}

async function preparePart(territory: Territory, { horizon, travel: provider }: Preparation): Promise<Part> {
  const travel = await loadTravel(territory, provider);
  const scene = buildScene(territory, horizon, {
    repDays: repDaysOf(territory, horizon),
    series: visitsDue(territory, horizon),
    calls: callsDue(territory, horizon),
    travel,
  });
  return { territory, travel, compiled: compileProblem(scene, travel) };
}
