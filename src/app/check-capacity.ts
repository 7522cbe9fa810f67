import { capacityOf, joinCapacities } from '../demand/capacity.ts';
import type { Capacity } from '../domain/figures/capacity.ts';
import type { VisitWarning } from '../domain/unserved/visit-warning.ts';
import { repDaysOf } from '../domain/rep-day/rep-day.ts';
import type { Territory } from '../domain/territory.ts';
import { FAR, type Problem } from '../engine/problem/layout.ts';
import { present } from '../kernel/assert.ts';
import { type Seconds, seconds } from '../kernel/units.ts';
import { tryAlone, unkeepable } from '../planning/explain/try-alone.ts';
import { type Part, type Preparation, prepareParts } from '../planning/prepare-parts.ts';

/** Days, travel times and places for findings. */
export type CapacityOptions = Preparation;

/** The reps' hours against the visits due, and what can be foretold of single visits. */
export interface CapacityCheck {
  readonly capacity: Capacity;
  readonly warnings: readonly VisitWarning[];
}

/**
 * Compares the visits due with the reps' hours, for each team of reps who share customers, and tries each visit alone on
 * empty days. Plans no routes.
 */
export async function checkCapacity(territory: Territory, preparation: CapacityOptions): Promise<CapacityCheck> {
  const parts = await prepareParts(territory, preparation);
  const [first, ...others] = parts.map(capacityOfPart);
  const repDays = repDaysOf(territory, preparation.horizon);
  return {
    capacity: joinCapacities([present(first, 'A territory with reps'), ...others]),
    warnings: [
      ...unkeepable({ territory, horizon: preparation.horizon, repDays }),
      ...parts.flatMap(({ compiled, travel }) => tryAlone(compiled, travel)),
    ],
  };
}

function capacityOfPart({ territory, compiled }: Part): Capacity {
  const { horizon, series } = compiled.scene;
  return capacityOf({ territory, horizon, series, visitTimes: leastVisitTimes(compiled.problem) });
}

/**
 * [series] time with the customer and the shortest way there from any other place. Where several series share
 * a place, one way may serve them all, so that each bears its part only: no route takes less.
 */
function leastVisitTimes({ placeCount, series, legs }: Problem): readonly Seconds[] {
  const shortest = new Int32Array(placeCount).fill(FAR);
  legs.time.forEach((time, leg) => {
    const to = leg % placeCount;
    const from = Math.floor(leg / placeCount) % placeCount;
    if (from !== to) shortest[to] = Math.min(time, shortest[to] ?? FAR);
  });
  const places = [...series.place.subarray(0, series.firstDuty)];
  const sharers = Map.groupBy(places, (place) => place);
  return places.map((place, s) => {
    const way = shortest[place] ?? FAR;
    // A place without any way counts no travel here; planning gives the reason.
    const least = way === FAR ? 0 : Math.floor(way / (sharers.get(place)?.length ?? 1));
    return seconds((series.dwell[s] ?? 0) + least);
  });
}
