import type { RepId } from '../../kernel/ids.ts';
import type { Text } from '../../kernel/text.ts';
import type { Metres, Seconds } from '../../kernel/units.ts';
import type { Day } from '../calendar.ts';
import type { ForgottenCustomer } from './forgotten-customers.ts';

/** The work of some rep-days together. */
export interface WorkKpis {
  readonly visits: number;
  readonly requiredVisits: number;
  readonly optionalVisits: number;
  /** Different customers visited. */
  readonly customers: number;
  /** Telephone calls made. */
  readonly calls: number;
  readonly travel: Seconds;
  readonly distance: Metres;
  /** Field time spent neither with customers nor travelling, on a break or on a duty, until the rep is back. */
  readonly waiting: Seconds;
  /** Time with customers. */
  readonly dwell: Seconds;
  /** Time for visits and travel, days without visits included. */
  readonly fieldTime: Seconds;
  /** Travel and dwell as a share of the field time, in percent with one decimal; 0 where there is no field time. */
  readonly fieldUsed: number;
  /** The earliest start of a day's first visit, a clock time; null without visits. */
  readonly firstStart: Seconds | null;
  /** The latest return from a day's last visit, a clock time; null without visits. */
  readonly lastEnd: Seconds | null;
}

/** One rep on one day. */
export interface RepDayKpis extends WorkKpis {
  readonly rep: RepId;
  readonly day: Day;
  /** Why the day has neither visits nor calls; null where it has any. */
  readonly idle: Text | null;
}

/** One rep over the plan. */
export interface RepKpis extends WorkKpis {
  readonly rep: RepId;
  /** Days that the rep works. */
  readonly days: number;
}

/** All reps on one day. */
export interface DayKpis extends WorkKpis {
  readonly day: Day;
  /** Reps who work that day. */
  readonly reps: number;
}

/** Visits left out, by need. Only the first two are unserved. */
export interface LeftOutKpis {
  readonly requiredUnserved: number;
  /** Optional visits of customers who are behind their pace. */
  readonly behindPaceUnserved: number;
  /** Optional visits without which nobody is behind. */
  readonly couldBePulledForward: number;
}

/** The customers of one tier. */
export interface TierKpis extends LeftOutKpis {
  readonly tier: string;
  /** Customers of the tier, and those of them with a visit in the plan. */
  readonly customers: number;
  readonly seen: number;
  /** Visits due over the horizon without those that could be pulled forward and are not; those that the plan serves. Calls do not count. */
  readonly due: number;
  readonly visits: number;
  /** Required visits due. */
  readonly required: number;
}

/** The whole plan. */
export interface TotalKpis extends WorkKpis, LeftOutKpis {}

/** A plan in figures, all of them sums over its stops and legs. */
export interface Kpis {
  readonly total: TotalKpis;
  /** In the territory's order of reps. */
  readonly reps: readonly RepKpis[];
  /** In order of time; days on which no rep works are left out. */
  readonly days: readonly DayKpis[];
  /** In the plan's order. */
  readonly repDays: readonly RepDayKpis[];
  /** In the policy's order of tiers. */
  readonly tiers: readonly TierKpis[];
  /** Customers without a visit for too long at the end of the plan, those forgotten for longest first. */
  readonly forgotten: readonly ForgottenCustomer[];
}
