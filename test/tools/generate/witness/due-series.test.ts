import { describe, expect, it } from 'vitest';
import { day, formatDay, monthOf } from '../../../../src/domain/calendar.ts';
import type { PastVisit } from '../../../../src/domain/territory.ts';
import { dueIn } from '../../../../tools/generate/witness/due-series.ts';
import { aCommitment, aCustomer, aPastVisit, aPolicy, aRep, aTerritory } from '../../../support/builders.ts';
import { FIRST, aMonthly } from '../a-team.ts';

const december = monthOf(FIRST);
const seenOn = (...days: readonly string[]): readonly PastVisit[] => days.map((at) => aPastVisit({ day: day(at) }));

type Given = Parameters<typeof aTerritory>[0];
const dueOf = (given: Given, frequency = aMonthly('twice', 2)) =>
  dueIn(aTerritory({ reps: [aRep()], customers: [aCustomer()], policy: aPolicy({ frequencies: [frequency] }), ...given }), december).visits;
const rangesOf = (...parameters: Parameters<typeof dueOf>) =>
  dueOf(...parameters)[0]?.ranges.map(({ first, last }) => `${formatDay(first)}/${formatDay(last)}`);
const withinOf = (...parameters: Parameters<typeof dueOf>) => dueOf(...parameters)[0]?.within;

describe('dueIn', () => {
  it('has the required visits of the month', () => {
    expect(rangesOf({ history: seenOn('2026-11-20') })).toEqual(['2026-12-01/2026-12-31', '2026-12-01/2026-12-31']);
  });

  it('keeps the days of visits that the history has in the month, with the others afterwards', () => {
    expect(rangesOf({ history: seenOn('2026-11-20', '2026-12-03') })).toEqual(['2026-12-03/2026-12-03', '2026-12-04/2026-12-31']);
  });

  it('leaves out spot checks and frequencies that require nothing', () => {
    expect(dueOf({}, aMonthly('drawn', 1, { sample: 1 }))).toEqual([]);
    expect(dueOf({}, aMonthly('at most', 1, { count: { bound: 'atMost', visits: 1 } }))).toEqual([]);
  });

  it('has calls apart', () => {
    const territory = aTerritory({ policy: aPolicy({ frequencies: [aMonthly('calls', 1, { kind: 'call' })] }) });
    const { visits, calls } = dueIn(territory, december);
    expect([visits.length, calls.length]).toEqual([0, 1]);
  });

  it('has a visit on the promised day', () => {
    const promised = aCommitment({ day: day('2026-12-15') });
    expect(withinOf({ commitments: [promised] })).toEqual({ first: day('2026-12-15'), last: day('2026-12-15') });
  });

  it('visits overdue customers on the first four days', () => {
    // 20 days after 1 November is 21 November; overdue by 1 December.
    expect(withinOf({ history: seenOn('2026-11-01') }, aMonthly('twice', 2, { maxGapDays: 20 }))).toEqual({
      first: FIRST,
      last: day('2026-12-04'),
    });
    expect(withinOf({ history: seenOn('2026-11-20') }, aMonthly('twice', 2, { maxGapDays: 20 }))).toBeNull();
  });

  it('visits new customers in time', () => {
    // 28 November + 10 days.
    const customers = [aCustomer({ status: 'new', since: day('2026-11-28') })];
    expect(withinOf({ customers }, aMonthly('new', 2, { firstWithinDays: 10 }))).toEqual({ first: FIRST, last: day('2026-12-08') });
  });
});
