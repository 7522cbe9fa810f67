import { formatDay } from '../../domain/calendar.ts';
import type { RepId } from '../../kernel/ids.ts';
import { plannedVisits } from '../measure/planned-days.ts';
import { priceOf } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';

/** Customers are visited by the rep whom they prefer. */
export const preferredRep = defineRule({
  id: 'stop/preferred-rep',
  title: { en: 'Customers see the rep that they prefer', zh: '优先由首选客户经理拜访' },
  about: {
    en: 'Each visit to a customer with a preferred rep that another rep makes costs the price.',
    zh: '客户有首选客户经理而由他人拜访的，每次拜访计一次代价。',
  },
  unit: { en: 'visit by another rep than the preferred one', zh: '次由非首选客户经理进行的拜访' },
  canBeMust: false,
  params: {},
  sentences: {
    rule: { en: 'A customer is visited by its preferred rep.', zh: '客户优先由其首选客户经理拜访。' },
    other: {
      en: '{customer} is visited by {rep} on {day}, but prefers another rep.',
      zh: '{customer}在{day}由{rep}拜访，而该客户的首选是其他客户经理。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  /** The preferred rep, by customer. */
  obligation: ({ territory: { customers } }): ReadonlyMap<string, RepId> =>
    new Map(customers.flatMap(({ id, preferredRep: rep }): readonly (readonly [string, RepId])[] => (rep === null ? [] : [[id, rep]]))),

  *compile({ repDays, series }, repFor, stance) {
    const price = priceOf(stance);
    for (const [index, { customer }] of series.entries()) {
      const preferred = repFor.get(customer.id);
      if (preferred === undefined) continue;
      for (const [slot, { rep }] of repDays.entries()) {
        if (rep.id !== preferred) yield { term: 'slot', series: index, slot, price };
      }
    }
  },

  *audit(review, repFor) {
    for (const { customer, repDay } of plannedVisits(review)) {
      const preferred = repFor.get(customer.id);
      if (preferred === undefined || preferred === repDay.rep.id) continue;
      const values = { customer: customer.name, rep: repDay.rep.name, day: formatDay(repDay.day) };
      yield { units: 1, sentence: { key: 'other', values } };
    }
  },
});
