import type { Metres, Seconds } from '../../kernel/units.ts';
import type { Location } from '../customer.ts';

/** Travel from one place to another by one mode, as the territory gives it. The way back is another trip. */
export interface GivenTrip {
  readonly mode: string;
  readonly from: Location;
  readonly to: Location;
  /** Time and distance from door to door; null where the mode cannot make the trip. */
  readonly travel: { readonly seconds: Seconds; readonly metres: Metres } | null;
}

/** The source of a leg's time that is estimated. */
export const ESTIMATE = 'estimate';

/** The source of a leg's time that the territory gives. */
export const GIVEN = 'given';
