import { formatDay } from '../../domain/calendar.ts';
import { priceOf } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';
import { fieldDays } from '../measure/field-days.ts';

/** Each day with visits has a price, so that a few visits do not open a day that could stay free. */
export const opening = defineRule({
  id: 'day/opening',
  title: { en: 'Few days with visits', zh: '减少外出天数' },
  about: {
    en: 'Each day on which a rep makes any visit costs the price once. Visits then gather on fewer days.',
    zh: '客户经理每有一天外出拜访，计一次代价，使拜访集中到较少的日子。',
  },
  unit: { en: 'day with visits', zh: '个外出日' },
  canBeMust: false,
  params: {},
  sentences: {
    rule: { en: 'Reps go out on as few days as possible.', zh: '尽量减少外出天数。' },
    opened: { en: '{rep} goes out on {day}.', zh: '{rep}在{day}外出。' },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  obligation: (_agenda, params) => params,

  *compile({ repDays }, _params, stance) {
    for (const slot of repDays.keys()) yield { term: 'opening', slot, price: priceOf(stance) };
  },

  *audit(review) {
    for (const { repDay } of fieldDays(review)) {
      yield { units: 1, sentence: { key: 'opened', values: { rep: repDay.rep.name, day: formatDay(repDay.day) } } };
    }
  },
});
