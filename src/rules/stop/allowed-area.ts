import { formatDay } from '../../domain/calendar.ts';
import { coversAreaOf } from '../../domain/may-serve.ts';
import type { RepId } from '../../kernel/ids.ts';
import { plannedVisits } from '../measure/planned-days.ts';
import { priceOf } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';

/** Reps visit the areas that they serve. A customer without an area is open to every rep. */
export const allowedArea = defineRule({
  id: 'stop/allowed-area',
  title: { en: 'Reps stay within their areas', zh: '客户经理在各自片区内拜访' },
  about: {
    en: 'A rep who serves certain areas visits the customers of those areas. Reps without areas serve all of the territory, and customers without an area are open to every rep.',
    zh: '负责特定片区的客户经理只拜访这些片区的客户。没有划定片区的客户经理服务整个辖区，不属于任何片区的客户可由任何人拜访。',
  },
  unit: { en: 'visit outside of the areas of the rep', zh: '次片区外的拜访' },
  canBeMust: true,
  params: {},
  sentences: {
    rule: { en: 'A rep visits the customers of their own areas.', zh: '客户经理只拜访本片区的客户。' },
    outside: {
      en: '{customer} in {area} is visited by {rep} on {day}, who serves {areas}.',
      zh: '{area}的{customer}在{day}由{rep}拜访，而{rep}负责的片区是{areas}。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  /** By customer that lies in an area, the reps who serve the area. */
  obligation: ({ territory: { customers, reps } }): ReadonlyMap<string, ReadonlySet<RepId>> =>
    new Map(
      customers
        .filter(({ area }) => area !== null)
        .map((customer) => [customer.id, new Set(reps.filter((rep) => coversAreaOf(rep, customer)).map(({ id }) => id))]),
    ),

  *compile({ repDays, series }, repsFor, stance) {
    const price = priceOf(stance);
    for (const [index, { customer }] of series.entries()) {
      const allowed = repsFor.get(customer.id);
      if (allowed === undefined) continue;
      for (const [slot, { rep }] of repDays.entries()) {
        if (!allowed.has(rep.id)) yield { term: 'slot', series: index, slot, price };
      }
    }
  },

  *audit(review, repsFor) {
    for (const { customer, repDay } of plannedVisits(review)) {
      const { id, name: rep, areas } = repDay.rep;
      if (customer.area === null || repsFor.get(customer.id)?.has(id) !== false) continue;
      const values = { customer: customer.name, area: customer.area, rep, areas: areas.join(', '), day: formatDay(repDay.day) };
      yield { units: 1, sentence: { key: 'outside', values } };
    }
  },
});
