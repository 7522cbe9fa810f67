import { formatDay } from '../../domain/calendar.ts';
import { formatClock, inMinutes, minutes } from '../../kernel/units.ts';
import { placeKey } from '../measure/place-key.ts';
import { plannedDays } from '../measure/planned-days.ts';
import { priceOf } from '../obligation/prices.ts';
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

/**
 * A taxi is taken only where all conditions for it hold.
 *
 * Serves P2 `real-estate`: very far, inconvenient by other transport, the customer's intent quite clear, and worth its
 * cost, all together. Where the leg to a customer may be by taxi, so may the leg back. `leg/fares` turns fares into time.
 */
export const taxiWorthIt = defineRule({
  id: 'leg/taxi-worth-it',
  title: { en: 'Taxis only under all conditions', zh: '条件齐备才乘出租车' },
  about: {
    en: 'A leg by taxi is long, and at one of its ends is a customer that no bus passes, that has a clear intent, and whose tier is worth it. So the leg back from such a customer may be by taxi as well.',
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
      en: '{rep} takes a taxi for {minutes} min at {depart} on {day}; the least is {least} min.',
      zh: '{rep}在{day} {depart}乘出租车仅{minutes}分钟，少于{least}分钟。',
    },
    unfounded: {
      en: '{rep} takes a taxi at {depart} on {day}, but no customer at either end is worth it.',
      zh: '{rep}在{day} {depart}乘出租车，但往返的客户都不符合条件。',
    },
  },
  sentence: ({ least }) => ({ key: 'rule', values: { least: inMinutes(least) } }),

  obligation: ({ territory }, { least, intents, tiers }) => ({
    least,
    /** The customers who are worth a taxi. */
    worth: territory.customers.filter(
      ({ busServed, intent, tier }) => !busServed && intents.includes(intent) && (tiers.length === 0 || tiers.includes(tier)),
    ),
  }),

  *compile({ places, modes }, { least, worth }, stance) {
    if (!modes.includes(TAXI)) return;
    const ids = new Set<string>(worth.map(({ id }) => id));
    const isWorth = places.map(({ customers }) => customers.some((id) => ids.has(id)));
    const price = priceOf(stance);
    yield {
      term: 'leg',
      mode: TAXI,
      price: (from, to, time) => (from === to || (time >= least && (isWorth[from] === true || isWorth[to] === true)) ? 0 : price),
    };
  },

  *audit(review, { least, worth }) {
    const worthyPlaces = new Set(worth.map(({ location }) => placeKey(location)));
    for (const { repDay, planned } of plannedDays(review)) {
      for (const { mode, from, to, depart, travel } of planned.legs) {
        if (mode !== TAXI) continue;
        const values = { rep: repDay.rep.name, day: formatDay(repDay.day), depart: formatClock(depart) };
        if (travel < least) {
          yield { units: 1, sentence: { key: 'short', values: { ...values, minutes: inMinutes(travel), least: inMinutes(least) } } };
        } else if (![from, to].some((end) => worthyPlaces.has(placeKey(end)))) yield { units: 1, sentence: { key: 'unfounded', values } };
      }
    }
  },
});
