import { describe, expect, it } from 'vitest';
import { minutes } from '../../../src/kernel/units.ts';
import { visitLines } from '../../../src/rules/plan/visit-lines.ts';
import {
  aCustomer,
  aPlannedDay,
  aReview,
  aScene,
  aTerritory,
  aVisitStop,
  breachesOf,
  obligationOf,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const north = [aCustomer({ id: 'c1', line: 'north' }), aCustomer({ id: 'c2', line: 'north' })];
const south = aCustomer({ id: 'c3', line: 'south' });
const east = aCustomer({ id: 'c4', line: 'east' });
const free = aCustomer({ id: 'c5' });
const territory = aTerritory({ customers: [...north, south, east, free] });

const breaches = (visited: readonly ReturnType<typeof aCustomer>[]) => {
  const stops = visited.map((customer, i) => aVisitStop(customer, { start: `${10 + i}:00` }));
  return breachesOf(visitLines, aReview({ territory, days: [aPlannedDay({ stops })] }), minutes(10));
};

describe('plan/visit-lines, obligation', () => {
  it('is the line of each customer that is on one', () => {
    expect(obligationOf(visitLines, aScene({ territory }))).toEqual(
      new Map([
        ['c1', 'north'],
        ['c2', 'north'],
        ['c3', 'south'],
        ['c4', 'east'],
      ]),
    );
  });
});

describe('plan/visit-lines', () => {
  it('labels customers by their line; the others have none', () => {
    expect(termsOf(visitLines, aScene({ territory }), minutes(10))).toEqual([
      { term: 'line', series: 0, line: 'north', price: 600 },
      { term: 'line', series: 1, line: 'north', price: 600 },
      { term: 'line', series: 2, line: 'south', price: 600 },
      { term: 'line', series: 3, line: 'east', price: 600 },
    ]);
  });

  it('counts the lines of a day beyond the first', () => {
    const found = breaches([...north, south, east]);
    expect(found.map(({ units }) => units)).toEqual([2]); // north, south, east: 3 − 1
    expect(found.map((breach) => textOf(visitLines, breach))).toEqual(['r1 has 3 visit lines on 2026-12-07: north, south, east.']);
  });

  it('finds nothing on a day of one line and of customers without a line', () => {
    expect(breaches([...north, free])).toEqual([]);
    expect(breaches([free])).toEqual([]);
  });
});
