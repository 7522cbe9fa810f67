import { formatDay } from '../../domain/calendar.ts';
import type { Customer } from '../../domain/customer.ts';
import { formatClock } from '../../kernel/units.ts';
import { placeKey } from '../measure/place-key.ts';
import { plannedDays } from '../measure/planned-days.ts';
import { priceOf } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';

const BUS = 'bus';

/**
 * A bus is taken only where one passes the customer.
 *
 * Serves P2 `real-estate`: far customers are reached by bus where a bus passes them. A customer whose data lack
 * this counts as not served; the places where reps start and end count as served.
 */
export const busServed = defineRule({
  id: 'leg/bus-served',
  title: { en: 'Buses go where they pass the customer', zh: '公交可达才乘公交' },
  about: {
    en: 'A leg by bus leads from and to customers that a bus passes. A customer without this information counts as not served; the places where reps start and end count as served.',
    zh: '乘公交的路段，起止两端的客户都须有公交经过。未注明的客户视为没有公交经过；客户经理的出发和返回地点视为有公交。',
  },
  unit: { en: 'leg by bus where none passes', zh: '段没有公交经过的公交路程' },
  canBeMust: true,
  params: {},
  sentences: {
    rule: { en: 'A bus is taken only where one passes the customer.', zh: '有公交经过客户时才乘公交。' },
    none: {
      en: '{rep} takes a bus at {depart} on {day}, though no bus passes {customer}.',
      zh: '{rep}在{day} {depart}乘公交，但没有公交经过{customer}。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  /** The customers that no bus passes. */
  obligation: ({ territory }) => territory.customers.filter(({ busServed: isServed }) => !isServed),

  *compile({ places, modes }, remote, stance) {
    if (!modes.includes(BUS)) return;
    const ids = new Set<string>(remote.map(({ id }) => id));
    const isRemote = places.map(({ customers }) => customers.some((id) => ids.has(id)));
    const price = priceOf(stance);
    yield { term: 'leg', mode: BUS, price: (from, to) => (from !== to && (isRemote[from] === true || isRemote[to] === true) ? price : 0) };
  },

  *audit(review, remote) {
    const byPlace = Map.groupBy(remote, ({ location }) => placeKey(location));
    for (const { repDay, planned } of plannedDays(review)) {
      for (const { mode, from, to, depart } of planned.legs) {
        if (mode !== BUS) continue;
        const customer: Customer | undefined = [to, from].flatMap((end) => byPlace.get(placeKey(end)) ?? [])[0];
        if (customer === undefined) continue;
        const values = { rep: repDay.rep.name, day: formatDay(repDay.day), depart: formatClock(depart), customer: customer.name };
        yield { units: 1, sentence: { key: 'none', values } };
      }
    }
  },
});
