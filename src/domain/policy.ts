import type { ParamValue } from '../kernel/params.ts';
import type { Text } from '../kernel/text.ts';
import type { Seconds } from '../kernel/units.ts';
import type { Weekday } from './calendar.ts';
import type { Setting } from './customer.ts';
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

/** Of what a visit is one. Only `ordinary` and `return` are planned so far. */
export type VisitKind = 'return' | 'ordinary' | 'walk-in' | 'call' | 'manager';
/** A calendar month, a week from Monday, or n weeks or days counted from Monday 2024-01-01. */
export type Cycle = { readonly every: 'month' } | { readonly every: 'days'; readonly length: number };

/**
 * How often customers are visited. A customer takes, for each kind, the first frequency of the
 * policy's list that fits its tier, tags and status.
 */
export interface Frequency {
  readonly id: string;
  readonly kind: VisitKind;
  /** Whom it is for; an empty list asks nothing. A customer fits when all three do. */
  readonly tiers: readonly string[];
  readonly tags: readonly string[];
  readonly statuses: readonly string[];
  /** Visits wanted in one cycle. */
  readonly count: { readonly bound: 'atLeast' | 'exactly' | 'atMost'; readonly visits: number };
  readonly cycle: Cycle;
  /** Fewest calendar days from one visit to the next. */
  readonly minGapDays: number;
  /** Most calendar days from one visit to the next; null for no such limit. */
  readonly maxGapDays: number | null;
  /** Kinds of visits that count here besides its own. */
  readonly countsAlso: readonly VisitKind[];
  readonly tag: Tag;
}

/** When a duty falls due. A date that is no working day moves as `ifNonWorking` says. */
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
  readonly ifNonWorking: 'next' | 'previous' | 'skip';
  readonly from: Seconds;
  /** End of the duty; the end of the shift where that is earlier. */
  readonly until: Seconds;
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

/** When a plan is due, for people; nothing is computed from it yet. */
export interface PlanningDeadline {
  readonly plan: 'month' | 'week' | 'day';
  readonly due: Text;
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
  /** Hours of customers whose own are unknown, by setting. */
  readonly defaultHours: Readonly<Record<Setting, VisitingHours>>;
}

/** What duties and breaks are called, by id. */
export const titlesOf = ({ duties, breaks }: Policy): ReadonlyMap<string, Text> =>
  new Map([...duties, ...breaks].map(({ id, title }) => [id, title]));
