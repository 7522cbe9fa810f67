import type { RepId } from '../kernel/ids.ts';
import type { Day, Weekday } from './calendar.ts';
import type { Location } from './customer.ts';
import type { Window } from './visiting-hours.ts';

/** A person who visits customers. */
export interface Rep {
  readonly id: RepId;
  readonly name: string;
  /** The job that decides counts, such as `account-manager`; never a permission. */
  readonly post: string;
  readonly role: 'rep' | 'manager';
  /** The superior, who visits this rep's customers too and joins the rep's visits; null when none is named. */
  readonly manager: RepId | null;
  /** The places where each day starts and ends, such as the office. */
  readonly start: Location;
  readonly end: Location;
  /** The shift of each weekday; null where the rep does not work. */
  readonly shifts: Readonly<Record<Weekday, Window | null>>;
  /** Free stretches between the parts of a weekday's shift, such as 12:00 to 16:00 for 08:00-12:00,16:00-20:00. */
  readonly free?: Readonly<Record<Weekday, readonly Window[]>>;
  /** Days off. */
  readonly leave: readonly Day[];
  /** Own vehicles, best first, by mode id; a rep takes at most one of them a day. */
  readonly vehicles: readonly string[];
  /** Modes for legs without the own vehicle, by mode id. */
  readonly modes: readonly string[];
  /** The worth of an hour of the rep, in the currency of fares; null for that of the policy. */
  readonly valueOfTime: number | null;
  /** Areas that the rep serves; empty for all. */
  readonly areas: readonly string[];
}
