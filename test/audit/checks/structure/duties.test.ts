import { describe, expect, it } from 'vitest';
import { duties } from '../../../../src/audit/checks/structure/duties.ts';
import { c1, foundBy, duty, mondayPlanned, tuesdayPlanned, withStop } from '../../handmade.ts';

const violations = foundBy(duties);
const meeting = duty('meeting', '08:00', '08:30');

describe('structure/duties', () => {
  it('finds nothing where each duty has its hours', () => {
    expect(violations(mondayPlanned, tuesdayPlanned)).toEqual([]);
  });

  it('misses a duty', () => {
    expect(violations(withStop(mondayPlanned, 0))).toEqual(['r1 on 2026-12-07: duty meeting is there 0 times instead of once.']);
  });

  it('finds a duty that is there twice', () => {
    expect(violations(withStop(mondayPlanned, 0, meeting, meeting))).toEqual([
      'r1 on 2026-12-07: duty meeting is there 2 times instead of once.',
    ]);
  });

  it('finds a duty at other hours', () => {
    expect(violations(withStop(mondayPlanned, 0, duty('meeting', '08:00', '08:20')))).toEqual([
      'r1 on 2026-12-07: duty meeting lasts from 08:00 to 08:20, not from 08:00 to 08:30.',
    ]);
  });

  it('finds a duty elsewhere than where the day starts', () => {
    expect(violations(withStop(mondayPlanned, 0, { ...meeting, location: c1.location }))).toEqual([
      'r1 on 2026-12-07: duty meeting is at (31.01, 121), not at (31, 121) where the day starts.',
    ]);
  });

  it('finds a duty that is not due on that day', () => {
    expect(violations(withStop(mondayPlanned, 0, meeting, duty('stocktaking', '08:30', '09:00')))).toEqual([
      'r1 on 2026-12-07: duty stocktaking is not due on that day.',
    ]);
  });
});
