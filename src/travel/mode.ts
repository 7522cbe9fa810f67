import type { Setting } from '../domain/customer.ts';
import type { Text } from '../kernel/text.ts';
import type { Seconds } from '../kernel/units.ts';

/** A mode of transport. Its facts are dated defaults for the `estimate` provider. */
export interface Mode {
  readonly id: string;
  readonly label: Text;
  /** Whether it is the rep's own vehicle, which stays where it is parked and serves the whole day. */
  readonly ownVehicle: boolean;
  /** The profile of a road engine. */
  readonly profile: 'foot' | 'bicycle' | 'moped' | 'car';
  /** Kilometres an hour during a leg, by setting. */
  readonly speed: Readonly<Record<Setting, number>>;
  /** Distance travelled ÷ great circle, by setting. */
  readonly circuity: Readonly<Record<Setting, number>>;
  /** Parking, unlocking, walking in: added to each leg that changes place. */
  readonly overhead: Seconds;
  /** The month and the origin of these facts. */
  readonly source: string;
}
