import type { RepId } from '../kernel/ids.ts';
import { type Seconds, seconds } from '../kernel/units.ts';
import {
  type Day,
  type DayRange,
  LONGEST_PAUSE,
  addDays,
  addWorkingDays,
  daysOf,
  formatDay,
  monthOf,
  weekOf,
  workingDays,
} from './calendar.ts';
import type { DeadlineTime, PlanSpan } from './policy.ts';
import { shiftOn } from './rep-day/rep-day.ts';
import type { Rep } from './rep.ts';
import type { Territory } from './territory.ts';

/** A plan that one rep hands in: for a month, one of its weeks, or one of their days. */
export interface RepPlan {
  /** `rep/span/first day`, such as `r1/week/2026-12-07`. */
  readonly id: string;
  readonly rep: RepId;
  readonly span: PlanSpan;
  readonly days: DayRange;
  /** The plan that this one refines: a day's week, a week's month; null for a month. */
  readonly parent: string | null;
  /** The deadline; null where the policy names no time. */
  readonly due: DueTime | null;
}

/** A clock time on a day. */
export interface DueTime {
  readonly day: Day;
  readonly clock: Seconds;
}

/**
 * A rep's plans that have a working day in the horizon: months, then weeks, then days. Weeks and months are whole,
 * also where they reach beyond it. A week belongs to the month of its Thursday.
 */
export function repPlansOf(territory: Territory, rep: Rep, horizon: DayRange): readonly RepPlan[] {
  const days = workingDays(territory.calendar, horizon);
  const weeks = distinct(days.map(weekOf));
  const months = distinct(weeks.map(monthOfWeek));
  const plan = (span: PlanSpan, range: DayRange, parent: string | null): RepPlan => ({
    id: planId(rep, span, range),
    rep: rep.id,
    span,
    days: range,
    parent,
    due: dueOf(territory, rep, { span, range }),
  });
  return [
    ...months.map((month) => plan('month', month, null)),
    ...weeks.map((week) => plan('week', week, planId(rep, 'month', monthOfWeek(week)))),
    ...days.map((day) => plan('day', { first: day, last: day }, planId(rep, 'week', weekOf(day)))),
  ];
}

const planId = ({ id }: Rep, span: PlanSpan, { first }: DayRange): string => `${id}/${span}/${formatDay(first)}`;
const monthOfWeek = ({ first }: DayRange): DayRange => monthOf(addDays(first, 3));
const distinct = (ranges: readonly DayRange[]): readonly DayRange[] => [...new Map(ranges.map((range) => [range.first, range])).values()];

interface Period {
  readonly span: PlanSpan;
  readonly range: DayRange;
}

function dueOf(territory: Territory, rep: Rep, { span, range }: Period): DueTime | null {
  const by = territory.policy.deadlines.find(({ plan }) => plan === span)?.by ?? null;
  const begins = workingDays(territory.calendar, range)[0];
  if (by === null || begins === undefined) return null;
  const day = addWorkingDays(territory.calendar, begins, -by.workingDaysBefore);
  return day === null ? null : timeOn(territory, rep, { day, by });
}

/** The time of a deadline. A deadline at the end of the shift uses the day's shift, or that of the last day before on which the rep works. */
function timeOn(territory: Territory, rep: Rep, { day, by }: { readonly day: Day; readonly by: DeadlineTime }): DueTime | null {
  if (by.clock !== null) return { day, clock: seconds(by.clock - by.before) };
  const before = daysOf({ first: addDays(day, -LONGEST_PAUSE), last: day }).toReversed();
  const worked = before.flatMap((at) => {
    const shift = shiftOn(territory, rep, at);
    return shift === null ? [] : [{ day: at, clock: seconds(shift.until - by.before) }];
  });
  return worked[0] ?? null;
}
