import type { Setting } from '../../../src/domain/customer.ts';
import type { Mode } from '../../../src/travel/mode.ts';
import { estimate } from '../../../src/travel/providers/estimate.ts';
import { office } from '../../support/builders.ts';

const METRES_OF_A_DEGREE = 111_195; // of latitude, great circle

/** Minutes from door to door for so many metres as the crow flies, by the planner's own estimate. */
export async function minutesBy(mode: Mode, metres: number, setting: Setting = 'town'): Promise<number> {
  const there = { lat: office.lat + metres / METRES_OF_A_DEGREE, lng: office.lng };
  const { seconds } = await estimate.matrix(
    [office, there].map((location) => ({ location, setting })),
    mode,
  );
  return (seconds[1] ?? 0) / 60;
}
