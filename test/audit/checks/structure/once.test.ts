import { describe, expect, it } from 'vitest';
import { openCase } from '../../../../src/audit/audit-case.ts';
import { once } from '../../../../src/audit/checks/structure/once.ts';
import { visitId } from '../../../../src/kernel/ids.ts';
import { c1, c2, inputWith, mondayPlanned, plan, tuesdayPlanned, visit, withStop } from '../../handmade.ts';

const violations = (changes: Partial<typeof plan>) => [...once.violations(openCase(inputWith({ plan: { ...plan, ...changes } })))];
const [optional, required] = plan.unserved;
if (optional === undefined || required === undefined) throw new Error('The plan leaves two visits out.');

describe('structure/once', () => {
  it('finds nothing where each visit is served or listed as unserved', () => {
    expect(violations({})).toEqual([]);
  });

  it('finds a visit that is forgotten', () => {
    expect(violations({ unserved: [optional] })).toEqual(['Visit c3/monthly/1 is served 0 times and listed 0 times as unserved.']);
  });

  it('finds a visit that is served twice', () => {
    const twice = withStop(tuesdayPlanned, 2, visit(c2, 1, { arrival: '12:35' }));
    expect(violations({ days: [mondayPlanned, twice] })).toEqual([
      'Visit c2/monthly/1 is served 2 times and listed 0 times as unserved.',
      'Visit c2/monthly/2 is served 0 times and listed 0 times as unserved.',
    ]);
  });

  it('finds a visit that is both served and listed as unserved', () => {
    const served = { ...required, visit: visitId('c1', 'monthly', 1), customer: c1.id };
    expect(violations({ unserved: [optional, required, served] })).toEqual([
      'Visit c1/monthly/1 is served 1 times and listed 1 times as unserved.',
    ]);
  });

  it('finds visits that are not due', () => {
    const unserved = [optional, required, { ...required, visit: visitId('c3', 'monthly', 9) }];
    const days = [mondayPlanned, withStop(tuesdayPlanned, 2, visit(c2, 2, { arrival: '12:35' }), visit(c2, 7, { arrival: '15:00' }))];
    expect(violations({ days, unserved })).toEqual([
      'Visit c2/monthly/7 is in the plan, but is not due.',
      'Visit c3/monthly/9 is in the plan, but is not due.',
    ]);
  });
});
