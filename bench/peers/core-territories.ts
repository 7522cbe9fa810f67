import type { Territory } from '../../src/domain/territory.ts';
import { sampleTerritory } from '../territories/sample-territory.ts';

const NAMES = [
  'tobacco',
  'ladder-1x5d',
  'general',
  'real-estate',
  'plan-audit',
  'consultant',
  'health-products',
  'tobacco-lifecycle',
  'check-in',
  'key-accounts',
  'visit-lines',
] as const;

/** A sample territory that is read on demand. */
export interface CoreTerritory {
  readonly name: string;
  readonly territory: () => Promise<Territory>;
}

/** The sample territories whose days are compared. */
export const coreTerritories = (): readonly CoreTerritory[] => NAMES.map((name) => ({ name, territory: () => sampleTerritory(name) }));
