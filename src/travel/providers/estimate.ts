import { greatCircle } from '../distance.ts';
import type { Mode } from '../mode.ts';
import { ESTIMATE } from '../../domain/travel/given-trip.ts';
import type { Place, TravelMatrix, TravelTimes } from '../ports.ts';

/**
 * Travel without roads: great circle × circuity ÷ speed + overhead, by mode and setting. A leg that
 * touches the country has country speed. Single legs are wrong by 10–20 %; totals are close.
 */
export const estimate: TravelTimes = {
  matrix: (places, mode) => Promise.resolve({ ...estimateMatrix(places, mode), source: ESTIMATE }),
};

function estimateMatrix(places: readonly Place[], mode: Mode): TravelMatrix {
  const n = places.length;
  const times = new Int32Array(n * n);
  const distances = new Int32Array(n * n);
  places.forEach((from, i) => {
    places.forEach((to, j) => {
      const setting = from.setting === 'town' && to.setting === 'town' ? 'town' : 'country';
      const distance = Math.round(greatCircle(from.location, to.location) * mode.circuity[setting]);
      distances[i * n + j] = distance;
      times[i * n + j] = distance === 0 ? 0 : Math.round((distance / mode.speed[setting]) * 3.6) + mode.overhead;
    });
  });
  return { seconds: times, metres: distances };
}
