import type { CompanionId, ContactId, CustomerId, RepId, RequestId } from '../kernel/ids.ts';
import type { Seconds } from '../kernel/units.ts';
import type { Text } from '../kernel/text.ts';
import type { Day, DayRange, IfNonWorking } from './calendar.ts';
import type { Audience, VisitKind } from './policy.ts';

/** The origin of a request. `ad-hoc` is work that arises on the day and uses the reserve. */
export type RequestSource = 'follow-up' | 'complaint' | 'promise' | 'order' | 'campaign' | 'new-customer' | 'ad-hoc';

/** A time agreed on with the customer. The rep is there early, which is part of the visit. */
export interface Appointment {
  readonly day: Day;
  /** Null for any time at which the customer is open. */
  readonly at: Seconds | null;
  /** The end of the time in which the visit lies, where it has a choice: between 10:00 and 12:00. Absent for a visit at one time. */
  readonly until?: Seconds;
  /** How much earlier than that the rep is there. */
  readonly early: Seconds;
  /** The longest wait before that; null for no limit. */
  readonly mostWait: Seconds | null;
}

/** A one-off reason to visit or to call. */
export interface VisitRequest {
  readonly id: RequestId;
  readonly customer: CustomerId;
  /** The person to meet; null for any. */
  readonly contact: ContactId | null;
  readonly kind: VisitKind;
  readonly source: RequestSource;
  /** The planner's words for it; may be empty. */
  readonly purpose: string;
  /** From the first possible day to the deadline. An overdue request stays due until it is done. */
  readonly due: DayRange;
  /** How a due window without working days moves. */
  readonly ifNonWorking: IfNonWorking;
  /** Whether it is required by its deadline; otherwise it is optional, by its weight. */
  readonly required: boolean;
  /** How many times the usual price leaving it out costs: 1 for the price of any visit, 2 for twice as much. */
  readonly weight: number;
  /** Time of the visit where it differs from the customer's; null for the customer's. */
  readonly dwell: Seconds | null;
  /** The rep who must make the visit; null for any who may. */
  readonly rep: RepId | null;
  /** The companion; null for the customer's own, if it has one. */
  readonly companion: CompanionId | null;
  /** Null for no appointment. */
  readonly appointment: Appointment | null;
}

/** What a request is for; null where nobody wrote it down. A follow-up is for itself. */
export function purposeOf({ purpose, source }: Pick<VisitRequest, 'purpose' | 'source'>): Text | null {
  if (purpose !== '') return { en: purpose, zh: purpose };
  return source === 'follow-up' ? FOLLOW_UP : null;
}

/** The purpose of a follow-up without words of its own. */
export const FOLLOW_UP: Text = { en: 'Follow-up', zh: '后续跟进' };

/** Whether a request comes from the report of a past visit: nobody gave it its id, so it says nothing to a planner. */
export const isFromReport = (id: string): boolean => /^(?:follow-up|after-missed)-/u.test(id);

/** An event with a date, such as a festival or a product launch: customers are visited or called some days before. */
export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly day: Day;
  /** Each customer has its visit or call between the most and the least of these calendar days before the day. */
  readonly leadDays: { readonly least: number; readonly most: number };
  readonly ifNonWorking: IfNonWorking;
  readonly kind: VisitKind;
  readonly audience: Audience;
  readonly required: boolean;
  readonly weight: number;
  /** Time of each visit or call; null for the customer's. */
  readonly dwell: Seconds | null;
}
