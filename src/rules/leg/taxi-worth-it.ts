import { formatDay } from '../../domain/calendar.ts';
import type { Customer, Intent, Location } from '../../domain/customer.ts';
import type { ParamsOf } from '../../kernel/params.ts';
import { formatClock, inMinutes, minutes } from '../../kernel/units.ts';
import { plannedDays } from '../planned-days.ts';
import { priceOf } from '../prices.ts';
import { defineRule } from '../rule.ts';

const TAXI = 'taxi';

const params = {
  least: {
    type: 'duration',
    default: minutes(15),
    about: {
      en: 'The shortest ride for which a taxi is taken: nearer customers are not very far.',
      zh: '乘出租车的最短行程；更近的不算很远。',
    },
  },
  intents: {
    type: 'words',
    default: ['clear'],
    about: {
      en: 'How clear the intent of the customer has to be: unknown, vague or clear.',
      zh: '客户意向须达到的程度：unknown（不明）、vague（模糊）或clear（明确）。',
    },
  },
  tiers: {
    type: 'words',
    default: [],
    about: { en: 'Tiers of customers who are worth a taxi; empty for all.', zh: '值得乘出租车的客户级别；留空为全部级别。' },
  },
} as const;

type Params = ParamsOf<typeof params>;

/**
 * A taxi is taken only when all speaks for it.
 *
 * Serves P2 `real-estate`: very far, inconvenient by other transport, the customer's intent quite clear, and worth its
 * cost, all together. The way back has the permission of the way out. What a fare costs in time, `leg/fares` says.
 */
export const taxiWorthIt = defineRule({
  id: 'leg/taxi-worth-it',
  title: { en: 'Taxis only where all speaks for them', zh: '条件齐备才乘出租车' },
  about: {
    en: 'A leg by taxi is long, no bus passes the customer, the intent of the customer is clear and the customer of a tier that is worth it: all of these at one customer, at either end of the leg. So the way back from such a customer may be by taxi as well.',
    zh: '乘出租车的路段须同时满足：路程很远、客户没有公交经过、客户意向明确、客户级别值得。起止任一端的客户满足即可，因此从这样的客户返回时也可乘出租车。',
  },
  unit: { en: 'taxi ride without reason', zh: '次条件不齐备的出租车' },
  canBeMust: true,
  params,
  sentences: {
    rule: {
      en: 'A taxi is taken only for {least} min or more, to or from a customer with a clear intent that no bus passes.',
      zh: '车程不少于{least}分钟、客户意向明确且没有公交经过时，才乘出租车往返。',
    },
    short: {
      en: '{rep} takes a taxi for {minutes} min at {depart} on {day}; {least} min is the least.',
      zh: '{rep}在{day} {depart}乘出租车仅{minutes}分钟，少于{least}分钟。',
    },
    unfounded: {
      en: '{rep} takes a taxi at {depart} on {day}, to or from nobody who is worth it.',
      zh: '{rep}在{day} {depart}乘出租车，但往返的客户都不符合条件。',
    },
  },
  sentence: ({ least }) => ({ key: 'rule', values: { least: inMinutes(least) } }),

  *compile({ territory, places, modes }, given, stance) {
    if (!modes.includes(TAXI)) return;
    const byId = new Map<string, Customer>(territory.customers.map((customer) => [customer.id, customer]));
    const worth = places.map(({ customers }) => customers.some((id) => isWorth(byId.get(id), given)));
    const price = priceOf(stance);
    yield {
      term: 'leg',
      mode: TAXI,
      price: (from, to, time) => (from === to || (time >= given.least && (worth[from] === true || worth[to] === true)) ? 0 : price),
    };
  },

  *audit(review, given) {
    const at = Map.groupBy(review.territory.customers, ({ location }) => keyOf(location));
    for (const { repDay, planned } of plannedDays(review)) {
      for (const { mode, from, to, depart, travel } of planned.legs) {
        if (mode !== TAXI) continue;
        const values = { rep: repDay.rep.name, day: formatDay(repDay.day), depart: formatClock(depart) };
        const isFounded = [from, to].some((end) => (at.get(keyOf(end)) ?? []).some((customer) => isWorth(customer, given)));
        if (travel < given.least) {
          yield { units: 1, sentence: { key: 'short', values: { ...values, minutes: inMinutes(travel), least: inMinutes(given.least) } } };
        } else if (!isFounded) yield { units: 1, sentence: { key: 'unfounded', values } };
      }
    }
  },
});

function isWorth(customer: Customer | undefined, { intents, tiers }: Params): boolean {
  if (customer === undefined || customer.busServed) return false;
  const clear: readonly string[] = intents;
  return clear.includes(customer.intent satisfies Intent) && (tiers.length === 0 || tiers.includes(customer.tier));
}

const keyOf = ({ lat, lng }: Location): string => `${lat},${lng}`;
