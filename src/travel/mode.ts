import type { Setting } from '../domain/customer.ts';
import type { Text } from '../kernel/text.ts';
import type { Seconds } from '../kernel/units.ts';

/** A way to get from one place to the next. Its facts are dated defaults for the `estimate` provider. */
export interface Mode {
  readonly id: string;
  readonly label: Text;
  /** Whether it stays where it was parked: an own vehicle serves the whole day. */
  readonly ownVehicle: boolean;
  /** What to ask of a road engine. */
  readonly profile: 'foot' | 'bicycle' | 'moped' | 'car';
  /** Kilometres an hour along the way, by setting. */
  readonly speed: Readonly<Record<Setting, number>>;
  /** Way travelled ÷ great circle, by setting. */
  readonly circuity: Readonly<Record<Setting, number>>;
  /** Parking, unlocking, walking in: added to each leg that goes anywhere. */
  readonly overhead: Seconds;
  /** Month the facts were gathered, and from where. */
  readonly source: string;
}
