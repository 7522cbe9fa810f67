import { describe, expect, it } from 'vitest';
import { repDays } from '../../../../src/audit/checks/structure/rep-days.ts';
import { day } from '../../../../src/domain/calendar.ts';
import { repId } from '../../../../src/kernel/ids.ts';
import { foundBy, mondayPlanned, tuesdayPlanned } from '../../handmade.ts';

const violations = foundBy(repDays);

describe('structure/rep-days', () => {
  it('finds nothing where every working day stands once', () => {
    expect(violations(mondayPlanned, tuesdayPlanned)).toEqual([]);
  });

  it('misses a working day', () => {
    expect(violations(mondayPlanned)).toEqual(['r1 on 2026-12-08 is in the plan 0 times instead of once.']);
  });

  it('finds a day that is there twice', () => {
    expect(violations(mondayPlanned, tuesdayPlanned, mondayPlanned)).toEqual(['r1 on 2026-12-07 is in the plan 2 times instead of once.']);
  });

  it('finds days on which nobody works and reps who are not in the territory', () => {
    const sunday = { ...mondayPlanned, day: day('2026-12-06') };
    const stranger = { ...mondayPlanned, rep: repId('r9') };
    expect(violations(sunday, mondayPlanned, tuesdayPlanned, stranger)).toEqual([
      'r1 on 2026-12-06 is in the plan, but the rep does not work on that day.',
      'r9 on 2026-12-07 is in the plan, but the rep does not work on that day.',
    ]);
  });
});
