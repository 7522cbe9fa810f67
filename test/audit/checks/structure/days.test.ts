import { describe, expect, it } from 'vitest';
import { openCase } from '../../../../src/audit/audit-case.ts';
import { days } from '../../../../src/audit/checks/structure/days.ts';
import { monday } from '../../../support/builders.ts';
import { c1, c2, foundBy, inputWith, mondayPlanned, series, tuesdayPlanned, visit, withStop } from '../../handmade.ts';

const violations = foundBy(days);

describe('structure/days', () => {
  it('finds nothing where visits fall on their days', () => {
    expect(violations(mondayPlanned, tuesdayPlanned)).toEqual([]);
  });

  it('finds a visit after its last day', () => {
    const onMonday = { first: monday, last: monday };
    const mondayOnly = series.map((each) => ({ ...each, visits: each.visits.map((visit) => ({ ...visit, days: onMonday })) }));
    // c2/monthly/2 is on Tuesday.
    expect([...days.violations(openCase(inputWith({ series: mondayOnly })))]).toEqual([
      'visit c2/monthly/2 is on 2026-12-08, not between 2026-12-07 and 2026-12-07.',
    ]);
  });

  it('finds two visits of a series on one day', () => {
    const both = withStop(mondayPlanned, 2, visit(c2, 1, { arrival: '09:25' }), visit(c2, 2, { arrival: '09:35' }));
    expect(violations(both, tuesdayPlanned)).toEqual(['visit c2/monthly/2 is on 2026-12-07, the day of another visit of the same series.']);
  });

  it('lets visits of different customers share a day', () => {
    const four = withStop(tuesdayPlanned, 2, visit(c2, 2, { arrival: '12:35' }), visit(c1, 2, { arrival: '13:00' }));
    expect(violations(mondayPlanned, four)).toEqual([]);
  });
});
