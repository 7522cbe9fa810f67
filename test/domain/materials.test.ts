import { describe, expect, it } from 'vitest';
import { materialsFor, packingList } from '../../src/domain/materials.ts';
import type { Material } from '../../src/domain/policy.ts';
import { aCustomer, aPlannedDay, aPolicy, aTerritory, aVisitStop } from '../support/builders.ts';

const aMaterial = (given: Partial<Material> = {}): Material => ({
  id: 'samples',
  name: { en: 'Samples', zh: '样品' },
  copies: 1,
  tags: [],
  purposes: [],
  kinds: [],
  tag: 'added',
  ...given,
});

const shop = aCustomer({ id: 'c1', tags: ['shop'] });
const mill = aCustomer({ id: 'c2' });
const launch = { en: 'Product launch', zh: '新产品推介' };
const territoryWith = (...materials: readonly Material[]) => aTerritory({ customers: [shop, mill], policy: aPolicy({ materials }) });
const atShop = aVisitStop(shop, { start: '09:00' });
const atMill = aVisitStop(mill, { start: '10:00' });

/** Whether a material is for a visit. */
const isFor = (material: Material, stop: typeof atShop) => materialsFor(territoryWith(material), stop).length > 0;

describe('materialsFor', () => {
  it('goes by tag, purpose and kind, and all of those that are given must fit', () => {
    expect(isFor(aMaterial(), atMill)).toBe(true);
    expect([atShop, atMill].map((stop) => isFor(aMaterial({ tags: ['shop', 'bar'] }), stop))).toEqual([true, false]);
    const forLaunch = aMaterial({ purposes: ['LAUNCH'] });
    expect([{ ...atMill, purposes: [launch] }, atMill].map((stop) => isFor(forLaunch, stop))).toEqual([true, false]);
    expect(isFor(aMaterial({ purposes: ['新产品'] }), { ...atMill, purposes: [launch] })).toBe(true);
    expect(isFor(aMaterial({ kinds: ['return'] }), atMill)).toBe(false);
    expect(isFor(aMaterial({ tags: ['shop'], purposes: ['launch'] }), { ...atMill, purposes: [launch] })).toBe(false);
  });

  it('brings nothing to a spot check unless the material is for spot checks', () => {
    const check = { ...atShop, kind: 'inspection' } as const;
    expect(isFor(aMaterial(), check)).toBe(false);
    expect(isFor(aMaterial({ kinds: ['inspection'] }), check)).toBe(true);
  });
});

describe('packingList', () => {
  it('adds up the copies of a day in the order of the policy', () => {
    const territory = territoryWith(
      aMaterial({ id: 'list', copies: 2 }),
      aMaterial({ id: 'none', tags: ['bar'] }),
      aMaterial({ tags: ['shop'] }),
    );
    const packed = packingList(territory, aPlannedDay({ stops: [atShop, atMill] }));
    expect(packed.map(({ material: { id }, copies }) => [id, copies])).toEqual([
      ['list', 4],
      ['samples', 1],
    ]);
  });
});
