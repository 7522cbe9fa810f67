import type { CompanionId, CustomerId, RepId } from '../kernel/ids.ts';
import type { Seconds } from '../kernel/units.ts';
import type { Day, Weekday } from './calendar.ts';
import type { Contact } from './contact.ts';
import type { VisitingHours } from './visiting-hours.ts';

/** A point on earth, WGS-84, in degrees. */
export interface Location {
  readonly lat: number;
  readonly lng: number;
}

/** Town or country: speeds, detours and minimums differ. */
export type Setting = 'town' | 'country';
/** Where a customer stands with the company. */
export type CustomerStatus = 'potential' | 'new' | 'retained' | 'lost';

/** How sure it is that a customer means to buy. */
export type Intent = 'unknown' | 'vague' | 'clear';

/** Somebody who is visited. */
export interface Customer {
  readonly id: CustomerId;
  readonly name: string;
  readonly location: Location;
  readonly setting: Setting;
  /** A tier of the policy, such as `A`. */
  readonly tier: string;
  readonly status: CustomerStatus;
  /** Since when the customer has its status, such as the day on which it was won; null when that is not known. */
  readonly since: Day | null;
  readonly intent: Intent;
  /** Free words that policies refer to, such as `collection-point`. */
  readonly tags: readonly string[];
  /** Time at this customer where it differs from the tier's; null for the tier's. */
  readonly dwell: Seconds | null;
  /** When visits are welcome; null when unknown, and then the policy's default holds. */
  readonly hours: VisitingHours | null;
  readonly closedDays: readonly Day[];
  /** The people there who are met; empty when none is known by name. */
  readonly contacts: readonly Contact[];
  /** The weekday on which the customer orders; null when it has none. */
  readonly orderWeekday: Weekday | null;
  /** Who leads the rep there, such as the salesman of its dealer; null where the rep comes alone. */
  readonly companion: CompanionId | null;
  /** Only this rep may visit; null for any. */
  readonly requiredRep: RepId | null;
  /** This rep should visit; null for no preference. */
  readonly preferredRep: RepId | null;
  /** The part of the territory that the customer lies in; null where there are no parts. */
  readonly area: string | null;
  /** The visit line that the planner put the customer on; null for none. */
  readonly line: string | null;
  /** Modes by which this customer can be reached; null for all. */
  readonly allowedModes: readonly string[] | null;
  /** Whether a bus passes the customer. */
  readonly busServed: boolean;
}
