import type { DayRange } from '../../domain/calendar.ts';
import { type RepDay, backAt } from '../../domain/rep-day/rep-day.ts';
import type { Territory } from '../../domain/territory.ts';
import type { Visit, VisitSeries } from '../../domain/visit.ts';
import { present } from '../../kernel/assert.ts';
import { type TravelTables, tablesBetween } from '../../travel/travel-tables.ts';
import { buildScene } from '../compile/build-scene.ts';
import { type CompiledProblem, compileProblem } from '../compile/compile-problem.ts';
import type { Effort } from './effort.ts';
import { emptyTours, slotsFor, standingOf } from './fits.ts';

/** One visit and the rep-days that it might be on, all of them empty but for duties: a territory of its own, quickly compiled. */
export interface Alone {
  readonly territory: Territory;
  readonly horizon: DayRange;
  readonly repDays: readonly RepDay[];
  /** The series with this visit only. */
  readonly series: VisitSeries;
  readonly travel: TravelTables;
}

/** A visit of a part, alone. */
export function aloneOf({ scene }: CompiledProblem, travel: TravelTables, series: VisitSeries, visit: Visit): Alone {
  const { territory, horizon, repDays } = scene;
  const locations = [series.customer.location, ...territory.reps.flatMap(({ start, end }) => [start, end]), ...repDays.map(backAt)];
  const places = [...new Set(locations.map(travel.indexOf))];
  // Customers at the same places matter to the rules on legs.
  const customers = territory.customers.filter(({ location }) => places.includes(travel.indexOf(location)));
  return {
    territory: { ...territory, customers },
    horizon,
    repDays,
    series: { ...series, visits: [visit] },
    travel: tablesBetween(travel, places),
  };
}

/** The visit of a territory of one. */
export const visitOf = ({ series }: Alone): Visit => present(series.visits[0], 'A visit');

/** The rep-days on which a visit that is alone finds a place. */
export function placesOf({ territory, horizon, repDays, series, travel }: Alone, effort: Effort): readonly RepDay[] {
  if (repDays.length === 0) return [];
  const scene = buildScene(territory, horizon, { repDays, series: [series], calls: [], travel });
  const { problem } = compileProblem(scene, travel);
  effort.add(1000 + 10 * repDays.length);
  const found = slotsFor(standingOf(problem, emptyTours(problem), effort), 0, NO_DAYS);
  return Array.from(found, (r) => present(repDays[r], 'A rep-day'));
}

const NO_DAYS: ReadonlySet<number> = new Set();
