import { describe, expect, it } from 'vitest';
import { monthOf } from '../../../../src/domain/calendar.ts';
import { assignErrands } from '../../../../tools/generate/team/assign.ts';
import { repId } from '../../../../src/kernel/ids.ts';
import { aCustomer, aRep, aTerritory, office } from '../../../support/builders.ts';
import { FIRST } from '../a-team.ts';
import { anErrand } from '../an-errand.ts';

const makers = ['r1', 'r2'].map(repId);
const at = (north: number, east: number) => ({ lat: office.lat + north / 100, lng: office.lng + east / 100 });
const errandTo = (id: string, location: ReturnType<typeof at>, given: object = {}) =>
  anErrand({ customer: aCustomer({ id, location, ...given }), cycles: [monthOf(FIRST)], makers });

function sharesOf(reps: readonly ReturnType<typeof aRep>[], errands: readonly ReturnType<typeof errandTo>[]) {
  const assigned = assignErrands(aTerritory({ reps }), errands);
  return Object.fromEntries([...assigned].map(([rep, own]) => [rep, own.map(({ customer }) => customer.id).toSorted()]));
}

describe('assignErrands', () => {
  const together = [aRep({ id: 'r1' }), aRep({ id: 'r2' })];

  it('gives a customer to the rep that it asks for', () => {
    const errands = [errandTo('c1', at(1, 0), { requiredRep: 'r2' }), errandTo('c2', at(1, 0), { preferredRep: 'r2' })];
    expect(sharesOf(together, errands)).toEqual({ r1: [], r2: ['c1', 'c2'] });
  });

  it('gives the others to the nearest', () => {
    const apart = [aRep({ id: 'r1', start: at(-5, 0) }), aRep({ id: 'r2', start: at(5, 0) })];
    expect(sharesOf(apart, [errandTo('c1', at(1, 0)), errandTo('c2', at(-1, 0))])).toEqual({ r1: ['c2'], r2: ['c1'] });
  });

  it('cuts the circle around a base that reps share into sectors with as much to do', () => {
    // South first, then north, going round from the west.
    const errands = [errandTo('n1', at(1, 1)), errandTo('s1', at(-1, -1)), errandTo('n2', at(1, -1)), errandTo('s2', at(-1, 1))];
    expect(sharesOf(together, errands)).toEqual({ r1: ['s1', 's2'], r2: ['n1', 'n2'] });
  });

  it('keeps all errands of a customer together', () => {
    const errands = [errandTo('c1', at(1, 0)), errandTo('c1', at(1, 0)), errandTo('c1', at(1, 0)), errandTo('c1', at(1, 0))];
    expect(sharesOf(together, errands)).toEqual({ r1: ['c1', 'c1', 'c1', 'c1'], r2: [] });
  });

  it('leaves out nobody whom a rep of the area may visit', () => {
    const areas = [aRep({ id: 'r1', areas: ['north'] }), aRep({ id: 'r2', areas: ['south'] })];
    expect(sharesOf(areas, [errandTo('c1', at(1, 0), { area: 'south' })])).toEqual({ r1: [], r2: ['c1'] });
  });
});
