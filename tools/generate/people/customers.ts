import type { Customer } from '../../../src/domain/customer.ts';
import type { Rep } from '../../../src/domain/rep.ts';
import { customerId } from '../../../src/kernel/ids.ts';
import { createRandom } from '../../../src/kernel/random.ts';
import { layOutCountry } from '../map/country.ts';
import { type Plane, moved } from '../map/plane.ts';
import type { Site } from '../map/site.ts';
import { layOutTown } from '../map/town.ts';
import { type Namer, namesFrom } from '../people/names.ts';
import type { CustomerGroup, CustomerTraits, RepSpec, TeamSpec } from '../spec.ts';

/** The reps of a spec with their locations. */
export const repsOf = ({ reps }: TeamSpec, plane: Plane): readonly Rep[] =>
  reps.map(({ at, ...rep }: RepSpec) => ({ ...rep, start: plane.locate(at), end: plane.locate(at) }));

/** The customers of a spec: those of its groups, along the streets of a town or in villages, then the others. */
export function customersOf({ groups, seed, customers }: TeamSpec, plane: Plane): readonly Customer[] {
  const namer = namesFrom(createRandom(seed));
  const grouped = groups.flatMap((group, i) => {
    const random = createRandom(seed * 1000 + i);
    const layOut = group.setting === 'town' ? layOutTown : layOutCountry;
    const sites = layOut(group.count, group.spread, random);
    return sites.map((site, n) => customerAt(site, { group, n: n + 1, plane, namer, traits: group.traits(n + 1, random) }));
  });
  return [...grouped, ...customers];
}

/** Defaults of a customer. */
export const plainCustomer = {
  status: 'retained',
  since: null,
  intent: 'unknown',
  tags: [],
  dwell: null,
  hours: null,
  closedDays: [],
  contacts: [],
  orderWeekday: null,
  companion: null,
  requiredRep: null,
  preferredRep: null,
  area: null,
  line: null,
  allowedModes: null,
  busServed: false,
} as const satisfies Partial<Customer>;

interface Parts {
  readonly group: CustomerGroup;
  readonly n: number;
  readonly plane: Plane;
  readonly namer: Namer;
  readonly traits: CustomerTraits;
}

function customerAt({ point, quarter }: Site, { group, n, plane, namer, traits }: Parts): Customer {
  const { prefix, setting, middle } = group;
  const village = quarter === 0 ? null : `${prefix}/${quarter}`;
  return {
    name: traits.name ?? (setting === 'town' ? namer.townShop() : namer.villageShop(village)),
    ...plainCustomer,
    ...traits,
    id: customerId(`${prefix}${String(n).padStart(3, '0')}`),
    location: plane.locate(moved(point, middle)),
    setting,
  };
}
