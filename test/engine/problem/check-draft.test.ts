import { describe, expect, it } from 'vitest';
import type { ProblemDraft, WayTable } from '../../../src/engine/problem/draft.ts';
import { packProblem } from '../../../src/engine/problem/pack-problem.ts';
import { FORBIDDEN, type Term } from '../../../src/terms/terms.ts';
import { aSeries, smallDraft } from '../../support/small-draft.ts';

const pack = (change: Partial<ProblemDraft>) => () => packProblem(smallDraft(change));
const packTerms = (...terms: readonly Term[]) => pack({ terms });
const perVisit = { per: Int32Array.of(1, 1) };
const perFirst = { per: Int32Array.of(1, 0) };
const end = { term: 'aggregate', slot: 0, of: 'end', side: 'above', limit: 10 } as const;

describe('packing a problem', () => {
  it('sums several order, slot and opening prices of different rules', () => {
    const { series, slots } = packProblem(
      smallDraft({
        terms: [
          { term: 'order', series: 1, price: 60 },
          { term: 'order', series: 1, price: 40 },
          { term: 'slot', series: 0, slot: 1, price: 7 },
          { term: 'slot', series: 0, slot: 1, price: 8 },
          { term: 'opening', slot: 0, price: 3 },
          { term: 'opening', slot: 0, price: 4 },
        ],
      }),
    );
    expect([...series.orderPrice]).toEqual([0, 100]);
    expect([...series.pricesFrom]).toEqual([0, 2]);
    expect([...series.slotPrice]).toEqual([0, 15, 0, 0]);
    expect([...slots.openingPrice]).toEqual([7, 0]);
  });

  it('refuses a series that two rules put on a line', () => {
    const north: Term = { term: 'line', series: 0, line: 'north', price: 600 };
    expect(packTerms(north, { ...north, line: 'south' })).toThrow('A series is on one line. {"series":0,"lines":["north","south"]}');
    expect(packTerms(north, north)).toThrow('A series is on one line.');
  });

  it('refuses more than one price of lines', () => {
    const north: Term = { term: 'line', series: 0, line: 'north', price: 600 };
    expect(packTerms(north, { ...north, series: 1, price: 60 })).toThrow('All lines have one price. {"prices":[600,60]}');
  });

  it('takes any number of visits of a series, however few days there are', () => {
    const series = [{ ...aSeries(2), visits: Array.from({ length: 1000 }, () => ({ first: 0, last: 1 })) }];
    expect(pack({ series })).not.toThrow();
  });

  it('refuses patterns of more days than they have bits, or of days beyond the horizon', () => {
    const series = (dayCount: number, pattern: number) => [{ ...aSeries(dayCount), patterns: [pattern] }];
    expect(pack({ dayCount: 31, series: series(31, 2 ** 30) })).not.toThrow();
    expect(pack({ dayCount: 32, series: series(32, 1) })).toThrow(
      'The days of a pattern fit its bits. {"series":0,"dayCount":32,"most":31}',
    );
    expect(pack({ series: series(2, 4) })).toThrow('A pattern has only days of the horizon. {"series":0,"pattern":4,"dayCount":2}');
  });

  it('refuses limits that are eased by different amounts', () => {
    const eased = (per: Int32Array): Term => ({ ...end, price: 1, eased: { by: { per }, most: 5 } });
    expect(packTerms(eased(Int32Array.of(1, 1)), eased(perVisit.per))).not.toThrow();
    expect(packTerms(eased(perVisit.per), eased(perFirst.per))).toThrow('All limits that are eased share one amount. {"limits":2}');
  });

  it('eases priced limits of the end only', () => {
    const eased = { by: perVisit, most: 5 };
    expect(packTerms({ ...end, price: FORBIDDEN, eased })).toThrow('Only prices above a limit of the end are eased.');
    expect(packTerms({ ...end, of: 'work', price: 1, eased })).toThrow('Only prices above a limit of the end are eased. {"of":"work"');
  });

  it('refuses amounts that have no number for some series', () => {
    const of = { per: Int32Array.of(1) };
    expect(packTerms({ term: 'aggregate', slot: 0, of, side: 'above', limit: 3, price: 1 })).toThrow('{"per":1,"series":2}');
  });

  it('forbids nothing below a limit, and prices times above theirs only', () => {
    expect(packTerms({ ...end, of: perVisit, side: 'below', price: FORBIDDEN })).toThrow('Nothing is forbidden below a limit.');
    expect(packTerms({ ...end, of: 'work', side: 'below', price: 1 })).toThrow('Times of a slot are priced above a limit only.');
  });

  it('refuses a group that is forbidden', () => {
    const group = { term: 'group', slots: [0], of: perVisit, side: 'above', limit: 1, price: FORBIDDEN } as const;
    expect(packTerms(group)).toThrow('A group is priced only.');
  });

  it('refuses prices that a whole number cannot hold', () => {
    expect(packTerms({ term: 'slot', series: 0, slot: 0, price: FORBIDDEN })).not.toThrow();
    expect(packTerms({ term: 'opening', slot: 0, price: FORBIDDEN })).toThrow('{"term":"opening","price":"Infinity"}');
    expect(packTerms({ term: 'weekday', series: 0, price: 0.5 })).toThrow('{"term":"weekday","price":"0.5"}');
    expect(packTerms({ term: 'unserved', series: 0, visit: 0, price: -1 })).toThrow('{"term":"unserved","price":"-1"}');
    expect(packTerms({ term: 'gap', series: 0, before: null, between: (days) => days / 2, open: () => 0 })).toThrow(
      'A price of the calendar is a whole number of seconds. {"price":"0.5"}',
    );
    expect(packTerms({ ...end, limit: 0.5, price: 1 })).toThrow('A limit is a whole number. {"of":"end","limit":0.5}');
  });

  it('refuses terms about what the draft does not have', () => {
    expect(packTerms({ term: 'opening', slot: 2, price: 1 })).toThrow('A term names a slot of the draft. {"term":"opening","slot":2}');
    expect(packTerms({ term: 'weekday', series: 2, price: 1 })).toThrow('A term names a series of the draft.');
    expect(packTerms({ term: 'unserved', series: 0, visit: 1, price: 1 })).toThrow('{"series":0,"visit":1,"visits":1}');
    expect(packTerms({ term: 'windows', series: 0, day: 2, windows: [] })).toThrow('A term names a day of the horizon.');
    expect(packTerms({ term: 'activity', slot: 0, earliest: 0, latest: 0, length: 1, place: 1 })).toThrow('{"place":1,"placeCount":1}');
    expect(packTerms({ term: 'group', slots: [0, 2], of: perVisit, side: 'above', limit: 1, price: 1 })).toThrow('"slot":2');
  });

  it('refuses visits outside the horizon', () => {
    expect(pack({ series: [{ ...aSeries(2), visits: [{ first: 1, last: 2 }] }] })).toThrow('The days of a visit lie within the horizon.');
  });

  it('refuses more free ways, or stops away from a vehicle, than it can count', () => {
    const way: WayTable = { time: new Int32Array(1), cost: new Int32Array(1) };
    const legClasses = (free: number) => [
      { time: new Int32Array(1), price: null, ways: { free: Array.from({ length: free }, () => way), rides: [] } },
    ];
    expect(pack({ legClasses: legClasses(32), mostAway: 63 })).not.toThrow();
    expect(pack({ legClasses: legClasses(33) })).toThrow('The free ways of a leg can be counted. {"legClass":0,"free":33,"most":32}');
    expect(pack({ mostAway: 64 })).toThrow('Stops away from a vehicle can be counted. {"mostAway":64,"most":63}');
    expect(pack({ placeCount: 2 })).toThrow('A leg class has a leg for each pair of places.');
  });
});
