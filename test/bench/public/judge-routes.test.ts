import { describe, expect, it } from 'vitest';
import { judgeRoutes } from '../../../bench/public/judge-routes.ts';
import { readSolomon } from '../../../bench/public/read-solomon.ts';
import { readVrplib } from '../../../bench/public/read-vrplib.ts';
import { TINY_PCVRPTW, TINY_SOLOMON } from './tiny-routing.ts';

const tiny = readSolomon(TINY_SOLOMON);

describe('judgeRoutes', () => {
  it('adds up the distances of the routes', () => {
    expect(judgeRoutes(tiny, [[0, 1], [2]])).toEqual({ cost: 180, unserved: 0, wrong: [] });
  });

  it('counts waiting where the duration is minimised, but no service', () => {
    // At 3 from 30 to 40, at 4 from 200 to 210, back at 250, less two services of 10: 230. The other route: 100.
    expect(judgeRoutes({ ...tiny, objective: 'duration' }, [[0, 1], [2]]).cost).toBe(330);
  });

  it('counts customers who are left out, and the prizes of those who may be', () => {
    expect(judgeRoutes(tiny, [[0, 1]])).toEqual({ cost: 80, unserved: 1, wrong: [] });
    expect(judgeRoutes(readVrplib(TINY_PCVRPTW), [[0, 1]])).toEqual({ cost: 80 + 90, unserved: 0, wrong: [] });
  });

  it.each([
    ['too much load', [[0, 1, 2]], /load 3/],
    ['a visit after its window', [[1, 2], [0]], /customer 2 at 300/],
    ['more routes than vehicles', [[0], [1], [2]], /3 routes for 2 vehicles/],
    [
      'a customer twice',
      [
        [0, 1],
        [2, 0],
      ],
      /customer 0 on 2 routes/,
    ],
    [
      'a customer who is not there',
      [
        [0, 1],
        [2, 7],
      ],
      /no customer 7/,
    ],
  ])('finds %s', (_, routes, fault) => {
    const narrow = { ...tiny, customers: tiny.customers.map((one, i) => (i === 2 ? { ...one, window: { from: 0, until: 299 } } : one)) };
    expect(judgeRoutes(narrow, routes).wrong.join()).toMatch(fault);
  });

  it('finds a return after the depot has closed', () => {
    expect(judgeRoutes({ ...tiny, window: { from: 0, until: 240 } }, [[0, 1], [2]]).wrong).toEqual(['route 0: back at 250']);
  });
});
