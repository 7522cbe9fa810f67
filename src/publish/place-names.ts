import type { Location } from '../domain/customer.ts';
import type { PlannedDay } from '../domain/plan.ts';
import type { Territory } from '../domain/territory.ts';
import type { Language } from '../kernel/text.ts';
import { phrases } from './phrases.ts';

/** Name of a place on a rep's day: the base, the customer visited there, else a customer there, else its degrees. */
export function placeName({ reps, customers }: Territory, { rep, stops }: PlannedDay, place: Location, language: Language): string {
  const isHere = (other: Location | undefined) => other?.lat === place.lat && other.lng === place.lng;
  if (isHere(reps.find(({ id }) => id === rep)?.start)) return phrases.base[language];
  const seen = stops.find((stop) => stop.type === 'visit' && isHere(stop.location));
  const here = customers.find(({ id, location }) => (seen?.type === 'visit' ? id === seen.customer : isHere(location)));
  return here?.name ?? `${place.lat}, ${place.lng}`;
}
