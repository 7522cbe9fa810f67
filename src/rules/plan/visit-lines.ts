import { formatDay } from '../../domain/calendar.ts';
import { plannedVisits } from '../measure/planned-days.ts';
import { priceOf } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';

/** A rep keeps to one visit line a day. Customers that are on no line fit any day. */
export const visitLines = defineRule({
  id: 'plan/visit-lines',
  title: { en: 'One visit line a day', zh: '一天一条拜访线路' },
  about: {
    en: "Each visit line on a rep's day beyond the first costs the price. Customers without a line cost nothing.",
    zh: '客户经理一天之内每多走一条拜访线路，按此代价计算。未划入线路的客户不计。',
  },
  unit: { en: 'further line on a day', zh: '条当天多走的线路' },
  canBeMust: false,
  params: {},
  sentences: {
    rule: { en: 'A rep keeps to one visit line a day.', zh: '客户经理每天只走一条拜访线路。' },
    several: { en: '{rep} has {lines} visit lines on {day}: {names}.', zh: '{rep}在{day}走了{lines}条拜访线路：{names}。' },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  /** The visit line of each customer that is on one. */
  obligation: ({ territory: { customers } }): ReadonlyMap<string, string> =>
    new Map(customers.flatMap(({ id, line }): readonly (readonly [string, string])[] => (line === null ? [] : [[id, line]]))),

  *compile({ series }, lineOf, stance) {
    for (const [index, { customer }] of series.entries()) {
      const line = lineOf.get(customer.id);
      if (line !== undefined) yield { term: 'line', series: index, line, price: priceOf(stance) };
    }
  },

  *audit(review, lineOf) {
    const byDay = Map.groupBy(plannedVisits(review), ({ repDay }) => repDay);
    for (const [{ rep, day }, visits] of byDay) {
      const lines = [...new Set(visits.flatMap(({ customer }) => lineOf.get(customer.id) ?? []))];
      if (lines.length < 2) continue;
      const values = { rep: rep.name, day: formatDay(day), lines: lines.length, names: lines.join(', ') };
      yield { units: lines.length - 1, sentence: { key: 'several', values } };
    }
  },
});
