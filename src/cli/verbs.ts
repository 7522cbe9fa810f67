import type { PlanningOptions, PlanningRun } from '../app/plan-territory.ts';
import type { CapacityCheck, CapacityOptions } from '../app/check-capacity.ts';
import type { ExplainedPlan, Explaining } from '../app/explain-plan.ts';
import type { Plan } from '../domain/plan.ts';
import type { TravelSources } from '../domain/travel/travel-sources.ts';
import type { Territory } from '../domain/territory.ts';

/** The functions behind the commands; `main-cli.ts` provides them. */
export interface Verbs {
  readonly plan: (territory: Territory, options: WithSources<PlanningOptions>) => Promise<PlanningRun>;
  readonly capacity: (territory: Territory, options: WithSources<CapacityOptions>) => Promise<CapacityCheck>;
  readonly explain: (plan: Plan, territory: Territory, options: WithSources<Omit<Explaining, 'limit'>>) => Promise<ExplainedPlan>;
  readonly serve: (settings: ServiceSettings) => Promise<Service>;
}

/** Options that name the sources of travel instead of having them. */
export type WithSources<Options> = Omit<Options, 'travel'> & { readonly sources: TravelSources };

/** How the service is to be run. */
export interface ServiceSettings {
  readonly host: string;
  readonly port: number;
  /** Names that it goes by, besides those of the machine itself. */
  readonly names: readonly string[];
  /** The token of callers; null where only this machine may call. */
  readonly token: string | null;
  /** Plans searched at once. */
  readonly searches: number;
  /** Threads that search one plan. */
  readonly workers: number;
  /** Plans that may wait. */
  readonly waiting: number;
  /** Plans that are kept. */
  readonly kept: number;
  /** Heap of each thread. */
  readonly megabytes: number;
  /** Longest search, in seconds. */
  readonly longest: number;
  readonly logLevel: string;
  readonly sources: TravelSources;
}

/** A service that runs. */
export interface Service {
  readonly url: string;
  /** Shows territories on the first page, and plans the first of them at once; gives the path of its plan. */
  readonly show: (samples: readonly { readonly name: string; readonly request: Uint8Array }[]) => Promise<string | null>;
  readonly close: (graceSeconds: number) => Promise<void>;
}
