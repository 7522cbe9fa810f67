import { describe, expect, it } from 'vitest';
import { breaks } from '../../../../src/audit/checks/structure/breaks.ts';
import { at } from '../../../support/builders.ts';
import { foundBy, lunch, mondayPlanned, tuesdayPlanned, withStop } from '../../handmade.ts';

const violations = foundBy(breaks);

describe('structure/breaks', () => {
  it('finds nothing where each break is taken in its window', () => {
    expect(violations(mondayPlanned, tuesdayPlanned)).toEqual([]);
    expect(violations(withStop(mondayPlanned, 3, lunch('13:00')))).toEqual([]);
  });

  it('misses a break', () => {
    expect(violations(withStop(mondayPlanned, 3))).toEqual(['r1 on 2026-12-07: break lunch is there 0 times instead of once.']);
  });

  it('finds a break that starts outside its window', () => {
    expect(violations(withStop(mondayPlanned, 3, lunch('13:01')))).toEqual([
      'r1 on 2026-12-07: break lunch starts at 13:01, not between 12:00 and 13:00.',
    ]);
    expect(violations(withStop(mondayPlanned, 3, lunch('11:59')))).toHaveLength(1);
  });

  it('finds a break cut short', () => {
    expect(violations(withStop(mondayPlanned, 3, { ...lunch('12:00'), end: at('12:20') }))).toEqual([
      'r1 on 2026-12-07: break lunch takes 20 min instead of 30.',
    ]);
  });

  it('finds a break that is not due', () => {
    expect(violations(withStop(mondayPlanned, 3, lunch('12:00'), { ...lunch('15:00'), break: 'tea' }))).toEqual([
      "r1 on 2026-12-07: break tea is none of that day's breaks.",
    ]);
  });
});
