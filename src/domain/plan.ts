import type { ContactId, CustomerId, RepId, RequestId, VisitId } from '../kernel/ids.ts';
import type { Text } from '../kernel/text.ts';
import type { Metres, Seconds } from '../kernel/units.ts';
import type { Day, DayRange } from './calendar.ts';
import type { Commitment, Firmness } from './commitment.ts';
import type { Location } from './customer.ts';
import type { Payment } from './fare.ts';
import type { VisitKind } from './policy.ts';
import type { PastVisit } from './territory.ts';
import type { Need, Reason } from './unserved/unserved.ts';
import { type Visit, type VisitSeries, longestGapOf, purposesOf } from './visit.ts';

/** The facts about a due visit in a plan, served or not. */
export interface VisitFacts {
  readonly visit: VisitId;
  readonly customer: CustomerId;
  readonly kind: VisitKind;
  /** The person to meet; null for any. */
  readonly contact: ContactId | null;
  /** The requests that it answers; none for a visit of a frequency alone. */
  readonly answers: readonly Answer[];
  readonly required: boolean;
  /** What it is for: the purposes of the frequency and the requests that it answers. */
  readonly purposes: readonly Text[];
  /** Most days from one such visit to the next; null for no such limit. */
  readonly maxGapDays: number | null;
}

/** A request that a visit answers. */
export interface Answer {
  readonly request: RequestId;
  /** The planner's words for it; may be empty. */
  readonly purpose: string;
}

/** The facts about one of a series' visits. */
export const visitFactsOf = (series: VisitSeries, { id, required }: Visit): VisitFacts => ({
  visit: id,
  customer: series.customer.id,
  kind: series.kind,
  contact: series.contact?.id ?? null,
  answers: series.answers.map(({ id: request, purpose }) => ({ request, purpose })),
  required,
  purposes: purposesOf(series),
  maxGapDays: longestGapOf(series),
});

/** A visit on a rep's day. Waiting is the time from arrival to start, without breaks. */
export interface VisitStop extends VisitFacts {
  readonly type: 'visit';
  readonly location: Location;
  readonly arrival: Seconds;
  readonly start: Seconds;
  readonly end: Seconds;
}

/** Office work; `location` is where the rep's day starts. */
export interface DutyStop {
  readonly type: 'duty';
  readonly duty: string;
  readonly location: Location;
  readonly arrival: Seconds;
  readonly start: Seconds;
  readonly end: Seconds;
}

/** A pause; it may fall within the leg from one stop to the next. */
export interface BreakStop {
  readonly type: 'break';
  readonly break: string;
  readonly start: Seconds;
  readonly end: Seconds;
}

/** A telephone call, made in free time: while waiting, before setting out or after the return. */
export interface CallStop extends VisitFacts {
  readonly type: 'call';
  readonly start: Seconds;
  readonly end: Seconds;
}

/** A part of a rep's day in the field or at the office; calls are made in between. */
export type Stop = VisitStop | DutyStop | BreakStop;

/** Moving from one stop to the next by one mode; a break may lie within it. */
export interface Leg {
  readonly mode: string;
  readonly from: Location;
  readonly to: Location;
  readonly depart: Seconds;
  readonly arrive: Seconds;
  /** Travel alone, without breaks. */
  readonly travel: Seconds;
  readonly distance: Metres;
  /** The fare of the ride; null where nothing is paid. */
  readonly fare: Payment | null;
  /** Where the time comes from: `estimate`, or the name of a road engine. */
  readonly source: string;
  /** The place of the day's own vehicle during a leg without it; null on legs with it, and on days without one. */
  readonly parked: Location | null;
  /** A mode that would cost less in time and fare on this leg alone, and the reason against it; null where none would. */
  readonly cheaper: CheaperMode | null;
}

/** The reason why a leg does not use the mode that costs least on it alone. */
export interface CheaperMode {
  readonly mode: string;
  /** `vehicle`: it stands elsewhere, or is needed at the next stop; `late`: the day would break a window or limit; `day`: the day as a whole would cost more. */
  readonly because: 'vehicle' | 'late' | 'day';
}

/** One rep's day. Times are clock times. A day without visits holds duties at most. */
export interface PlannedDay {
  readonly rep: RepId;
  readonly day: Day;
  /** The own vehicle of the day; null for none. */
  readonly vehicle: string | null;
  readonly stops: readonly Stop[];
  /** In order; one for each change of place. */
  readonly legs: readonly Leg[];
  /** In order of time. */
  readonly calls: readonly CallStop[];
}

/** A due visit or call without a place in the plan, and why. */
export interface UnservedVisit extends VisitFacts {
  readonly need: Need;
  readonly price: Seconds;
  /** One reason; empty while it is not explained yet. */
  readonly reasons: readonly Reason[];
}

/** The cost of a plan in seconds of working time: travel, waiting and prices. */
export interface PlanCost {
  readonly total: number;
  readonly travel: number;
  readonly waiting: number;
  /** Priced rule breaks and unserved visits by rule id; ids without cost are left out. */
  readonly byRule: Readonly<Record<string, number>>;
}

/** A plan: each rep's visits by day, in order, with times and transport, and the visits left out. */
export interface Plan {
  readonly territory: string;
  readonly policy: { readonly id: string; readonly version: string };
  readonly horizon: DayRange;
  readonly timeZone: string;
  /** Every rep on every day that the rep works, by rep and day. */
  readonly days: readonly PlannedDay[];
  /** All due visits and calls without a place, also those that could be pulled forward. */
  readonly unserved: readonly UnservedVisit[];
}

/** The days that a plan gives to its visits, as commitments for the next planning, one for each request; times are left open. */
export const commitmentsOf = ({ days }: Pick<Plan, 'days'>, firmness: Firmness): readonly Commitment[] =>
  days.flatMap(({ rep, day, stops }) =>
    stops.flatMap((stop) => {
      if (stop.type !== 'visit') return [];
      const { customer, contact, kind, answers } = stop;
      const requests = answers.length === 0 ? [null] : answers.map(({ request }) => request);
      return requests.map((request): Commitment => ({ customer, contact, kind, request, day, rep, at: null, firmness }));
    }),
  );

/** The past visits and calls after a plan has been carried out, by rep and day. */
export const pastVisitsOf = ({ days }: Pick<Plan, 'days'>): readonly PastVisit[] =>
  days.flatMap(({ rep, day, stops, calls }) =>
    [...stops.filter((stop) => stop.type === 'visit'), ...calls].map(({ customer, kind, contact, answers }) => ({
      customer,
      day,
      kind,
      rep,
      contact,
      requests: answers.map(({ request }) => request),
      followUp: null,
    })),
  );
