import type { DayRange } from '../domain/calendar.ts';
import type { PlannedDay } from '../domain/plan.ts';
import { repDaysOf } from '../domain/rep-day/rep-day.ts';
import type { Territory } from '../domain/territory.ts';
import { buildScene } from './compile/build-scene.ts';
import { type CompiledProblem, compileProblem } from './compile/compile-problem.ts';
import type { TravelTimes } from '../travel/ports.ts';
import { type TravelTables, loadTravel } from '../travel/travel-tables.ts';
import { type EndPlaces, findStuckReps } from './find-stuck-reps.ts';
import { splitTerritory } from './split-territory.ts';
import { type Stage, everybody } from './stages.ts';
import { refuse } from '../kernel/finding.ts';

/** For which days a territory is looked at, and by whose travel times. */
export interface Preparation {
  readonly horizon: DayRange;
  readonly travel: TravelTimes;
  readonly endPlaces: EndPlaces;
}

/** Who is planned, after whom. */
export interface Turn {
  readonly stage: Stage;
  /** The days of those who were planned before. */
  readonly planned: readonly PlannedDay[];
}

/** Reps who share customers, with all that is known before the search. */
export interface Part {
  /** With the people who are planned. */
  readonly territory: Territory;
  readonly travel: TravelTables;
  readonly compiled: CompiledProblem;
}

/** Splits a territory and compiles each part. Refuses days that nobody can do, whatever is planned on them. */
export async function prepareParts(
  territory: Territory,
  preparation: Preparation,
  turn: Turn = { stage: everybody, planned: [] },
): Promise<readonly Part[]> {
  const parts = await Promise.all(splitTerritory(territory).map((part) => preparePart(part, preparation, turn)));
  refuse(parts.flatMap(({ compiled, travel }) => findStuckReps(compiled, travel, preparation.endPlaces)));
  return parts;
}

async function preparePart(whole: Territory, { horizon, travel: provider }: Preparation, { stage, planned }: Turn): Promise<Part> {
  const territory = { ...whole, reps: whole.reps.filter(stage.isPlanned) };
  const travel = await loadTravel(territory, provider);
  const scene = buildScene(territory, horizon, {
    repDays: repDaysOf(territory, horizon),
    ...stage.due(whole, horizon, planned),
    travel,
  });
  return { territory, travel, compiled: compileProblem(scene, travel) };
}
