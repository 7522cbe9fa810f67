import type { ContactId, CustomerId, RepId, RequestId, VisitId } from '../kernel/ids.ts';
import type { Sentence } from '../kernel/text.ts';
import type { Metres, Seconds } from '../kernel/units.ts';
import type { Day, DayRange } from './calendar.ts';
import type { Commitment, Firmness } from './commitment.ts';
import type { Location } from './customer.ts';
import type { Payment } from './fare.ts';
import type { VisitKind } from './policy.ts';
import type { PastVisit } from './territory.ts';
import type { Visit, VisitSeries } from './visit.ts';

/** What a plan tells of a due visit, whether it found a place or not. */
export interface VisitFacts {
  readonly visit: VisitId;
  readonly customer: CustomerId;
  readonly kind: VisitKind;
  /** Who has to be met; null for whoever is there. */
  readonly contact: ContactId | null;
  /** The request that asks for it; null where a frequency does. */
  readonly request: RequestId | null;
  readonly required: boolean;
}

/** What a plan tells of one of a series' visits. */
export const visitFactsOf = ({ customer, kind, contact, asked }: VisitSeries, { id, required }: Visit): VisitFacts => ({
  visit: id,
  customer: customer.id,
  kind,
  contact: contact?.id ?? null,
  request: asked.by === 'request' ? asked.request.id : null,
  required,
});

/** A visit on a rep's day. Waiting is the time from arrival to start that no break fills. */
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

/** A pause; it may fall on the way from one stop to the next. */
export interface BreakStop {
  readonly type: 'break';
  readonly break: string;
  readonly start: Seconds;
  readonly end: Seconds;
}

/** A telephone call, made in time that is free: while waiting, before setting out or back from the field. */
export interface CallStop extends VisitFacts {
  readonly type: 'call';
  readonly start: Seconds;
  readonly end: Seconds;
}

/** What takes a rep's day in the field and at the office, in order of time; calls are made in between. */
export type Stop = VisitStop | DutyStop | BreakStop;

/** The way to a stop from the one before; a break may lie within it. */
export interface Leg {
  readonly mode: string;
  readonly from: Location;
  readonly to: Location;
  readonly depart: Seconds;
  readonly arrive: Seconds;
  /** Travel alone, without a break on the way. */
  readonly travel: Seconds;
  readonly distance: Metres;
  /** What the ride costs; null where nothing is paid. */
  readonly fare: Payment | null;
  /** Where the time comes from: `estimate`, or the name of a road engine. */
  readonly source: string;
  /** Where the day's own vehicle stands while this leg is made without it; null where it is ridden, or the day has none. */
  readonly parked: Location | null;
  /** A mode that would cost less in time and fare on this leg alone, and why it is not taken; null where none would. */
  readonly cheaper: CheaperMode | null;
}

/** Why a leg does not go by the mode that costs least on it alone. */
export interface CheaperMode {
  readonly mode: string;
  /** `vehicle`: it stands elsewhere, or is wanted at the next stop; `late`: the day would break a window or limit; `day`: the day as a whole would cost more. */
  readonly because: 'vehicle' | 'late' | 'day';
}

/** One rep's day. Times are clock times. A day without visits holds duties at most. */
export interface PlannedDay {
  readonly rep: RepId;
  readonly day: Day;
  /** The own vehicle that is ridden on the day; null where none is. */
  readonly vehicle: string | null;
  readonly stops: readonly Stop[];
  /** In order; one for each change of place. */
  readonly legs: readonly Leg[];
  /** In order of time. */
  readonly calls: readonly CallStop[];
}

/** A due visit or call that found no place, with the rules that kept it out. */
export interface UnservedVisit extends VisitFacts {
  readonly price: Seconds;
  readonly reasons: readonly Reason[];
}

/** Why a visit is out: a rule's id, and its sentence to be told in any language. */
export interface Reason {
  readonly rule: string;
  readonly sentence: Sentence;
}

/** What the plan costs, in seconds of working time : travel, waiting and prices. */
export interface PlanCost {
  readonly total: number;
  readonly travel: number;
  readonly waiting: number;
  /** Priced rule breaks and unserved visits by rule id; ids without cost are left out. */
  readonly byRule: Readonly<Record<string, number>>;
}

/** Who visits whom, on which day, in which order, at what time and by what transport. */
export interface Plan {
  readonly territory: string;
  readonly policy: { readonly id: string; readonly version: string };
  readonly horizon: DayRange;
  readonly timeZone: string;
  /** Every rep on every day that the rep works, by rep and day. */
  readonly days: readonly PlannedDay[];
  readonly unserved: readonly UnservedVisit[];
}

/** The days that a plan gives to its visits, as commitments for whoever plans them again; times are left open. */
export const commitmentsOf = ({ days }: Pick<Plan, 'days'>, firmness: Firmness): readonly Commitment[] =>
  days.flatMap(({ rep, day, stops }) =>
    stops.flatMap((stop) => {
      if (stop.type !== 'visit') return [];
      const { customer, contact, kind, request } = stop;
      return [{ customer, contact, kind, request, day, rep, at: null, firmness }];
    }),
  );

/** What history will hold once a plan has been carried out, visits and calls, by rep and day. */
export const pastVisitsOf = ({ days }: Pick<Plan, 'days'>): readonly PastVisit[] =>
  days.flatMap(({ rep, day, stops, calls }) =>
    [...stops.filter((stop) => stop.type === 'visit'), ...calls].map(({ customer, kind, contact, request }) => ({
      customer,
      day,
      kind,
      rep,
      contact,
      request,
      followUp: null,
    })),
  );
