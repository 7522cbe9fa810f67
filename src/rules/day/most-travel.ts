import { formatDay } from '../../domain/calendar.ts';
import { hours, inMinutes } from '../../kernel/units.ts';
import { minutesOver } from '../measure/minutes-over.ts';
import { perSecond } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';
import { fieldDays } from '../measure/field-days.ts';

/** The travel of a day does not take too long. */
export const mostTravel = defineRule({
  id: 'day/most-travel',
  title: { en: 'Travel stays within limits', zh: '每日在途时间上限' },
  about: {
    en: 'All legs of a day, from the start to the return, take no longer than the limit together. Waiting and breaks do not count.',
    zh: '从出发到返回，当天各段路程的在途时间合计不超过上限。等待和休息不计在内。',
  },
  unit: { en: 'minute of travel over the limit', zh: '分钟在途超限' },
  canBeMust: true,
  params: {
    most: {
      type: 'duration',
      default: hours(3),
      about: { en: 'The longest travel of a day, all legs together.', zh: '每天在途时间合计的上限。' },
    },
  },
  sentences: {
    rule: { en: 'A rep travels for at most {most} min a day.', zh: '每天在途时间不超过{most}分钟。' },
    long: {
      en: '{rep} travels for {minutes} min on {day}; the limit is {most} min.',
      zh: '{rep}在{day}在途{minutes}分钟，上限为{most}分钟。',
    },
  },
  sentence: ({ most }) => ({ key: 'rule', values: { most: inMinutes(most) } }),

  obligation: (_agenda, params) => params,

  *compile({ repDays }, { most }, stance) {
    for (const slot of repDays.keys()) {
      yield { term: 'aggregate', slot, of: 'travel', side: 'above', limit: most, price: perSecond(stance) };
    }
  },

  *audit(review, { most }, stance) {
    for (const { repDay, travel } of fieldDays(review)) {
      if (travel <= most) continue;
      const values = { rep: repDay.rep.name, day: formatDay(repDay.day), minutes: Math.ceil(travel / 60), most: inMinutes(most) };
      yield { ...minutesOver(travel - most, stance), sentence: { key: 'long', values } };
    }
  },
});
