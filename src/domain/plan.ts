import type { CustomerId, RepId, VisitId } from '../kernel/ids.ts';
import type { Sentence } from '../kernel/text.ts';
import type { Metres, Seconds } from '../kernel/units.ts';
import type { Day, DayRange } from './calendar.ts';
import type { Location } from './customer.ts';

/** A visit on a rep's day. Waiting is the time from arrival to start that no break fills. */
export interface VisitStop {
  readonly type: 'visit';
  readonly visit: VisitId;
  readonly customer: CustomerId;
  readonly required: boolean;
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

/** What fills a rep's day, in order of time. */
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
  /** Where the time comes from: `estimate`, or the name of a road engine. */
  readonly source: string;
}

/** One rep's day. Times are clock times. A day without visits holds duties at most. */
export interface PlannedDay {
  readonly rep: RepId;
  readonly day: Day;
  /** The own vehicle for the day, or null where each leg has a free mode. */
  readonly vehicle: string | null;
  readonly stops: readonly Stop[];
  /** In order; one for each change of place. */
  readonly legs: readonly Leg[];
}

/** A due visit that found no place, with the rules that kept it out. */
export interface UnservedVisit {
  readonly visit: VisitId;
  readonly customer: CustomerId;
  readonly required: boolean;
  readonly price: Seconds;
  readonly reasons: readonly Reason[];
}

/** Why a visit is out: a rule's id, and its sentence to be told in any language. */
export interface Reason {
  readonly rule: string;
  readonly sentence: Sentence;
}

/** What the plan costs, in seconds of working time (DESIGN: travel, waiting, prices). */
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
