import { describe, expect, it } from 'vitest';
import { day, formatDay } from '../../src/domain/calendar.ts';
import type { DeadlineTime, PlanSpan, PlanningDeadline } from '../../src/domain/policy.ts';
import { repPlansOf } from '../../src/domain/rep-plan.ts';
import { calendar2026 } from '../../tools/generate/holidays-2026.ts';
import { formatClock, hours, minutes } from '../../src/kernel/units.ts';
import { aPolicy, aRep, aTerritory, at } from '../support/builders.ts';

const by = (plan: PlanSpan, time: DeadlineTime | null): PlanningDeadline => ({ plan, due: { en: plan, zh: plan }, by: time, tag: 'added' });
// The month on the last working day before; the week on the Friday before, two hours before the shift ends; the day by 08:30.
const deadlines = [
  by('month', { workingDaysBefore: 1, clock: null, before: minutes(0) }),
  by('week', { workingDaysBefore: 1, clock: null, before: hours(2) }),
  by('day', { workingDaysBefore: 0, clock: at('08:30'), before: minutes(0) }),
];
const territory = aTerritory({ calendar: calendar2026, policy: aPolicy({ deadlines }) });
const plans = (first: string, last: string, rep = aRep(), of = territory) =>
  repPlansOf(of, rep, { first: day(first), last: day(last) }).map(({ id, parent, due }) => ({
    id,
    parent,
    due: due === null ? null : `${formatDay(due.day)} ${formatClock(due.clock)}`,
  }));

describe('repPlansOf', () => {
  it('gives the month, its week and the days, each with its parent and its deadline', () => {
    // The shift ends at 17:00; 1 December is a Tuesday.
    expect(plans('2026-12-07', '2026-12-08')).toEqual([
      { id: 'r1/month/2026-12-01', parent: null, due: '2026-11-30 17:00' },
      { id: 'r1/week/2026-12-07', parent: 'r1/month/2026-12-01', due: '2026-12-04 15:00' },
      { id: 'r1/day/2026-12-07', parent: 'r1/week/2026-12-07', due: '2026-12-07 08:30' },
      { id: 'r1/day/2026-12-08', parent: 'r1/week/2026-12-07', due: '2026-12-08 08:30' },
    ]);
  });

  it('puts a week into the month of its Thursday', () => {
    // Monday 30 November: its Thursday is 3 December.
    expect(plans('2026-11-30', '2026-11-30').map(({ id }) => id)).toEqual([
      'r1/month/2026-12-01',
      'r1/week/2026-11-30',
      'r1/day/2026-11-30',
    ]);
  });

  it('leaves out days off, and counts deadlines from the first working day', () => {
    // National Day, 1 to 7 October 2026: the month begins to work on Thursday 8; the day before that is 30 September.
    expect(plans('2026-10-05', '2026-10-08')).toEqual([
      { id: 'r1/month/2026-10-01', parent: null, due: '2026-09-30 17:00' },
      { id: 'r1/week/2026-10-05', parent: 'r1/month/2026-10-01', due: '2026-09-30 15:00' },
      { id: 'r1/day/2026-10-08', parent: 'r1/week/2026-10-05', due: '2026-10-08 08:30' },
    ]);
  });

  it('takes the last shift before, when the rep is off on the day of the deadline', () => {
    const rep = aRep({ leave: [day('2026-12-04')] });
    expect(plans('2026-12-07', '2026-12-07', rep)[1]?.due).toBe('2026-12-03 15:00');
  });

  it('has no time where the policy has words only', () => {
    const wordy = aTerritory({ policy: aPolicy({ deadlines: [by('week', null)] }) });
    expect(plans('2026-12-07', '2026-12-07', aRep(), wordy).map(({ due }) => due)).toEqual([null, null, null]);
  });
});
