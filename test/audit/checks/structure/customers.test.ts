import { describe, expect, it } from 'vitest';
import { openCase } from '../../../../src/audit/audit-case.ts';
import { contactId, requestId } from '../../../../src/kernel/ids.ts';
import { customers } from '../../../../src/audit/checks/structure/customers.ts';
import { c1, c2, c3, foundBy, inputWith, mondayPlanned, plan, tuesdayPlanned, visit, withStop } from '../../handmade.ts';

const second = visit(c2, 1, { arrival: '09:25' });
const violations = foundBy(customers);

describe('structure/customers', () => {
  it('finds nothing where visits are what is due', () => {
    expect(violations(mondayPlanned, tuesdayPlanned)).toEqual([]);
  });

  it('finds a visit at another customer', () => {
    expect(violations(withStop(mondayPlanned, 2, { ...second, customer: c1.id }))).toEqual([
      'Visit c2/monthly/1 is at customer c1 instead of c2.',
    ]);
  });

  it('finds a visit at another place', () => {
    expect(violations(withStop(mondayPlanned, 2, { ...second, location: c3.location }))).toEqual([
      'visit c2/monthly/1 is at (31.03, 121); its customer is at (31.02, 121).',
    ]);
  });

  it('finds a visit of another kind, contact or request', () => {
    const wrong = { ...second, kind: 'return' as const, contact: contactId('li'), answers: [{ request: requestId('q1'), purpose: '' }] };
    expect(violations(withStop(mondayPlanned, 2, wrong))).toEqual([
      'Visit c2/monthly/1 is of kind return instead of ordinary.',
      'Visit c2/monthly/1 is with li instead of any contact.',
      'Visit c2/monthly/1 answers q1 instead of no request.',
    ]);
  });

  it('finds a visit that is said to be optional and is not', () => {
    expect(violations(withStop(mondayPlanned, 2, { ...second, required: false }))).toEqual([
      'Visit c2/monthly/1 is required; the plan says the opposite.',
    ]);
  });

  it('looks at unserved visits too', () => {
    const unserved = plan.unserved.map((visit) => ({ ...visit, customer: c2.id, required: true }));
    expect([...customers.violations(openCase(inputWith({ plan: { ...plan, unserved } })))]).toEqual([
      'Visit c1/monthly/2 is at customer c2 instead of c1.',
      'Visit c1/monthly/2 is optional; the plan says the opposite.',
      'Visit c3/monthly/1 is at customer c2 instead of c3.',
    ]);
  });
});
