import type { Location, Setting } from '../../../src/domain/customer.ts';
import type { Policy } from '../../../src/domain/policy.ts';
import type { Rep } from '../../../src/domain/rep.ts';
import { transportOf } from '../../../src/domain/vehicle.ts';
import { assert } from '../../../src/kernel/assert.ts';
import { apart, planeAround } from '../map/plane.ts';
import type { Errand } from './errand.ts';

interface Pace {
  readonly metresPerSecond: Readonly<Record<Setting, number>>;
  readonly detour: number;
  /** Seconds of each leg for parking, unlocking or an entrance. */
  readonly parking: number;
}

const kmh = (town: number, country: number) => ({ town: town / 3.6, country: country / 3.6 });

/**
 * How fast the witness gets about: a little slower than the planner's own estimate of each mode, so that the plan
 * which is shown to exist exists for the planner too. Modes that not everybody can take everywhere it does without.
 */
const PACES: Readonly<Record<string, Pace>> = {
  walk: { metresPerSecond: kmh(4.7, 4.7), detour: 1.29, parking: 32 },
  bicycle: { metresPerSecond: kmh(11.7, 11.7), detour: 1.31, parking: 32 },
  'e-bike': { metresPerSecond: kmh(14.7, 17.6), detour: 1.31, parking: 32 },
  motorbike: { metresPerSecond: kmh(21.5, 31), detour: 1.37, parking: 62 },
  car: { metresPerSecond: kmh(25.8, 39), detour: 1.39, parking: 302 },
  'shared-bicycle': { metresPerSecond: kmh(11.7, 11.7), detour: 1.31, parking: 242 },
  'moped-taxi': { metresPerSecond: kmh(21.5, 31), detour: 1.37, parking: 182 },
};

/** Where the rep starts, among the places of the rep's ways; errands are numbered from 1. */
export const BASE = 0;

/** [from, to] seconds on the way: by the rep's own vehicle, or by the fastest free mode that both ends allow. */
export type Ways = readonly (readonly number[])[];

/** Measures the ways of a rep between the base and all errands. */
export function waysOf(policy: Policy, rep: Rep, errands: readonly Errand[]): Ways {
  const modes = modesOfWitness(policy, rep);
  assert(modes.length > 0, 'the witness knows no mode of the rep', { rep: rep.id, vehicles: rep.vehicles, modes: rep.modes });
  const plane = planeAround(rep.start);
  const at = (location: Location) => plane.place(location);
  const places = [
    { point: at(rep.start), setting: errands[0]?.customer.setting ?? 'town', modes: null },
    ...errands.map(({ customer }) => ({ point: at(customer.location), setting: customer.setting, modes: customer.allowedModes })),
  ];
  return places.map((from) =>
    places.map((to) => {
      const metres = apart(from.point, to.point);
      const setting = from.setting === 'town' && to.setting === 'town' ? 'town' : 'country';
      const allowed = modes.filter((mode) => [from, to].every((end) => end.modes?.includes(mode) ?? true));
      return metres < 0.5 ? 0 : Math.min(...allowed.map((mode) => secondsBy(mode, metres, setting)));
    }),
  );
}

/** One vehicle all day, where the rep has any: a vehicle that is never left behind need not be fetched. */
function modesOfWitness(policy: Policy, rep: Rep): readonly string[] {
  const { vehicles, free } = transportOf(policy, rep);
  return (vehicles.length > 0 ? vehicles.slice(0, 1) : free).filter((mode) => mode in PACES);
}

function secondsBy(mode: string, metres: number, setting: Setting): number {
  const pace = PACES[mode];
  return pace === undefined ? Infinity : Math.ceil((metres * pace.detour) / pace.metresPerSecond[setting]) + pace.parking;
}
