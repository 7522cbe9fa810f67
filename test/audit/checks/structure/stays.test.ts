import { describe, expect, it } from 'vitest';
import { stays } from '../../../../src/audit/checks/structure/stays.ts';
import { at } from '../../../support/builders.ts';
import { c2, foundBy, mondayPlanned, tuesdayPlanned, visit, withStop } from '../../handmade.ts';

const until = (clock: string) => withStop(mondayPlanned, 2, { ...visit(c2, 1, { arrival: '09:25' }), end: at(clock) });
const violations = foundBy(stays);

describe('structure/stays', () => {
  it('finds nothing where visits take ten minutes or more', () => {
    expect(violations(mondayPlanned, tuesdayPlanned)).toEqual([]);
    expect(violations(until('09:45'))).toEqual([]);
  });

  it('finds a visit cut short', () => {
    expect(violations(until('09:34'))).toEqual(['r1 on 2026-12-07: visit c2/monthly/1 takes PT9M instead of PT10M.']);
  });
});
