import type { PlanningOptions, PlanningResult } from '../app/plan-territory.ts';
import type { Preparation } from '../app/prepare-parts.ts';
import type { Capacity } from '../domain/capacity.ts';
import type { Territory } from '../domain/territory.ts';

/** What the commands ask of the rest; `main-cli.ts` fills it in. */
export interface Verbs {
  readonly plan: (territory: Territory, options: Omit<PlanningOptions, 'travel'>) => Promise<PlanningResult>;
  readonly capacity: (territory: Territory, options: Omit<Preparation, 'travel'>) => Promise<Capacity>;
  readonly generate: (wish: GenerationWish) => Promise<GeneratedFiles>;
}

/** What a generated territory is to be like. */
export interface GenerationWish {
  readonly name: string;
  readonly seed: number;
  readonly customers?: number;
  readonly reps?: number;
}

/** The texts of a territory's files by path within its folder. */
export type GeneratedFiles = Readonly<Record<string, string>>;
