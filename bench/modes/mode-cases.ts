import { join } from 'node:path';
import { readFiles } from '../../src/cli/files/read-files.ts';
import { readTerritory } from '../../src/contract/territory/read-territory.ts';
import { type DayRange, day, monthOf } from '../../src/domain/calendar.ts';
import type { Territory } from '../../src/domain/territory.ts';
import type { Transport } from '../../src/domain/vehicle.ts';

/** One way to equip all reps of a territory. */
export interface Equipment extends Transport {
  readonly name: string;
  /** What it is measured against: one mode for everything, free modes to choose from, or a vehicle that is parked. */
  readonly kind: 'single' | 'free' | 'parked';
}

/** A territory, and the equipments that are compared on it; the first has a single mode. */
export interface ModeCase {
  readonly name: string;
  readonly horizon: DayRange;
  readonly equipments: readonly Equipment[];
}

const single = (mode: string, own = true): Equipment => ({
  name: mode,
  kind: 'single',
  vehicles: own ? [mode] : [],
  free: own ? [] : [mode],
});
const free = (...modes: readonly string[]): Equipment => ({ name: modes.join('/'), kind: 'free', vehicles: [], free: modes });
const parked = (vehicles: readonly string[], ...modes: readonly string[]): Equipment => ({
  name: [...vehicles, ...modes].join('+'),
  kind: 'parked',
  vehicles,
  free: modes,
});

const MONTH = monthOf(day('2026-12-07'));

/** The territories whose policies leave a choice. */
export const modeCases: readonly ModeCase[] = [
  {
    name: 'real-estate',
    horizon: MONTH,
    equipments: [
      single('bicycle'),
      single('walk', false),
      free('walk', 'shared-bicycle', 'bus', 'taxi'),
      parked(['bicycle'], 'walk'),
      parked(['bicycle'], 'walk', 'bus', 'taxi'),
    ],
  },
  {
    name: 'tobacco',
    horizon: MONTH,
    equipments: [
      single('e-bike'),
      single('motorbike'),
      free('walk', 'bus', 'taxi'),
      parked(['e-bike'], 'walk'),
      parked(['e-bike', 'motorbike'], 'walk'),
    ],
  },
  {
    name: 'health-products',
    horizon: MONTH,
    equipments: [
      single('car'),
      single('bicycle'),
      free('walk', 'bus', 'taxi'),
      parked(['car'], 'walk'),
      parked(['car', 'bicycle'], 'walk', 'bus'),
    ],
  },
];

/** The territory of a case with all reps so equipped. */
export async function equip({ name }: ModeCase, { vehicles, free: modes }: Equipment): Promise<Territory> {
  const territory = readTerritory((await readFiles(join(import.meta.dirname, '../../fixtures', name))).files);
  return {
    ...territory,
    reps: territory.reps.map((rep) => ({ ...rep, vehicles, modes })),
    policy: { ...territory.policy, modes: [...new Set([...territory.policy.modes, ...vehicles, ...modes])] },
  };
}
