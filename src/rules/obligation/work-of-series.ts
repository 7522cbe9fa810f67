import type { Location } from '../../domain/customer.ts';
import { mayMake } from '../../domain/may-serve.ts';
import type { Rep } from '../../domain/rep.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import { greatCircle } from '../../travel/distance.ts';
import type { Agenda } from '../rule.ts';

/**
 * The work of one visit of each series, in whole seconds: its stay, an estimate of the leg to it by the distance to its
 * second neighbour, and its part of the way out and back. The estimate needs no travel times: it is what a rule knows
 * before any route is planned.
 */
export function workOfSeries({ series, repDays }: Agenda, kilometresAnHour: number): ReadonlyMap<VisitSeries, number> {
  const reps = [...new Set(repDays.map(({ rep }) => rep))];
  const places = [...new Map(series.map(({ customer }) => [customer.id, customer.location])).values()];
  const travel = (metres: number) => (metres * 3.6) / kilometresAnHour;
  const fullDay = (rep: Rep) => Math.max(0, ...repDays.filter((repDay) => repDay.rep === rep).map(({ fieldTime }) => fieldTime));
  const dayOf = new Map(reps.map((rep) => [rep, fullDay(rep)]));
  const legTo = new Map(places.map((place) => [place, travel(nearby(place, places))]));
  return new Map(
    series.map((one) => {
      const place = one.customer.location;
      const leg = legTo.get(place) ?? 0;
      const options = reps
        .filter((rep) => mayMake(rep, one))
        .map((rep) => {
          const way = travel(greatCircle(rep.start, place) + greatCircle(place, rep.end));
          return way / Math.max(1, ((dayOf.get(rep) ?? 0) - way) / Math.max(1, one.dwell + leg));
        });
      return [one, Math.round(one.dwell + leg + (options.length === 0 ? 0 : Math.min(...options)))];
    }),
  );
}

/** The distance from a place to its nearest other but one, or to the only other, in metres. */
function nearby(place: Location, places: readonly Location[]): number {
  let [nearest, next] = [Infinity, Infinity];
  for (const other of places) {
    if (other === place) continue;
    const distance = greatCircle(place, other);
    if (distance < nearest) [nearest, next] = [distance, nearest];
    else if (distance < next) next = distance;
  }
  if (next < Infinity) return next;
  return nearest < Infinity ? nearest : 0;
}
