import { formatDay, holds } from '../../domain/calendar.ts';
import { plannedVisits } from '../measure/planned-days.ts';
import { defineRule } from '../rule.ts';

/** Nobody is visited on a day for which they said that they are closed. */
export const closedDays = defineRule({
  id: 'stop/closed-days',
  title: { en: 'No visits on closed days', zh: '停业日不拜访' },
  about: {
    en: 'A customer is not visited on its closed dates, whatever its visiting hours say.',
    zh: '客户的停业日不安排拜访，不论其可拜访时间如何。',
  },
  unit: null,
  canBeMust: true,
  params: {},
  sentences: {
    rule: { en: 'Customers are not visited on their closed dates.', zh: '客户停业日不安排拜访。' },
    closed: { en: '{customer} is visited on {day}, which is one of its closed dates.', zh: '{customer}在{day}停业，却安排了拜访。' },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  obligation: (_agenda, params) => params,

  *compile({ horizon, series }) {
    for (const [index, { customer }] of series.entries()) {
      for (const day of customer.closedDays) {
        if (holds(horizon, day)) yield { term: 'windows', series: index, day: day - horizon.first, windows: [] };
      }
    }
  },

  *audit(review) {
    for (const { customer, planned } of plannedVisits(review)) {
      if (!customer.closedDays.includes(planned.day)) continue;
      yield { units: 1, sentence: { key: 'closed', values: { customer: customer.name, day: formatDay(planned.day) } } };
    }
  },
});
