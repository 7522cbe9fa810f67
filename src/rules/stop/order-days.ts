import { type Day, type Weekday, formatDay } from '../../domain/calendar.ts';
import { daysBeforeOrder } from '../../domain/order-days.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import { present } from '../../kernel/assert.ts';
import { plannedVisits, seriesByVisit } from '../measure/planned-days.ts';
import { priceOf } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';

const params = {
  least: {
    type: 'count',
    default: 0,
    most: 20,
    about: {
      en: 'Fewest working days from the visit to the order; 0 allows the order day itself.',
      zh: '拜访距订货日最少几个工作日；0表示可在订货当日拜访。',
    },
  },
  most: {
    type: 'count',
    default: 1,
    most: 20,
    about: { en: 'Most working days from the visit to the order.', zh: '拜访距订货日最多几个工作日。' },
  },
} as const;

/**
 * Regular visits fall on the customer's order day or shortly before it, never after.
 *
 * Serves P10 `visit-lines`: customers who order on the same day or the next make up a line. Requests have dates of
 * their own: a visit after a complaint does not wait for the order day.
 */
export const orderDays = defineRule({
  id: 'stop/order-days',
  title: { en: 'Visits come just before the order', zh: '订货日前拜访' },
  about: {
    en: 'A regular visit falls on a working day within the given number of working days before an order of the customer. Where the order day is a day off, the customer orders on the next working day. Requests may fall on any day, and so may the visits of customers without an order day.',
    zh: '定期拜访须安排在客户订货前规定的工作日数之内；订货日逢休息日的，顺延到下一个工作日订货。临时任务和没有订货日的客户不受此限。',
  },
  unit: { en: 'visit too early or too late for the order', zh: '次不在订货前规定天数内的拜访' },
  canBeMust: true,
  params,
  sentences: {
    rule: {
      en: 'A regular visit comes {least} to {most} working days before the customer orders.',
      zh: '定期拜访安排在客户订货前{least}至{most}个工作日。',
    },
    off: {
      en: '{customer} is visited on {day}, which is not {least} to {most} working days before it orders.',
      zh: '{customer}在{day}安排了拜访，不在其订货前{least}至{most}个工作日。',
    },
  },
  sentence: ({ least, most }) => ({ key: 'rule', values: { least, most } }),

  obligation: ({ territory, horizon, series }, lead) => {
    const byWeekday = new Map<Weekday, ReadonlySet<Day>>();
    for (const customer of territory.customers) {
      const { orderWeekday } = customer;
      if (orderWeekday === null || byWeekday.has(orderWeekday)) continue;
      byWeekday.set(orderWeekday, new Set(daysBeforeOrder(territory.calendar, customer, horizon, lead)));
    }
    const regular = series.flatMap((one): readonly (readonly [VisitSeries, ReadonlySet<Day>])[] => {
      const { orderWeekday } = one.customer;
      if (one.origin.by === 'request' || orderWeekday === null) return [];
      return [[one, present(byWeekday.get(orderWeekday), 'The days before an order')]];
    });
    /** The days on which a series' visits may fall; series without an entry are free. */
    return { lead, daysFor: new Map(regular) };
  },

  *compile({ repDays, series }, { daysFor }, stance) {
    for (const [index, one] of series.entries()) {
      const days = daysFor.get(one);
      if (days === undefined) continue;
      for (const [slot, { day }] of repDays.entries()) {
        if (!days.has(day)) yield { term: 'slot', series: index, slot, price: priceOf(stance) };
      }
    }
  },

  *audit(review, { lead, daysFor }) {
    const seriesOf = seriesByVisit(review);
    for (const { stop, customer, planned } of plannedVisits(review)) {
      const series = seriesOf(stop.visit);
      if (series === null || daysFor.get(series)?.has(planned.day) !== false) continue;
      yield { units: 1, sentence: { key: 'off', values: { customer: customer.name, day: formatDay(planned.day), ...lead } } };
    }
  },
});
