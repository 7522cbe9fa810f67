import type { DayRange } from '../../domain/calendar.ts';
import type { Territory } from '../../domain/territory.ts';
import { modesOf } from '../../domain/vehicle.ts';
import type { Scene } from '../../rules/rule.ts';
import type { TravelTables } from '../../travel/travel-tables.ts';

/** Numbers the nouns of a territory: terms refer to them by index. */
export function buildScene(
  territory: Territory,
  horizon: DayRange,
  parts: Pick<Scene, 'repDays' | 'series' | 'calls'> & { readonly travel: TravelTables },
): Scene {
  const { repDays, series, calls, travel } = parts;
  const customersAt = Map.groupBy(territory.customers, ({ location }) => travel.indexOf(location));
  return {
    territory,
    horizon,
    repDays,
    series,
    calls,
    places: travel.places.map(({ location }, place) => ({
      location,
      customers: (customersAt.get(place) ?? []).map(({ id }) => id),
    })),
    placeOf: series.map(({ customer }) => travel.indexOf(customer.location)),
    modes: [...new Set(repDays.flatMap(({ rep }) => modesOf(territory.policy, rep)))],
  };
}
