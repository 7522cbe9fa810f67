import type { RepId, VisitId } from '../kernel/ids.ts';
import type { Text } from '../kernel/text.ts';
import type { Seconds } from '../kernel/units.ts';
import { type Day, type DayRange, addDays } from './calendar.ts';
import type { Commitment } from './commitment.ts';
import type { Companion, Contact } from './contact.ts';
import type { Customer } from './customer.ts';
import type { Frequency, VisitKind } from './policy.ts';
import { type Appointment, type VisitRequest, purposeOf } from './request.ts';

/** One occurrence that is due. */
export interface Visit {
  readonly id: VisitId;
  /** Days on which it may fall: its cycle, or the due window of its request, within the horizon. */
  readonly days: DayRange;
  /** Whether the pace, the longest gap or a deadline requires it. Otherwise it is optional, by its weight. */
  readonly required: boolean;
  /**
   * For optional visits how far the customer is behind its pace, 0 … 1, times the weight of a request. For
   * required ones how many times the usual price leaving them out costs: 1 unless a request has another weight.
   */
  readonly weight: number;
}

/** Weight of a visit that is not behind its pace: it may be pulled forward, but need not. */
export const PULLED_FORWARD = 0.05;

/** Whether a visit is required or behind its pace. Others could be pulled forward, and nobody misses them. */
export const isWanted = ({ required, weight }: Pick<Visit, 'required' | 'weight'>): boolean => required || weight > PULLED_FORWARD;

/** The reason for visits: a frequency of the policy, or a request, which others may join. */
export type VisitOrigin =
  | { readonly by: 'frequency'; readonly frequency: Frequency }
  | { readonly by: 'request'; readonly request: VisitRequest };

/** A time of one day. */
export interface FixedTime {
  readonly day: Day;
  readonly from: Seconds;
  readonly until: Seconds;
  /** The rep whom a manager joins at this time. Null for an appointment. */
  readonly with: RepId | null;
}

/**
 * The visits of one customer, and one contact where that matters, under one frequency or request over the
 * horizon, required ones first within each cycle. Visits of one cycle differ only in the
 * price of leaving them out.
 */
export interface VisitSeries {
  readonly customer: Customer;
  readonly kind: VisitKind;
  /** The person to meet; null for any. */
  readonly contact: Contact | null;
  readonly origin: VisitOrigin;
  /** The requests that its visit answers, all of them at once; none for the visits of a frequency. */
  readonly answers: readonly VisitRequest[];
  /** The frequencies whose visits these are, or in whose place they are made; none for a request alone. */
  readonly frequencies: readonly Frequency[];
  /** The reps who may make these visits by role, post and superior, in the territory's order. */
  readonly makers: readonly RepId[];
  /** The companion, who has to have time; null for none. */
  readonly companion: Companion | null;
  /** The only times at which its visits may be; null for any time in the visiting hours. */
  readonly times: readonly FixedTime[] | null;
  /** Days of the horizon that earlier plans gave to its visits, in order. */
  readonly commitments: readonly Commitment[];
  /** Time at the customer, being early for an appointment included. */
  readonly dwell: Seconds;
  /** The last counted visit before the horizon; null when there is none. */
  readonly lastVisit: Day | null;
  readonly visits: readonly Visit[];
}

/** The least and the most days between two visits of a series. A request has no limits. */
export function gapsOf({ origin }: Pick<VisitSeries, 'origin'>): Pick<Frequency, 'minGapDays' | 'maxGapDays'> {
  return origin.by === 'frequency' ? origin.frequency : { minGapDays: 0, maxGapDays: null };
}

/** What the visits of a series are for: the requests that they answer, then their frequencies. Needs without a purpose are left out. */
export const purposesOf = ({ answers, frequencies }: Pick<VisitSeries, 'answers' | 'frequencies'>): readonly Text[] => [
  ...answers.map(purposeOf).filter((purpose) => purpose !== null),
  ...frequencies.flatMap(({ purpose }) => (purpose === null ? [] : [purpose])),
];

/** Most days that the frequencies of a series allow from one visit to the next; null for no limit. */
export function longestGapOf({ frequencies }: Pick<VisitSeries, 'frequencies'>): number | null {
  const limits = frequencies.flatMap(({ maxGapDays }) => (maxGapDays === null ? [] : [maxGapDays]));
  return limits.length === 0 ? null : Math.min(...limits);
}

/** The kinds of past visits that count for a series. */
export const kindsCounted = ({ kind, origin }: Pick<VisitSeries, 'kind' | 'origin'>): readonly VisitKind[] =>
  origin.by === 'frequency' ? [kind, ...origin.frequency.countsAlso] : [kind];

/** The deadline of the first visit that a customer gets in its present status; null when there is none. */
export function firstVisitBy(
  { firstWithinDays }: Pick<Frequency, 'firstWithinDays'>,
  { since }: Customer,
  lastVisit: Day | null,
): Day | null {
  if (since === null || firstWithinDays === null || (lastVisit !== null && lastVisit >= since)) return null;
  return addDays(since, firstWithinDays);
}

/** The appointment of a series' visit in the horizon; null for none. */
export const appointmentOf = ({ origin, times }: Pick<VisitSeries, 'origin' | 'times'>): Appointment | null =>
  origin.by === 'request' && times !== null ? origin.request.appointment : null;
