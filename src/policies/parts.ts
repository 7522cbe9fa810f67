import type { Break, Duty, Frequency, PlanningDeadline, RuleInstance, Tag } from '../domain/policy.ts';
import { plainFrequency } from '../domain/policy.ts';
import type { Text } from '../kernel/text.ts';
import { type Seconds, hours, minutes, seconds } from '../kernel/units.ts';

/** A clock time. */
export const at = (hour: number, minute = 0): Seconds => seconds(hours(hour) + minutes(minute));

/** The end of a duty that lasts until the shift ends. */
export const SHIFT_END: Seconds = at(24);

/** A frequency by calendar month; given fields replace the usual ones. */
export const monthly = (
  id: string,
  { visits, ...given }: Partial<Frequency> & Pick<Frequency, 'minGapDays' | 'maxGapDays'> & { readonly visits: number },
): Frequency => ({
  ...plainFrequency,
  id,
  kind: 'ordinary',
  tiers: [],
  tags: [],
  statuses: ['new', 'retained'],
  count: { bound: 'atLeast', visits },
  cycle: { every: 'month' },
  tag: 'added',
  ...given,
});

/** A duty of every day. */
export const dailyDuty = (id: string, title: Text, given: Pick<Duty, 'from' | 'until' | 'tag'> & Partial<Duty>): Duty => ({
  id,
  title,
  days: { on: 'every-day' },
  ifNonWorking: 'skip',
  ...given,
});

/** The duty of planning the next month, on the month's last working day. */
export const monthPlan = (from: Seconds, tag: Tag): Duty => ({
  id: 'month-plan',
  title: { en: "Next month's visit plan", zh: '次月拜访计划' },
  days: { on: 'last-working-day' },
  ifNonWorking: 'previous',
  from,
  until: SHIFT_END,
  tag,
});

/** An hour at noon. No source mentions breaks. */
export const lunch: Break = {
  id: 'lunch',
  title: { en: 'Lunch', zh: '午休' },
  earliest: at(11, 45),
  latest: at(12, 45),
  length: hours(1),
  tag: 'added',
};

/** A rule that is never broken. */
export const must = (rule: string, tag: Tag, params: RuleInstance['params'] = {}): RuleInstance => ({ rule, price: 'must', params, tag });

/** A rule with a price in working time for each unit of breaking it. */
export const priced = (rule: string, price: Seconds, tag: Tag, params: RuleInstance['params'] = {}): RuleInstance => ({
  rule,
  price,
  params,
  tag,
});

/** Rules that every preset has as a must, also where its source does not mention them. */
export const commonMusts: readonly RuleInstance[] = [
  must('day/duties', 'inferred'),
  must('day/breaks', 'added'),
  must('stop/opening-hours', 'added'),
  must('stop/closed-days', 'added'),
  must('stop/allowed-rep', 'added'),
  must('stop/allowed-area', 'added'),
  must('leg/allowed-modes', 'added'),
];

const nothing = minutes(0);

/** The deadline of the month's plan: the end of the month before. */
export const monthDeadline = (tag: Tag): PlanningDeadline => ({
  plan: 'month',
  due: { en: 'on the last working day of the month before', zh: '上月最后一个工作日' },
  by: { workingDaysBefore: 1, clock: null, before: nothing },
  tag,
});

/** The deadline of the week's plan: the working day before, some time before the end of work. */
export const weekDeadline = (tag: Tag, before: Seconds = nothing): PlanningDeadline => ({
  plan: 'week',
  due:
    before === 0
      ? { en: 'on the last working day of the week before', zh: '上周最后一个工作日下班前' }
      : { en: 'on the last working day of the week before, two hours before the end of work', zh: '上周最后一个工作日下班前2小时' },
  by: { workingDaysBefore: 1, clock: null, before },
  tag,
});

/** The deadline of the day's plan: the end of work of the working day before. */
export const dayDeadline = (tag: Tag): PlanningDeadline => ({
  plan: 'day',
  due: { en: 'before the end of the working day before', zh: '前一个工作日下班前' },
  by: { workingDaysBefore: 1, clock: null, before: nothing },
  tag,
});
