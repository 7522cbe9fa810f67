import type { MessagePort } from 'node:worker_threads';
import type { SearchLimits } from '../contract/service/plan-request.ts';
import type { Finding } from '../kernel/finding.ts';
import type { Language } from '../kernel/text.ts';
import type { EncodedPlan } from './encoded-plan.ts';

/** A body that was sent, in memory that threads share and none writes. */
export type Body = SharedArrayBuffer;

/** A request to look at before it is accepted. */
export interface CheckTask {
  readonly body: Body;
  readonly limits: SearchLimits;
}

/** What is told of a plan that is asked for. */
export interface OrderFacts {
  readonly territory: string;
  readonly policy: string;
  /** First and last day, ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly customers: number;
  readonly reps: number;
}

/** What a request asks for, or what is wrong with it. */
export type CheckReply = { readonly ok: true; readonly facts: OrderFacts } | Refusal;

/** Everything that is wrong with a request. */
export interface Refusal {
  readonly ok: false;
  readonly findings: readonly Finding[];
}

/** A plan to be searched. */
export interface PlanTask extends CheckTask {
  readonly id: string;
  /** Threads to search with. */
  readonly workers: number;
  /** Megabytes that each of them may take. */
  readonly megabytes: number;
  /** Takes `Steer`, gives `Report`. */
  readonly port: MessagePort;
}

/** What a search is told while it goes on. */
/** A hasty stop leaves no time to find out why visits are unserved. */
export type Steer = { readonly type: 'stop'; readonly isHasty: boolean } | { readonly type: 'show' };

/** How far a search has come; cost and unserved visits are null until there is a first plan. */
export interface Progress {
  readonly cost: number | null;
  readonly unserved: number | null;
  /** 0 … 1. */
  readonly share: number;
}

/** How a search ended. */
export type Outcome = 'done' | 'stopped';

/** What a search tells while it goes on, and at its end. */
export type Report =
  | ({ readonly type: 'progress' } & Progress)
  /** The best plan so far, when it is asked for; null while there is none. */
  | { readonly type: 'best'; readonly plan: EncodedPlan | null }
  | { readonly type: 'end'; readonly outcome: Outcome; readonly plan: EncodedPlan; readonly cost: number; readonly unserved: number }
  | { readonly type: 'refused'; readonly findings: readonly Finding[] }
  | { readonly type: 'failed'; readonly isMemory: boolean; readonly message: string };

/** A plan to be written in another format. */
export interface PublishTask extends CheckTask {
  readonly document: Uint8Array;
  readonly extension: string;
  readonly language: Language;
  readonly rep: string | null;
}

/** The file, or what is wrong with what is asked. */
export type PublishReply = { readonly ok: true; readonly written: Uint8Array } | Refusal;

/** A plan to be scored. */
export interface EvaluationTask {
  readonly body: Body;
}

/** The evaluation as JSON, or what is wrong with the request. */
export type EvaluationReply = { readonly ok: true; readonly document: Uint8Array } | Refusal;
