import { describe, expect, it } from 'vitest';
import { placeName } from '../../src/publish/place-names.ts';
import { aCustomer, aRep, aTerritory, aVisitStop, office } from '../support/builders.ts';
import { hamlet, loopDay } from './hamlet-plan.ts';

const shop = aCustomer({ id: 'c1', name: 'Shop' });

describe('placeName', () => {
  it('names customers', () => {
    expect(placeName(hamlet, loopDay, shop.location, 'en')).toBe('=便民超市');
  });

  it('calls where the rep’s day starts the base, whoever else is there', () => {
    const territory = aTerritory({ customers: [aCustomer({ location: office })], reps: [aRep({ id: 'r1' })] });
    expect(placeName(territory, loopDay, office, 'en')).toBe('the base');
    expect(placeName(territory, loopDay, office, 'zh')).toBe('出发地');
  });

  it('prefers the customer whom the rep sees that day', () => {
    const kiosk = aCustomer({ id: 'c9', name: 'Kiosk', location: shop.location });
    const territory = aTerritory({ customers: [kiosk, shop] });
    expect(placeName(territory, { ...loopDay, stops: [] }, shop.location, 'en')).toBe('Kiosk');
    expect(placeName(territory, { ...loopDay, stops: [aVisitStop(shop, { start: '09:00' })] }, shop.location, 'en')).toBe('Shop');
  });

  it('tells the degrees of any other place', () => {
    expect(placeName(hamlet, loopDay, { lat: 31.5, lng: 121.25 }, 'en')).toBe('31.5, 121.25');
  });
});
