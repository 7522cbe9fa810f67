import type { ParamValue } from '../kernel/params.ts';
import type { Text } from '../kernel/text.ts';
import type { Seconds } from '../kernel/units.ts';
import type { IfNonWorking, Weekday } from './calendar.ts';
import type { Fare } from './fare.ts';
import type { Customer, CustomerStatus, Setting } from './customer.ts';
import type { VisitingHours } from './visiting-hours.ts';

/** Whether the source states a rule, it follows from the source, or a product needs it. */
export type Tag = 'stated' | 'inferred' | 'added';

/** A class of customers. */
export interface Tier {
  readonly id: string;
  /** Time at the customer, from door to door, unless the customer has its own. */
  readonly dwell: Seconds;
  /** Price of leaving a required visit out, in working time. */
  readonly unserved: Seconds;
}

/**
 * Of what a visit is one. A `call` is made by telephone, without a way. `manager` and `inspection` are visits of
 * managers: their own, and unannounced ones that check on reps.
 */
export type VisitKind = 'return' | 'ordinary' | 'walk-in' | 'call' | 'manager' | 'inspection';

/** Which customers something is for. A customer fits when all three do; an empty list of tiers or tags asks nothing. */
export interface Audience {
  readonly tiers: readonly string[];
  /** Any of these. */
  readonly tags: readonly string[];
  /** Empty for new and retained customers; potential and lost ones must be named. */
  readonly statuses: readonly CustomerStatus[];
  /** Role of the person who is met, such as `leader`; null for whoever is there. */
  readonly contact: string | null;
}

/** A calendar month, a week from Monday, or n weeks or days counted from Monday 2024-01-01. */
export type Cycle = { readonly every: 'month' } | { readonly every: 'days'; readonly length: number };

/**
 * How often customers are visited. A customer takes, for each kind and each role of contacts, the first
 * frequency of the policy's list that fits it and that somebody can keep.
 */
export interface Frequency extends Audience {
  readonly id: string;
  readonly kind: VisitKind;
  /** Posts of those who make these visits; empty for managers where the kind is theirs, and for reps where not. */
  readonly posts: readonly string[];
  /** Visits wanted in one cycle. */
  readonly count: { readonly bound: 'atLeast' | 'exactly' | 'atMost'; readonly visits: number };
  readonly cycle: Cycle;
  /** Fewest calendar days from one visit to the next. */
  readonly minGapDays: number;
  /** Most calendar days from one visit to the next; null for no such limit. */
  readonly maxGapDays: number | null;
  /** Kinds of visits that count here besides its own. */
  readonly countsAlso: readonly VisitKind[];
  /** A customer that was not seen since it has its status is due within so many days of that; null for no such deadline. */
  readonly firstWithinDays: number | null;
  /** Time of one visit or call; null for the customer's own, or else its tier's. */
  readonly dwell: Seconds | null;
  /** Only so many customers in a cycle, drawn by lot; null for all that fit. */
  readonly sample: number | null;
  /** Made together with a visit of a rep, at the rep's time. */
  readonly joint: boolean;
  readonly tag: Tag;
}

/** What most frequencies leave open: anybody is met, for the usual time, by whoever the kind of visit is for. */
export const plainFrequency = {
  statuses: [],
  contact: null,
  posts: [],
  countsAlso: [],
  firstWithinDays: null,
  dwell: null,
  sample: null,
  joint: false,
} as const satisfies Partial<Frequency>;

/** Whether a customer is among those that something is for, its contacts aside. */
export function isFor({ tiers, tags, statuses }: Audience, { tier, tags: own, status }: Customer): boolean {
  const byTier = tiers.length === 0 || tiers.includes(tier);
  const byTag = tags.length === 0 || tags.some((tag) => own.includes(tag));
  const byStatus = statuses.length === 0 ? status === 'new' || status === 'retained' : statuses.includes(status);
  return byTier && byTag && byStatus;
}

/** When a duty falls due. What becomes of a date that is no working day, `ifNonWorking` says. */
export type DutyDays =
  | { readonly on: 'every-day' }
  | { readonly on: 'weekdays'; readonly weekdays: readonly Weekday[] }
  | { readonly on: 'day-of-month'; readonly day: number }
  | { readonly on: 'last-working-day' };

/** Office work at a fixed time, at the place where the rep's day starts. */
export interface Duty {
  readonly id: string;
  readonly title: Text;
  readonly days: DutyDays;
  /** `keep`: done on its date even where a rep is off, who then works for such duties alone. Only leave lets off. */
  readonly ifNonWorking: IfNonWorking | 'keep';
  readonly from: Seconds;
  /** End of the duty; the end of the shift where that is earlier. */
  readonly until: Seconds;
  /** Where the duty is for calling the day's customers ahead: the time of each call. */
  readonly callsAhead?: Seconds | undefined;
  readonly tag: Tag;
}

/** A pause that starts between two clock times, wherever the rep then is; it never interrupts a visit. */
export interface Break {
  readonly id: string;
  readonly title: Text;
  readonly earliest: Seconds;
  readonly latest: Seconds;
  readonly length: Seconds;
  readonly tag: Tag;
}

/** A rule as one policy uses it. */
export interface RuleInstance {
  /** The rule's id, which is its path: `leg/walk-limit`. */
  readonly rule: string;
  /** `must` is never broken; a number is the price of one unit of breaking it, in seconds of working time. */
  readonly price: 'must' | number;
  readonly params: Readonly<Record<string, ParamValue>>;
  readonly tag: Tag;
}

/** A time before a plan begins. */
export interface DeadlineTime {
  /** Working days before the plan's first working day; 0 for that day itself. */
  readonly workingDaysBefore: number;
  /** A clock time; null for the end of the rep's shift. */
  readonly clock: Seconds | null;
  /** How long before that. */
  readonly before: Seconds;
}

/** The plans of a rep: each day's refines its week's, each week's its month's. */
export type PlanSpan = 'month' | 'week' | 'day';

/** When a plan is due. */
export interface PlanningDeadline {
  readonly plan: PlanSpan;
  /** For people. */
  readonly due: Text;
  /** The same to reckon with; null where the words alone say it. */
  readonly by: DeadlineTime | null;
  readonly tag: Tag;
}

/** A company's rules as versioned data. */
export interface Policy {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  /** Where the rules come from. */
  readonly source: string;
  readonly tiers: readonly Tier[];
  readonly frequencies: readonly Frequency[];
  readonly duties: readonly Duty[];
  readonly breaks: readonly Break[];
  readonly rules: readonly RuleInstance[];
  readonly deadlines: readonly PlanningDeadline[];
  /** Modes that reps may use, by mode id. */
  readonly modes: readonly string[];
  /** What rides cost; modes without a fare cost nothing. */
  readonly fares: readonly Fare[];
  /** Hours of customers whose own are unknown, by setting. */
  readonly defaultHours: Readonly<Record<Setting, VisitingHours>>;
}

/** What duties and breaks are called, by id. */
export const titlesOf = ({ duties, breaks }: Policy): ReadonlyMap<string, Text> =>
  new Map([...duties, ...breaks].map(({ id, title }) => [id, title]));
