import { describe, expect, it } from 'vitest';
import { readTerritory } from '../../../../src/contract/territory/read-territory.ts';
import { isInside } from '../../../../src/contract/territory/boundary.ts';
import { generateTerritory } from '../../../../tools/generate/generate-territory.ts';
import { specFor } from '../../../../tools/generate/spec-for.ts';
import { greatCircle } from '../../../../src/travel/distance.ts';

const filesOf = (seed: number) => generateTerritory(specFor({ name: 'made-up', seed, customers: 300, reps: 2 })).files;
const files = filesOf(1);
const territory = readTerritory(new Map(Object.entries(files)));
const { customers } = territory;

const ofSetting = (setting: string) => customers.filter((customer) => customer.setting === setting);

/** Metres from each customer to the nearest other. */
const nearest = (among: typeof customers) =>
  among.map((one) => Math.min(...among.filter((other) => other !== one).map(({ location }) => greatCircle(one.location, location))));

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

describe('a territory of beats', () => {
  it('writes the same bytes for the same seed', () => {
    expect(filesOf(1)).toEqual(files);
  });

  it('writes another territory for another seed', () => {
    expect(filesOf(2)['customers.csv']).not.toBe(files['customers.csv']);
  });

  it('writes all files of a territory, and what it promises', () => {
    expect(Object.keys(files).toSorted()).toEqual([
      'README.md',
      'customers.csv',
      'expect-month.json',
      'expect.json',
      'history.csv',
      'holidays/2026.json',
      'reps.csv',
      'territory.json',
      'witness.json',
    ]);
  });

  it('shares customers out evenly, in town and in the country', () => {
    expect([ofSetting('town').length, ofSetting('country').length]).toEqual([150, 150]);
  });

  it('gives every shop a name and an id of its own', () => {
    expect(new Set(customers.map(({ name }) => name)).size).toBe(300);
    expect(new Set(customers.map(({ id }) => id)).size).toBe(300);
  });

  it('puts no two shops closer than two shopfronts', () => {
    // 18 m, less the tenth of a metre that rounding takes.
    expect(Math.min(...nearest(customers))).toBeGreaterThan(17.8);
  });

  it('strings shops along streets: in town the next one is 30 to 150 m away', () => {
    expect(median(nearest(ofSetting('town')))).toBeGreaterThan(30);
    expect(median(nearest(ofSetting('town')))).toBeLessThan(150);
  });

  it('spreads the country wider than the town', () => {
    const width = (setting: string) => {
      const lats = ofSetting(setting).map(({ location }) => location.lat);
      return Math.max(...lats) - Math.min(...lats);
    };
    expect(width('country')).toBeGreaterThan(width('town'));
  });

  it('draws a boundary around all customers and offices', () => {
    const boundary = territory.boundary ?? [];
    const outside = [...customers.map(({ location }) => location), ...territory.reps.map(({ start }) => start)].filter(
      (location) => !isInside(boundary, location),
    );
    expect(outside).toEqual([]);
  });

  it('has more customers of low tiers than of high ones where days can still be filled, and collection points of any tier', () => {
    const points = customers.filter(({ tags }) => tags.includes('collection-point'));
    // 3.6 % of 150 are 5 for each rep.
    expect(points).toHaveLength(10);
    for (const tier of ['A', 'B', 'C']) expect(customers.some((customer) => customer.tier === tier)).toBe(true);
  });

  it('has a history of every customer but new ones', () => {
    const seen = new Set(territory.history.map(({ customer }) => customer));
    const unseen = customers.filter(({ id, status }) => !seen.has(id) && status !== 'new');
    expect(unseen).toEqual([]);
  });
});
