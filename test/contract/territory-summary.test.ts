import { describe, expect, it } from 'vitest';
import { territorySummary } from '../../src/contract/territory-summary.ts';
import { read, territoryJson } from './territory-files.ts';

const factsOf = (changes: Parameters<typeof read>[0]) =>
  Object.fromEntries(territorySummary(read(changes)).map(({ fact, told }) => [fact, told]));

describe('territorySummary', () => {
  it('counts what is there', () => {
    const facts = factsOf({
      'customers.csv': 'id,lat,lng,tier,setting,hours\nc1,31.2,121.4,A,town,24/7\nc2,31.2,121.4,A,country,\nc3,31.2,121.4,A,,\n',
      'history.csv': 'customer,day\nc1,2026-11-30\nc2,2026-11-02\n',
    });
    expect(facts).toEqual({
      Territory: 'hamlet (hamlet), Asia/Shanghai',
      Policy: 'Own rules (own 1), 1 rule',
      Customers: '3: 2 town, 1 country; by tier 3 A',
      Hours: "given for 1 of 3; else the policy's, in town 08:00-20:00",
      Reps: '1: r1',
      History: '2 visits, 2026-11-02 to 2026-11-30',
      Calendar: 'Mo, Tu, We, Th, Fr; no holidays are given, so every one of these days is worked',
    });
  });

  it('says of which years holidays are known', () => {
    const holidays = [{ year: 2026, days: [{ name: 'x', date: '2026-10-01', isOffDay: true }] }];
    expect(factsOf(territoryJson({ calendar: { workdays: ['Mo'], holidays } }))['Calendar']).toBe('Mo; holidays of 2026 are known');
  });
});
