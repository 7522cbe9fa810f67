import type { Customer, Location, Setting } from '../../../src/domain/customer.ts';
import type { Policy } from '../../../src/domain/policy.ts';
import type { Rep } from '../../../src/domain/rep.ts';
import { transportOf } from '../../../src/domain/vehicle.ts';
import { assert } from '../../../src/kernel/assert.ts';
import { apart, planeAround } from '../map/plane.ts';

interface Speed {
  readonly metresPerSecond: Readonly<Record<Setting, number>>;
  /** Length of the road ÷ straight distance. */
  readonly detour: number;
  /** Seconds of each leg for parking, unlocking or an entrance. */
  readonly parking: number;
}

const kmh = (town: number, country: number) => ({ town: town / 3.6, country: country / 3.6 });

/**
 * How fast the witness travels: a little slower than beatplan's own estimate of each mode, so that beatplan can follow
 * the witness too. Modes that not everybody can take everywhere are left out.
 */
const SPEEDS: Readonly<Record<string, Speed>> = {
  walk: { metresPerSecond: kmh(4.7, 4.7), detour: 1.29, parking: 32 },
  bicycle: { metresPerSecond: kmh(11.7, 11.7), detour: 1.31, parking: 32 },
  'e-bike': { metresPerSecond: kmh(14.7, 17.6), detour: 1.31, parking: 32 },
  motorbike: { metresPerSecond: kmh(21.5, 31), detour: 1.37, parking: 62 },
  car: { metresPerSecond: kmh(25.8, 39), detour: 1.39, parking: 302 },
  'shared-bicycle': { metresPerSecond: kmh(11.7, 11.7), detour: 1.31, parking: 242 },
  'moped-taxi': { metresPerSecond: kmh(21.5, 31), detour: 1.37, parking: 182 },
};

/** The place where the rep starts; customers are numbered from 1. */
export const BASE = 0;

/** [from, to] seconds of travel: by the rep's own vehicle, or by the fastest free mode that both ends allow. */
export type TravelTimes = readonly (readonly number[])[];

/** Seconds of travel between a rep's base and customers. */
export function travelTimesOf(policy: Policy, rep: Rep, customers: readonly Customer[]): TravelTimes {
  const modes = modesOfWitness(policy, rep);
  assert(modes.length > 0, 'the witness has no speed for any mode of the rep', { rep: rep.id, vehicles: rep.vehicles, modes: rep.modes });
  const plane = planeAround(rep.start);
  const at = (location: Location) => plane.place(location);
  const places = [
    { point: at(rep.start), setting: customers[0]?.setting ?? 'town', modes: null },
    ...customers.map(({ location, setting, allowedModes }) => ({ point: at(location), setting, modes: allowedModes })),
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

/** The first vehicle for the whole day where the rep has any: a vehicle that the rep never leaves need not be fetched. */
function modesOfWitness(policy: Policy, rep: Rep): readonly string[] {
  const { vehicles, free } = transportOf(policy, rep);
  return (vehicles.length > 0 ? vehicles.slice(0, 1) : free).filter((mode) => mode in SPEEDS);
}

function secondsBy(mode: string, metres: number, setting: Setting): number {
  const speed = SPEEDS[mode];
  return speed === undefined ? Infinity : Math.ceil((metres * speed.detour) / speed.metresPerSecond[setting]) + speed.parking;
}
