import type { Territory } from '../domain/territory.ts';
import type { LaidOutBeat } from './lay-out-beat.ts';
import type { Shop } from './people/shops.ts';
import type { TerritorySpec } from './spec.ts';

/** A territory in the making: its nouns, and how they came about. */
export interface Draft {
  readonly spec: TerritorySpec;
  readonly territory: Territory;
  readonly shops: readonly Shop[];
  readonly beats: readonly LaidOutBeat[];
}
