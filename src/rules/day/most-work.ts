import { formatDay } from '../../domain/calendar.ts';
import { hours, inMinutes } from '../../kernel/units.ts';
import { minutesOver } from '../measure/minutes-over.ts';
import { perSecond } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';
import { fieldDays } from '../measure/field-days.ts';

/**
 * The field work of a day does not take too long.
 *
 * Serves P6 `health-products`: a day plan is for eight hours.
 */
export const mostWork = defineRule({
  id: 'day/most-work',
  title: { en: 'Field work stays within limits', zh: '每日外勤工时上限' },
  about: {
    en: 'The time from the start of the field time to the return, without breaks, is no longer than the limit.',
    zh: '从外勤开始到返回，扣除休息，每天的外勤工时不超过上限。',
  },
  unit: { en: 'minute of work over the limit', zh: '分钟工时超限' },
  canBeMust: true,
  params: {
    most: {
      type: 'duration',
      default: hours(8),
      about: { en: 'The longest field work of a day, without breaks.', zh: '每天外勤工时的上限（不含休息）。' },
    },
  },
  sentences: {
    rule: { en: 'A rep is out for at most {most} min a day, without breaks.', zh: '每天外勤工时不超过{most}分钟（不含休息）。' },
    long: {
      en: '{rep} is out for {minutes} min on {day}; the limit is {most} min.',
      zh: '{rep}在{day}外勤{minutes}分钟，上限为{most}分钟。',
    },
  },
  sentence: ({ most }) => ({ key: 'rule', values: { most: inMinutes(most) } }),

  obligation: (_agenda, params) => params,

  *compile({ repDays }, { most }, stance) {
    for (const slot of repDays.keys()) {
      yield { term: 'aggregate', slot, of: 'work', side: 'above', limit: most, price: perSecond(stance) };
    }
  },

  *audit(review, { most }, stance) {
    for (const { repDay, work } of fieldDays(review)) {
      if (work <= most) continue;
      const values = { rep: repDay.rep.name, day: formatDay(repDay.day), minutes: Math.ceil(work / 60), most: inMinutes(most) };
      yield { ...minutesOver(work - most, stance), sentence: { key: 'long', values } };
    }
  },
});
