import { describe, expect, it } from 'vitest';
import { doubtsIn } from '../../src/domain/doubts.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { dailyHours } from '../../src/domain/visiting-hours.ts';
import { hours } from '../../src/kernel/units.ts';
import { aCustomer, aRep, aTerritory, between, office } from '../support/builders.ts';

/** A policy whose only tier is A. */
const { policy: three } = aTerritory();
const policy = { ...three, tiers: three.tiers.slice(0, 1) };
const kindsIn = (given: Partial<Territory>) => doubtsIn(aTerritory({ policy, ...given })).map(({ about }) => about);
const textsIn = (given: Partial<Territory>) => doubtsIn(aTerritory({ policy, ...given })).map(({ text }) => text.en);
const near = { lat: 31.1, lng: 121.1 };

describe('doubts about a territory', () => {
  it('are none where nothing is odd', () => {
    expect(kindsIn({ customers: [aCustomer({ location: near })] })).toEqual([]);
  });

  it('name customers who lie around the reps only with latitude and longitude exchanged, even all of them', () => {
    const customers = ['c1', 'c2'].map((id) => aCustomer({ id, location: { lat: near.lng, lng: near.lat } }));
    expect(textsIn({ customers })).toEqual([
      'Latitude and longitude of these customers, or of the reps, look exchanged: the other way round they would lie around the reps: c1, c2.',
    ]);
  });

  it('name whoever is at 0,0 or far from all reps', () => {
    expect(kindsIn({ customers: [aCustomer({ location: { lat: 0, lng: 0 } })] })).toEqual(['zero']);
    expect(kindsIn({ customers: [aCustomer({ location: { lat: 41, lng: 121 } })] })).toEqual(['far']);
    const reps = [aRep(), aRep({ id: 'r2', end: { lat: 0, lng: 0 } })];
    expect(kindsIn({ customers: [aCustomer({ location: near })], reps })).toEqual(['zero']);
  });

  it('know that places on both sides of the date line are near each other', () => {
    const reps = [aRep({ start: { lat: -17, lng: 179.9 }, end: { lat: -17, lng: 179.9 } })];
    expect(kindsIn({ customers: [aCustomer({ location: { lat: -17, lng: -179.9 } })], reps })).toEqual([]);
  });

  it('name a shop that is listed under two ids', () => {
    const shop = { name: 'Corner Shop', location: near };
    const customers = [
      aCustomer({ id: 'c1', ...shop }),
      aCustomer({ id: 'c2', ...shop, name: 'corner-shop' }),
      aCustomer({ id: 'c3', location: near }),
    ];
    expect(textsIn({ customers })).toEqual([
      'The same name at the same place under several ids, as if one shop were listed twice: Corner Shop (c1), corner-shop (c2).',
    ]);
  });

  it('name visits that no shift can hold, and hours outside the day of the reps who may come', () => {
    expect(kindsIn({ customers: [aCustomer({ location: near, dwell: hours(10) })] })).toEqual(['dwell']);
    expect(kindsIn({ customers: [aCustomer({ location: near, hours: dailyHours(between('18:00', '22:00')) })] })).toEqual(['hours']);
    const reps = [aRep(), aRep({ id: 'r2', shift: between('18:00', '22:00') })];
    const late = aCustomer({ location: near, hours: dailyHours(between('18:00', '22:00')) });
    expect(kindsIn({ customers: [late], reps })).toEqual([]);
    expect(kindsIn({ customers: [{ ...late, requiredRep: reps[0]?.id ?? null }], reps })).toEqual(['hours', 'reps']);
  });

  it('name reps without customers and tiers without any', () => {
    const customers = [aCustomer({ location: office, area: 'north' })];
    const tiers = [...policy.tiers, ...policy.tiers.slice(0, 1).map((tier) => ({ ...tier, id: 'Z' }))];
    const reps = [aRep(), aRep({ id: 'r2', areas: ['south'] })];
    expect(textsIn({ customers, reps, policy: { ...policy, tiers } })).toEqual([
      'These reps may visit no customer: r2.',
      'No customer is of these tiers: Z.',
    ]);
  });
});
