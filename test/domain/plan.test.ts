import { describe, expect, it } from 'vitest';
import { commitmentsOf } from '../../src/domain/plan.ts';
import { repId } from '../../src/kernel/ids.ts';
import { aCommitment, aCustomer, aDutyStop, aPlannedDay, aVisitStop, monday } from '../support/builders.ts';

describe('commitmentsOf', () => {
  it('are the days and reps of a plan’s visits', () => {
    const stops = [aDutyStop('meeting', '08:00', '08:30'), aVisitStop(aCustomer(), { start: '09:00' })];
    expect(commitmentsOf({ days: [aPlannedDay({ rep: 'r2', stops })] }, 'planned')).toEqual([
      aCommitment({ day: monday, rep: repId('r2'), firmness: 'planned' }),
    ]);
  });
});
