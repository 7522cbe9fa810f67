import { formatDay } from '../../domain/calendar.ts';
import type { Customer, Location } from '../../domain/customer.ts';
import { formatClock } from '../../kernel/units.ts';
import { plannedDays } from '../planned-days.ts';
import { priceOf } from '../prices.ts';
import { defineRule } from '../rule.ts';

/**
 * Customers that can be reached by certain modes only are reached and left by those.
 *
 * A leg is judged by the places at its ends: what one customer there allows holds for all who share the
 * place. A leg that is wrong at both ends counts once.
 */
export const allowedModes = defineRule({
  id: 'leg/allowed-modes',
  title: { en: 'Customers are reached by the modes that they allow', zh: '按客户允许的交通方式往返' },
  about: {
    en: 'Where a customer names modes of transport, the legs to and from that place use one of them. Customers that name none can be reached by all.',
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

  *compile({ territory, places, modes }, _params, stance) {
    const byId = new Map<string, Customer>(territory.customers.map((customer) => [customer.id, customer]));
    const price = priceOf(stance);
    for (const mode of modes) {
      const closed = places.map(({ customers }) => customers.some((id) => byId.get(id)?.allowedModes?.includes(mode) === false));
      if (!closed.includes(true)) continue;
      // Two customers at one place have no leg between them.
      yield { term: 'leg', mode, price: (from, to) => (from !== to && (closed[from] === true || closed[to] === true) ? price : 0) };
    }
  },

  *audit(review) {
    const strict = review.territory.customers.filter(({ allowedModes }) => allowedModes !== null);
    const byPlace = Map.groupBy(strict, ({ location }) => keyOf(location));
    for (const { repDay, planned } of plannedDays(review)) {
      for (const { mode, from, to, depart } of planned.legs) {
        const there = [to, from].flatMap((end) => byPlace.get(keyOf(end)) ?? []);
        const customer = there.find(({ allowedModes }) => allowedModes?.includes(mode) === false);
        if (customer === undefined) continue;
        const values = { rep: repDay.rep.name, day: formatDay(repDay.day), depart: formatClock(depart), customer: customer.name };
        yield { units: 1, sentence: { key: 'other', values } };
      }
    }
  },
});

const keyOf = ({ lat, lng }: Location): string => `${lat},${lng}`;
