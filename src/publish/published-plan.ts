import type { Day } from '../domain/calendar.ts';
import type { Plan, PlanCost, Reason } from '../domain/plan.ts';
import type { Territory } from '../domain/territory.ts';
import type { Text } from '../kernel/text.ts';
import type { Seconds } from '../kernel/units.ts';

/** How things of the catalogues are called by people. */
export interface PlanWords {
  readonly reason: (reason: Reason) => Text;
  readonly rule: (id: string) => Text;
  readonly mode: (id: string) => Text;
}

/** A plan with all that is told about it. */
export interface PublishedPlan {
  readonly plan: Plan;
  readonly territory: Territory;
  readonly cost: PlanCost;
  readonly kpis: PublishedKpis;
  readonly words: PlanWords;
}

/** What was done on some rep-days taken together. */
export interface PublishedWork {
  readonly visits: number;
  readonly requiredVisits: number;
  readonly optionalVisits: number;
  readonly travel: Seconds;
  readonly distance: number;
  readonly waiting: Seconds;
  readonly dwell: Seconds;
  /** Travel and dwell as a share of the field time, in percent. */
  readonly fieldUsed: number;
  /** Clock times; null without visits. */
  readonly firstStart: Seconds | null;
  readonly lastEnd: Seconds | null;
}

/** The figures that are told. */
export interface PublishedKpis {
  readonly total: PublishedWork;
  readonly reps: readonly (PublishedWork & { readonly rep: string })[];
  readonly repDays: readonly (PublishedWork & { readonly rep: string; readonly day: Day })[];
  readonly tiers: readonly {
    readonly tier: string;
    readonly customers: number;
    readonly seen: number;
    readonly asked: number;
    readonly visits: number;
    readonly requiredUnserved: number;
  }[];
}
