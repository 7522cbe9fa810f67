import { type Day, formatDay, holds } from '../../domain/calendar.ts';
import { plannedVisits } from '../measure/planned-days.ts';
import { defineRule } from '../rule.ts';

/** Customers are not visited on their closed dates. */
export const closedDays = defineRule({
  id: 'stop/closed-days',
  title: { en: 'No visits on closed days', zh: '停业日不拜访' },
  about: {
    en: 'A customer is not visited on its closed dates, whatever its visiting hours.',
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

  /** The closed dates within the horizon, by customer. */
  obligation: ({ territory: { customers }, horizon }): ReadonlyMap<string, readonly Day[]> =>
    new Map(customers.map(({ id, closedDays: days }) => [id, days.filter((day) => holds(horizon, day))])),

  *compile({ horizon, series }, daysOf) {
    for (const [index, { customer }] of series.entries()) {
      for (const day of daysOf.get(customer.id) ?? []) yield { term: 'windows', series: index, day: day - horizon.first, windows: [] };
    }
  },

  *audit(review, daysOf) {
    for (const { customer, planned } of plannedVisits(review)) {
      if (daysOf.get(customer.id)?.includes(planned.day) !== true) continue;
      yield { units: 1, sentence: { key: 'closed', values: { customer: customer.name, day: formatDay(planned.day) } } };
    }
  },
});
