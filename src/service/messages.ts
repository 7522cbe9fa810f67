import type { StoredPlans } from '../contract/service/earlier-plans.ts';
import type { PlanningRequest, SearchLimits } from '../contract/service/plan-request.ts';
import type { UnusedColumns } from '../contract/service/requested-territory.ts';
import type { Doubt } from '../domain/doubts.ts';
import type { LeftOutKpis } from '../domain/figures/kpis.ts';
import type { Finding } from '../kernel/finding.ts';
import type { Language } from '../kernel/text.ts';
import type { EncodedPlan, MadePlan } from './encoded-plan.ts';
import type { LaneName } from './lanes.ts';
import type { ValueBytes } from './values.ts';

/** A body to read as a request for a plan. */
export interface CheckTask {
  readonly body: Uint8Array;
  readonly limits: SearchLimits;
  /** Plans that the service keeps and the request names. */
  readonly stored: StoredPlans;
}

/** Facts of a request for a plan, for lists and file names. */
export interface RequestFacts {
  readonly territory: string;
  readonly policy: string;
  /** First and last day, ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly customers: number;
  readonly reps: number;
  /** Columns of tables that were not read, by file. */
  readonly unusedColumns: readonly UnusedColumns[];
  /** What is hardly meant in the territory. */
  readonly doubts: readonly Doubt[];
}

/** A request that was read, or its findings. */
export type CheckReply = ReadRequest | Refusal;

/** A request that was read. */
export interface ReadRequest {
  readonly ok: true;
  readonly facts: RequestFacts;
  /** Ids of its reps. */
  readonly reps: readonly string[];
  /** Its value, for the search and for the formats. */
  readonly request: ValueBytes<PlanningRequest>;
  /** The lane of its search. */
  readonly lane: LaneName;
}

/** All findings in a request. */
export interface Refusal {
  readonly ok: false;
  readonly findings: readonly Finding[];
}

/** A plan to search. */
export interface PlanTask {
  readonly id: string;
  readonly request: ValueBytes<PlanningRequest>;
  /** Threads of the search. */
  readonly workers: number;
  /** Largest heap of each thread, in megabytes. */
  readonly megabytes: number;
}

/** A message to a search while it runs. An urgent stop leaves out the reasons for unserved visits. */
export type SearchMessage = { readonly type: 'stop'; readonly isUrgent: boolean } | { readonly type: 'show' };

/** Progress of a search; cost and visits left out are null until there is a first plan. */
export interface Progress {
  readonly cost: number | null;
  readonly left: LeftOutKpis | null;
  /** 0 … 1. */
  readonly share: number;
}

/** How a search with a plan ended. */
export type Outcome = 'done' | 'stopped';

/** A report of a search while it runs: its progress, or the best plan so far, null while there is none. */
export type SearchReport = ({ readonly type: 'progress' } & Progress) | { readonly type: 'best'; readonly plan: EncodedPlan | null };

/** The end of a search: a plan, findings, or a failure of the service. */
export type SearchEnd =
  | { readonly type: 'plan'; readonly outcome: Outcome; readonly plan: EncodedPlan; readonly cost: number; readonly left: LeftOutKpis }
  | { readonly type: 'refused'; readonly findings: readonly Finding[] }
  | { readonly type: 'failed'; readonly isMemory: boolean; readonly message: string };

/** The form of a plan that explains what its search did not come to, besides the formats. */
export const EXPLANATION = 'explanation';

/** A plan to write in another format. */
export interface PublishTask {
  readonly request: ValueBytes<PlanningRequest>;
  readonly made: ValueBytes<MadePlan>;
  readonly extension: string;
  readonly language: Language;
  readonly rep: string | null;
}

/** The file, or the findings. */
export type PublishReply = { readonly ok: true; readonly written: Uint8Array } | Refusal;

/** A body to read as a plan to score. */
export interface EvaluationTask {
  readonly body: Uint8Array;
  /** Most JSON values of the body. */
  readonly mostValues: number;
}

/** The evaluation as JSON, or the findings. */
export type EvaluationReply = { readonly ok: true; readonly document: Uint8Array } | Refusal;
