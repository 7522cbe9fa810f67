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

/** Town or country: speeds, detours and least visits differ. */
export type Setting = 'town' | 'country';
/** The customer's status with the company. */
export type CustomerStatus = 'potential' | 'new' | 'retained' | 'lost';

/** How clear a customer's intent to buy is. */
export type Intent = 'unknown' | 'vague' | 'clear';

/** A person or company that reps visit. */
export interface Customer {
  readonly id: CustomerId;
  readonly name: string;
  readonly location: Location;
  readonly setting: Setting;
  /** A tier of the policy, such as `A`. */
  readonly tier: string;
  readonly status: CustomerStatus;
  /** The first day of the status, such as the day on which the customer was won; null when it is unknown. */
  readonly since: Day | null;
  readonly intent: Intent;
  /** Free words that policies refer to, such as `collection-point`. */
  readonly tags: readonly string[];
  /** Time at this customer where it differs from the tier's; null for the tier's. */
  readonly dwell: Seconds | null;
  /** The visiting hours; null when they are unknown, and then the policy's default holds. */
  readonly hours: VisitingHours | null;
  readonly closedDays: readonly Day[];
  /** The people to meet there; empty when no names are known. */
  readonly contacts: readonly Contact[];
  /** The weekday on which the customer orders; null when it has none. */
  readonly orderWeekday: Weekday | null;
  /** The companion, such as the salesman of its dealer; null where the rep comes alone. */
  readonly companion: CompanionId | null;
  /** Only this rep may visit; null for any. */
  readonly requiredRep: RepId | null;
  /** This rep should visit; null for no preference. */
  readonly preferredRep: RepId | null;
  /** The area of the customer; null for none. */
  readonly area: string | null;
  /** The customer's visit line; null for none. */
  readonly line: string | null;
  /** Modes by which this customer can be reached; null for all. */
  readonly allowedModes: readonly string[] | null;
  /** Whether a bus passes the customer. */
  readonly busServed: boolean;
}
