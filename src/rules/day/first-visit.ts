import { formatDay } from '../../domain/calendar.ts';
import type { RepDay } from '../../domain/rep-day/rep-day.ts';
import { type Seconds, formatClock, hours } from '../../kernel/units.ts';
import { minutesOver } from '../measure/minutes-over.ts';
import { perSecond } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';
import { fieldDays } from '../measure/field-days.ts';

/**
 * The first visit of a day starts early.
 *
 * Serves P3 `tobacco`: at the first customer before 09:30. The rule does not apply to days on which duties or
 * the shift keep the rep from the field at that time.
 */
export const firstVisit = defineRule({
  id: 'day/first-visit',
  title: { en: 'The first visit starts early', zh: '首访时间' },
  about: {
    en: 'On a day with visits the first one starts by the clock time. The rule does not apply to a day on which the rep starts work or is on a duty at that time.',
    zh: '有拜访的当天，第一户客户的拜访不晚于规定时刻开始。届时尚未上班或仍在内勤的，当天不作要求。',
  },
  unit: { en: 'minute by which the first visit is late', zh: '分钟首访延迟' },
  canBeMust: true,
  params: {
    by: {
      type: 'clock',
      default: hours(9.5),
      about: { en: 'The latest start of the first visit.', zh: '第一户拜访最晚开始的时刻。' },
    },
  },
  sentences: {
    rule: { en: 'The first visit of a day starts by {by}.', zh: '每天第一户拜访不晚于{by}开始。' },
    late: {
      en: '{rep} starts the first visit at {start} on {day}, {minutes} min after {by}.',
      zh: '{rep}在{day}的第一户拜访于{start}开始，比{by}晚{minutes}分钟。',
    },
  },
  sentence: ({ by }) => ({ key: 'rule', values: { by: formatClock(by) } }),

  obligation: ({ repDays }, { by }) => ({ by, days: new Set(repDays.filter((repDay) => isOut(repDay, by))) }),

  *compile({ repDays }, { by, days }, stance) {
    for (const [slot, repDay] of repDays.entries()) {
      if (days.has(repDay)) yield { term: 'aggregate', slot, of: 'first', side: 'above', limit: by, price: perSecond(stance) };
    }
  },

  *audit(review, { by, days }, stance) {
    for (const { repDay, visits } of fieldDays(review)) {
      const start = visits[0]?.start ?? by;
      if (start <= by || !days.has(repDay)) continue;
      const values = { rep: repDay.rep.name, day: formatDay(repDay.day), start: formatClock(start), by: formatClock(by) };
      yield { ...minutesOver(start - by, stance), sentence: { key: 'late', values: { ...values, minutes: Math.ceil((start - by) / 60) } } };
    }
  },
});

/** Whether the rep can be with a customer at that time. */
const isOut = ({ field, duties }: RepDay, by: Seconds): boolean =>
  field.from < by && by < field.until && !duties.some(({ from, until }) => from <= by && by <= until);
