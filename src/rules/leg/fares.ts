import { formatDay } from '../../domain/calendar.ts';
import { type Fare, fareOn, paymentFor } from '../../domain/fare.ts';
import { formatClock } from '../../kernel/units.ts';
import { plannedDays } from '../measure/planned-days.ts';
import { perMoney } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';

/**
 * Fares are paid where they save as much time.
 *
 * Serves P2 `real-estate`: a taxi has to be worth its cost. The price of a unit of money follows from the value of
 * working time: a minute for each yuan where an hour is worth sixty. Reps may have a value of their own.
 */
export const fares = defineRule({
  id: 'leg/fares',
  title: { en: 'Fares are worth the time they save', zh: '车费与节省的时间相当' },
  about: {
    en: "The fare of each ride counts as working time: the price for each unit of money. For a rep with a value of time of its own, that value holds instead. The policy sets the fares, each from a day on; those of the plan's first day hold.",
    zh: '每次乘车的车费折算为工时：每一货币单位按本规则的代价计。客户经理另有时间价值的，按其时间价值折算。车费标准由制度规定并注明生效日期，以计划首日的标准为准。',
  },
  unit: { en: 'unit of money', zh: '元车费' },
  canBeMust: false,
  params: {},
  sentences: {
    rule: { en: 'Fares count as working time.', zh: '车费折算为工时。' },
    paid: {
      en: '{rep} pays {fare} {currency} for the {mode} at {depart} on {day}.',
      zh: '{rep}在{day} {depart}乘{mode}，车费{fare} {currency}。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  /** The fare of each mode that costs money; those of the plan's first day hold. */
  obligation: ({ territory, horizon }): ReadonlyMap<string, Fare> => {
    const modes = new Set(territory.policy.fares.map(({ mode }) => mode));
    return new Map(
      [...modes].flatMap((mode): readonly (readonly [string, Fare])[] => {
        const fare = fareOn(territory.policy.fares, mode, horizon.first);
        return fare === null ? [] : [[mode, fare]];
      }),
    );
  },

  *compile({ repDays, modes }, fareOf, stance) {
    const slotsByValue = Map.groupBy([...repDays.keys()], (slot) => repDays[slot]?.rep.valueOfTime ?? null);
    for (const mode of modes) {
      const fare = fareOf.get(mode);
      if (fare === undefined) continue;
      for (const [valueOfTime, slots] of slotsByValue) {
        const price = perMoney(valueOfTime, stance);
        const costOf = (distance: number) => Math.round(paymentFor(fare, distance).amount * price);
        yield { term: 'leg', mode, slots, price: (from, to, _time, distance) => (from === to ? 0 : costOf(distance)) };
      }
    }
  },

  *audit(review, fareOf, stance) {
    for (const { repDay, planned } of plannedDays(review)) {
      for (const { mode, distance, depart } of planned.legs) {
        const fare = fareOf.get(mode);
        if (fare === undefined) continue;
        const { amount, currency } = paymentFor(fare, distance);
        const ride = { rep: repDay.rep.name, day: formatDay(repDay.day), depart: formatClock(depart), mode };
        const cost = Math.round(amount * perMoney(repDay.rep.valueOfTime, stance));
        yield { units: amount, cost, sentence: { key: 'paid', values: { ...ride, fare: amount, currency } } };
      }
    }
  },
});
