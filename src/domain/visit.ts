import type { RepId, VisitId } from '../kernel/ids.ts';
import type { Seconds } from '../kernel/units.ts';
import { type Day, type DayRange, addDays } from './calendar.ts';
import type { Commitment } from './commitment.ts';
import type { Companion, Contact } from './contact.ts';
import type { Customer } from './customer.ts';
import type { Frequency, VisitKind } from './policy.ts';
import type { Appointment, VisitRequest } from './request.ts';

/** One occurrence that is due. */
export interface Visit {
  readonly id: VisitId;
  /** Days on which it may fall: its cycle, or the due window of its request, within the horizon. */
  readonly days: DayRange;
  /** Required by the pace, the longest gap or a deadline; otherwise wanted, as its weight says. */
  readonly required: boolean;
  /**
   * For optional visits how far the customer is behind its pace, 0 … 1, times the weight of a request. For
   * required ones how many times the usual price leaving them out costs: 1, but for requests that say otherwise.
   */
  readonly weight: number;
}

/** What asks for visits: a frequency of the policy, or a single request. */
export type Asking =
  | { readonly by: 'frequency'; readonly frequency: Frequency }
  | { readonly by: 'request'; readonly request: VisitRequest };

/** A stretch of one day. */
export interface FixedTime {
  readonly day: Day;
  readonly from: Seconds;
  readonly until: Seconds;
  /** Whose time it is: the rep whom a manager joins. Null for an appointment. */
  readonly with: RepId | null;
}

/**
 * The visits of one customer, and one contact where that matters, under one frequency or request over the
 * horizon, required ones first within each cycle. Visits of one cycle are interchangeable but for what
 * leaving them out costs.
 */
export interface VisitSeries {
  readonly customer: Customer;
  readonly kind: VisitKind;
  /** Who has to be met; null for whoever is there. */
  readonly contact: Contact | null;
  readonly asked: Asking;
  /** Who may make these visits as far as role, post and superiors go, in the territory's order. */
  readonly makers: readonly RepId[];
  /** Who leads the rep there and has to have time; null for nobody. */
  readonly companion: Companion | null;
  /** The only times at which its visits may be; null for any time that the customer welcomes. */
  readonly times: readonly FixedTime[] | null;
  /** Days of the horizon that earlier plans gave to its visits, in order. */
  readonly commitments: readonly Commitment[];
  /** Time at the customer, with what an appointment is kept early by. */
  readonly dwell: Seconds;
  /** The last counted visit before the horizon; null when there is none. */
  readonly lastVisit: Day | null;
  readonly visits: readonly Visit[];
}

/** How many days a series' visits are to be apart. A request asks nothing of the days before and after. */
export function gapsOf({ asked }: Pick<VisitSeries, 'asked'>): Pick<Frequency, 'minGapDays' | 'maxGapDays'> {
  return asked.by === 'frequency' ? asked.frequency : { minGapDays: 0, maxGapDays: null };
}

/** The kinds of past visits that count for a series. */
export const kindsCounted = ({ kind, asked }: Pick<VisitSeries, 'kind' | 'asked'>): readonly VisitKind[] =>
  asked.by === 'frequency' ? [kind, ...asked.frequency.countsAlso] : [kind];

/** The day by which a customer has to be seen that was not seen since it has its status; null when there is none. */
export function firstVisitBy(
  { firstWithinDays }: Pick<Frequency, 'firstWithinDays'>,
  { since }: Customer,
  lastVisit: Day | null,
): Day | null {
  if (since === null || firstWithinDays === null || (lastVisit !== null && lastVisit >= since)) return null;
  return addDays(since, firstWithinDays);
}

/** The appointment that a series' visit keeps in the horizon; null for none. */
export const appointmentOf = ({ asked, times }: Pick<VisitSeries, 'asked' | 'times'>): Appointment | null =>
  asked.by === 'request' && times !== null ? asked.request.appointment : null;
