import { formatDay } from '../../domain/calendar.ts';
import type { Customer } from '../../domain/customer.ts';
import { formatClock } from '../../kernel/units.ts';
import { placeKey } from '../measure/place-key.ts';
import { plannedDays } from '../measure/planned-days.ts';
import { priceOf } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';

/**
 * Customers that allow certain modes only are reached and left by those.
 *
 * A leg is judged by the places at its ends: the modes that one customer allows hold for all customers at the
 * same place. A leg that is wrong at both ends counts once.
 */
export const allowedModes = defineRule({
  id: 'leg/allowed-modes',
  title: { en: 'Customers are reached by the modes that they allow', zh: '按客户允许的交通方式往返' },
  about: {
    en: 'Where a customer allows only some modes of transport, the legs to and from it use one of them. All other customers can be reached by all modes.',
    zh: '客户指定了交通方式的，往返该地点只使用其中之一；未指定的不受限制。',
  },
  unit: { en: 'leg by a mode that is not allowed', zh: '段使用不允许的交通方式的路程' },
  canBeMust: true,
  params: {},
  sentences: {
    rule: {
      en: 'A customer is reached and left by the modes that it allows.',
      zh: '往返客户只使用该客户允许的交通方式。',
    },
    other: {
      en: 'On {day} at {depart}, {rep} sets out to or from {customer} by a mode that is not allowed there.',
      zh: '{rep}在{day} {depart}往返{customer}所用的交通方式不在允许之列。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  obligation: ({ territory }): readonly Restricted[] =>
    territory.customers.flatMap((customer) => (customer.allowedModes === null ? [] : [{ customer, modes: customer.allowedModes }])),

  *compile({ places, modes }, obligation, stance) {
    const modesOf = new Map<string, readonly string[]>(obligation.map(({ customer, modes: allowed }) => [customer.id, allowed]));
    const price = priceOf(stance);
    for (const mode of modes) {
      const closed = places.map(({ customers }) => customers.some((id) => modesOf.get(id)?.includes(mode) === false));
      if (!closed.includes(true)) continue;
      // Two customers at one place have no leg between them.
      yield { term: 'leg', mode, price: (from, to) => (from !== to && (closed[from] === true || closed[to] === true) ? price : 0) };
    }
  },

  *audit(review, obligation) {
    const byPlace = Map.groupBy(obligation, ({ customer }) => placeKey(customer.location));
    for (const { repDay, planned } of plannedDays(review)) {
      for (const { mode, from, to, depart } of planned.legs) {
        const restricted = [to, from].flatMap((end) => byPlace.get(placeKey(end)) ?? []);
        const customer = restricted.find(({ modes }) => !modes.includes(mode))?.customer;
        if (customer === undefined) continue;
        const values = { rep: repDay.rep.name, day: formatDay(repDay.day), depart: formatClock(depart), customer: customer.name };
        yield { units: 1, sentence: { key: 'other', values } };
      }
    }
  },
});

/** A customer that only some modes may reach. */
interface Restricted {
  readonly customer: Customer;
  readonly modes: readonly string[];
}
