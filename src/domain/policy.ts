import type { ParamValue } from '../kernel/params.ts';
import type { Text } from '../kernel/text.ts';
import type { Seconds } from '../kernel/units.ts';
import type { IfNonWorking, Weekday } from './calendar.ts';
import type { Fare } from './fare.ts';
import type { Customer, CustomerStatus, Setting } from './customer.ts';
import type { VisitingHours } from './visiting-hours.ts';

/** How a part of a policy relates to its source: stated there, inferred from it, or added. */
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
 * The kind of a visit. A `call` is made by telephone, without travel. `manager` and `inspection` are visits of
 * managers: their own, and unannounced ones that check on reps.
 */
export type VisitKind = 'return' | 'ordinary' | 'walk-in' | 'call' | 'manager' | 'inspection';

/** The customers of a frequency or a campaign: those whose tier, tags and status all fit. An empty list of tiers or tags fits all. */
export interface Audience {
  readonly tiers: readonly string[];
  /** Any of these. */
  readonly tags: readonly string[];
  /** Empty for new and retained customers; potential and lost ones must be named. */
  readonly statuses: readonly CustomerStatus[];
  /** Role of the person to meet, such as `leader`; null for any. */
  readonly contact: string | null;
}

/** A calendar month, n months counted from January 2024, a week from Monday, or n weeks or days counted from Monday 2024-01-01. */
export type Cycle =
  | { readonly every: 'month' }
  | { readonly every: 'months'; readonly count: number }
  | { readonly every: 'days'; readonly length: number };

/** A call of the manager before a spot check, or instead of it. */
export interface TelephoneFirst {
  /** Time of the call. */
  readonly dwell: Seconds;
  /** Whether the call is the whole check, without a visit. */
  readonly instead: boolean;
}

/**
 * How often customers are visited. Of the policy's list, a customer has the first frequency of each kind and each role of
 * contacts that fits it and that a rep may keep.
 */
export interface Frequency extends Audience {
  readonly id: string;
  readonly kind: VisitKind;
  /** What these visits are for; null where the policy does not say. */
  readonly purpose: Text | null;
  /** Posts of the reps who make these visits; empty for managers where it is a managers' kind, and for reps otherwise. */
  readonly posts: readonly string[];
  /** The number of visits in one cycle. */
  readonly count: { readonly bound: 'atLeast' | 'exactly' | 'atMost'; readonly visits: number };
  readonly cycle: Cycle;
  /** Fewest calendar days from one visit to the next. */
  readonly minGapDays: number;
  /** Most calendar days from one visit to the next; null for no such limit. */
  readonly maxGapDays: number | null;
  /** Kinds of visits that count here besides its own. */
  readonly countsAlso: readonly VisitKind[];
  /** The days after the start of a status within which a customer has its first visit; null for no such deadline. */
  readonly firstWithinDays: number | null;
  /** Time of one visit or call; null for the customer's own, or else its tier's. */
  readonly dwell: Seconds | null;
  /** The number of customers in a cycle, drawn by lot; null for all that fit. */
  readonly sample: number | null;
  /** How spot checks begin with a call of the manager; null for visits without one. */
  readonly telephone: TelephoneFirst | null;
  /** Made together with a visit of a rep, at the rep's time. */
  readonly joint: boolean;
  readonly tag: Tag;
}

/** The usual values of a frequency: any contact, the usual time, and the usual makers of the kind. */
export const plainFrequency = {
  statuses: [],
  purpose: null,
  contact: null,
  posts: [],
  countsAlso: [],
  firstWithinDays: null,
  dwell: null,
  sample: null,
  telephone: null,
  joint: false,
} as const satisfies Partial<Frequency>;

/** Whether a customer belongs to an audience, apart from its contacts. */
export function isFor({ tiers, tags, statuses }: Audience, { tier, tags: own, status }: Customer): boolean {
  const byTier = tiers.length === 0 || tiers.includes(tier);
  const byTag = tags.length === 0 || tags.some((tag) => own.includes(tag));
  const byStatus = statuses.length === 0 ? status === 'new' || status === 'retained' : statuses.includes(status);
  return byTier && byTag && byStatus;
}

/** The days of a duty. `ifNonWorking` decides about dates that are no working days. */
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
  /** `keep`: done on its date even on a rep's day off, on which such duties are the only work; but not on leave. */
  readonly ifNonWorking: IfNonWorking | 'keep';
  readonly from: Seconds;
  /** End of the duty; the end of the shift where that is earlier. */
  readonly until: Seconds;
  /** The time of each call, in a duty for calling the day's customers ahead. */
  readonly callsAhead?: Seconds | undefined;
  readonly tag: Tag;
}

/** A pause that starts between two clock times, at any place; it never interrupts a visit. */
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

/** The plans of a rep: a day's plan refines that of its week, a week's that of its month. */
export type PlanSpan = 'month' | 'week' | 'day';

/** The deadline of a plan. */
export interface PlanningDeadline {
  readonly plan: PlanSpan;
  /** The deadline in words. */
  readonly due: Text;
  /** The same as a time; null where there are only words. */
  readonly by: DeadlineTime | null;
  readonly tag: Tag;
}

/** Something that reps bring to visits, such as a price list or samples. */
export interface Material {
  readonly id: string;
  readonly name: Text;
  /** Number of copies for one visit. */
  readonly copies: number;
  /** Tags of customers, any of these; empty for all customers. */
  readonly tags: readonly string[];
  /** Words in the purpose of a visit, any of these; empty for all visits. */
  readonly purposes: readonly string[];
  /** Kinds of visits; empty for all but spot checks. */
  readonly kinds: readonly VisitKind[];
  readonly tag: Tag;
}

/** A company's rules as versioned data. */
export interface Policy {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  /** The document that the rules come from. */
  readonly source: string;
  readonly tiers: readonly Tier[];
  readonly frequencies: readonly Frequency[];
  readonly duties: readonly Duty[];
  readonly breaks: readonly Break[];
  readonly rules: readonly RuleInstance[];
  readonly deadlines: readonly PlanningDeadline[];
  /** Time of a stop that meets several needs of a customer: as long as the longest of them, or all of them one after the other. */
  readonly joinedStay: 'longest' | 'sum';
  /** What reps bring to visits. */
  readonly materials: readonly Material[];
  /** Modes that reps may use, by mode id. */
  readonly modes: readonly string[];
  /** Modes without a fare cost nothing. */
  readonly fares: readonly Fare[];
  /** Hours of customers whose own are unknown, by setting. */
  readonly defaultHours: Readonly<Record<Setting, VisitingHours>>;
}

/** Most free stretches in a shift. */
export const MOST_FREE = 3;

/** The id and the title of the nth free stretch between two parts of a shift. Plans show it as a break. */
export const freeStretch = (n: number): { readonly id: string; readonly title: Text } => ({
  id: `free-stretch-${n}`,
  title: { en: 'Free', zh: '空闲' },
});

/** The titles of duties and breaks, by id. */
export const titlesOf = ({ duties, breaks }: Policy): ReadonlyMap<string, Text> =>
  new Map([...Array.from({ length: MOST_FREE }, (_, i) => freeStretch(i + 1)), ...duties, ...breaks].map(({ id, title }) => [id, title]));
