import { describe, expect, it } from 'vitest';
import { monthOf } from '../../../../src/domain/calendar.ts';
import { assignSeries } from '../../../../tools/generate/witness/assign.ts';
import { repId } from '../../../../src/kernel/ids.ts';
import { aCustomer, aRep, aSeries, office } from '../../../support/builders.ts';
import { FIRST } from '../a-team.ts';
import type { DueSeries } from '../../../../tools/generate/witness/due-series.ts';

const makers = ['r1', 'r2'].map(repId);
const at = (north: number, east: number) => ({ lat: office.lat + north / 100, lng: office.lng + east / 100 });
const seriesAt = (id: string, location: ReturnType<typeof at>, given: object = {}): DueSeries => ({
  series: aSeries({ customer: aCustomer({ id, location, ...given }), makers }),
  ranges: [monthOf(FIRST)],
  made: 0,
  within: null,
});

function sharesOf(reps: readonly ReturnType<typeof aRep>[], all: readonly DueSeries[]) {
  const assigned = assignSeries(reps, all);
  return Object.fromEntries([...assigned].map(([rep, own]) => [rep, own.map(({ series }) => series.customer.id).toSorted()]));
}

describe('assignSeries', () => {
  const together = [aRep({ id: 'r1' }), aRep({ id: 'r2' })];

  it('gives a customer to its required or preferred rep', () => {
    const all = [seriesAt('c1', at(1, 0), { requiredRep: 'r2' }), seriesAt('c2', at(1, 0), { preferredRep: 'r2' })];
    expect(sharesOf(together, all)).toEqual({ r1: [], r2: ['c1', 'c2'] });
  });

  it('gives the others to the nearest', () => {
    const apart = [aRep({ id: 'r1', start: at(-5, 0) }), aRep({ id: 'r2', start: at(5, 0) })];
    expect(sharesOf(apart, [seriesAt('c1', at(1, 0)), seriesAt('c2', at(-1, 0))])).toEqual({ r1: ['c2'], r2: ['c1'] });
  });

  it('cuts the circle around a shared base into sectors with as much work in each', () => {
    // South first, then north, going round from the west.
    const all = [seriesAt('n1', at(1, 1)), seriesAt('s1', at(-1, -1)), seriesAt('n2', at(1, -1)), seriesAt('s2', at(-1, 1))];
    expect(sharesOf(together, all)).toEqual({ r1: ['s1', 's2'], r2: ['n1', 'n2'] });
  });

  it('keeps all series of a customer together', () => {
    const all = [seriesAt('c1', at(1, 0)), seriesAt('c1', at(1, 0)), seriesAt('c1', at(1, 0)), seriesAt('c1', at(1, 0))];
    expect(sharesOf(together, all)).toEqual({ r1: ['c1', 'c1', 'c1', 'c1'], r2: [] });
  });

  it('gives a customer to the rep of its area', () => {
    const areas = [aRep({ id: 'r1', areas: ['north'] }), aRep({ id: 'r2', areas: ['south'] })];
    expect(sharesOf(areas, [seriesAt('c1', at(1, 0), { area: 'south' })])).toEqual({ r1: [], r2: ['c1'] });
  });
});
