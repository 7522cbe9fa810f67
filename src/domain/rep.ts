import type { RepId } from '../kernel/ids.ts';
import type { Day, Weekday } from './calendar.ts';
import type { Location } from './customer.ts';
import type { Window } from './visiting-hours.ts';

/** Somebody who visits. */
export interface Rep {
  readonly id: RepId;
  readonly name: string;
  /** The job that decides counts, such as `account-manager`; never a permission. */
  readonly post: string;
  readonly role: 'rep' | 'manager';
  /** The superior, who visits this rep's customers too and joins the rep's visits; null when none is named. */
  readonly manager: RepId | null;
  /** Where each day starts and ends, such as the office. */
  readonly start: Location;
  readonly end: Location;
  /** The shift of each weekday; null where the rep does not work. */
  readonly shifts: Readonly<Record<Weekday, Window | null>>;
  /** Days off. */
  readonly leave: readonly Day[];
  /** Own vehicles, best first, by mode id; each day one of them at most leaves home. */
  readonly vehicles: readonly string[];
  /** Modes that each leg may take, besides the vehicle or without one, by mode id. */
  readonly modes: readonly string[];
  /** What an hour of the rep is worth, in the currency of fares; null for what the policy makes of it. */
  readonly valueOfTime: number | null;
  /** Parts of the territory that the rep serves; empty for all of it. */
  readonly areas: readonly string[];
}
