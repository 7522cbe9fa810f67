import type { Customer } from './customer.ts';
import type { PlannedDay, VisitStop } from './plan.ts';
import type { Material } from './policy.ts';
import type { Territory } from './territory.ts';

/** A material with the number of copies to bring. */
export interface Packed {
  readonly material: Material;
  readonly copies: number;
}

/** The materials for one visit, in the order of the policy. Calls need none. */
export const materialsFor = (
  { policy, customers }: Pick<Territory, 'policy' | 'customers'>,
  stop: Pick<VisitStop, 'customer' | 'kind' | 'purposes'>,
): readonly Packed[] => {
  if (policy.materials.length === 0) return [];
  const customer = customers.find(({ id }) => id === stop.customer);
  return policy.materials.flatMap((material) => (isFor(material, customer, stop) ? [{ material, copies: material.copies }] : []));
};

/** The packing list of a rep's day: the copies of all its visits added up, in the order of the policy. */
export function packingList(territory: Pick<Territory, 'policy' | 'customers'>, { stops }: Pick<PlannedDay, 'stops'>): readonly Packed[] {
  const packed = stops.flatMap((stop) => (stop.type === 'visit' ? materialsFor(territory, stop) : []));
  return territory.policy.materials.flatMap((material) => {
    const copies = packed.reduce((sum, one) => sum + (one.material === material ? one.copies : 0), 0);
    return copies === 0 ? [] : [{ material, copies }];
  });
}

function isFor(
  { tags, purposes, kinds }: Material,
  customer: Pick<Customer, 'tags'> | undefined,
  stop: Pick<VisitStop, 'kind' | 'purposes'>,
): boolean {
  const byKind = kinds.length === 0 ? stop.kind !== 'inspection' : kinds.includes(stop.kind);
  const byTag = tags.length === 0 || tags.some((tag) => customer?.tags.includes(tag) ?? false);
  const texts = stop.purposes.flatMap(({ en, zh }) => [en.toLowerCase(), zh.toLowerCase()]);
  const byPurpose = purposes.length === 0 || purposes.some((words) => texts.some((text) => text.includes(words.toLowerCase())));
  return byKind && byTag && byPurpose;
}
