import type { Territory } from '../../src/domain/territory.ts';
import type { LaidOutBeat } from './lay-out-beat.ts';
import type { BeatsSpec } from './spec.ts';

/** A territory of beats in the making: its nouns, and how they came about. */
export interface Draft {
  readonly spec: BeatsSpec;
  readonly territory: Territory;
  readonly beats: readonly LaidOutBeat[];
}
