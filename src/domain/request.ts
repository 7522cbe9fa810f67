import type { CompanionId, ContactId, CustomerId, RepId, RequestId } from '../kernel/ids.ts';
import type { Seconds } from '../kernel/units.ts';
import type { Day, DayRange, IfNonWorking } from './calendar.ts';
import type { Audience, VisitKind } from './policy.ts';

/** Where a request comes from. `ad-hoc` is what comes up on the day and takes of the reserve. */
export type RequestSource = 'follow-up' | 'complaint' | 'promise' | 'order' | 'campaign' | 'new-customer' | 'ad-hoc';

/** A time agreed on with the customer. The rep is there early, and what that takes is part of the visit. */
export interface Appointment {
  readonly day: Day;
  readonly at: Seconds;
  /** How long before the time the rep is there. */
  readonly early: Seconds;
  /** Longest that the rep waits there besides; null for no limit. */
  readonly mostWait: Seconds | null;
}

/** A one-off reason to visit or to call. */
export interface VisitRequest {
  readonly id: RequestId;
  readonly customer: CustomerId;
  /** Who is to be met; null for whoever is there. */
  readonly contact: ContactId | null;
  readonly kind: VisitKind;
  readonly source: RequestSource;
  /** Why, in the planner's words; may be empty. */
  readonly purpose: string;
  /** From the first day that makes sense to the deadline. What is overdue stays due until it is done. */
  readonly due: DayRange;
  /** Where a due window without working days moves to. */
  readonly ifNonWorking: IfNonWorking;
  /** Required by its deadline; otherwise wanted, as its weight says. */
  readonly required: boolean;
  /** How many times the usual price leaving it out costs: 1 as any visit, 2 twice as much. */
  readonly weight: number;
  /** Time of the visit where it differs from the customer's; null for the customer's. */
  readonly dwell: Seconds | null;
  /** Who has to do it; null for whoever visits the customer. */
  readonly rep: RepId | null;
  /** Who leads the rep there; null for the customer's own companion, if it has one. */
  readonly companion: CompanionId | null;
  /** Null when no time is agreed on. */
  readonly appointment: Appointment | null;
}

/** Something with a date for which customers are visited or called some days before, such as a festival or a product launch. */
export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly day: Day;
  /** Each customer is told between the most and the least of these calendar days before the day. */
  readonly leadDays: { readonly least: number; readonly most: number };
  readonly ifNonWorking: IfNonWorking;
  readonly kind: VisitKind;
  readonly audience: Audience;
  readonly required: boolean;
  readonly weight: number;
  /** Time of each visit or call; null for the customer's. */
  readonly dwell: Seconds | null;
}
