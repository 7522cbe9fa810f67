import { formatDay } from '../../domain/calendar.ts';
import { type Fare, fareOn, paymentFor } from '../../domain/fare.ts';
import { formatClock } from '../../kernel/units.ts';
import { plannedDays } from '../planned-days.ts';
import { priceOf } from '../prices.ts';
import { type Review, type Scene, type Stance, defineRule } from '../rule.ts';

/** Seconds. */
const HOUR = 3600;

/**
 * Fares are paid where they save as much time.
 *
 * Serves P2 `real-estate`: a taxi has to be worth its cost. The price of a unit of money is the value of working time,
 * turned round: a minute a yuan where an hour is worth sixty. Reps may have a value of their own.
 */
export const fares = defineRule({
  id: 'leg/fares',
  title: { en: 'Fares are worth the time they save', zh: '车费与节省的时间相当' },
  about: {
    en: "The fare of each ride counts as working time: so much for each unit of money as the price says. A rep with a value of time of its own is reckoned by that. Fares are the policy's, each from a day on; those of the plan's first day hold.",
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

  *compile(scene, _params, stance) {
    const slotsByValue = Map.groupBy([...scene.repDays.keys()], (slot) => scene.repDays[slot]?.rep.valueOfTime ?? null);
    for (const mode of scene.modes) {
      const fare = fareIn(scene, mode);
      if (fare === null) continue;
      for (const [value, slots] of slotsByValue) {
        const price = priceBy(value, stance);
        yield { term: 'leg', mode, slots, price: (from, to, _time, distance) => (from === to ? 0 : costOf(fare, distance, price)) };
      }
    }
  },

  *audit(review, _params, stance) {
    for (const { repDay, planned } of plannedDays(review)) {
      for (const { mode, distance, depart } of planned.legs) {
        const fare = fareIn(review, mode);
        if (fare === null) continue;
        const { amount, currency } = paymentFor(fare, distance);
        const values = {
          rep: repDay.rep.name,
          day: formatDay(repDay.day),
          depart: formatClock(depart),
          mode,
          fare: amount,
          currency,
        };
        yield { units: amount, cost: costOf(fare, distance, priceBy(repDay.rep.valueOfTime, stance)), sentence: { key: 'paid', values } };
      }
    }
  },
});

const fareIn = ({ territory, horizon }: Pick<Scene & Review, 'territory' | 'horizon'>, mode: string): Fare | null =>
  fareOn(territory.policy.fares, mode, horizon.first);

/** Seconds for a unit of money, by what an hour of the rep is worth or else as the policy has it. */
const priceBy = (valueOfTime: number | null, stance: Stance): number => (valueOfTime === null ? priceOf(stance) : HOUR / valueOfTime);

const costOf = (fare: Fare, distance: number, price: number): number => Math.round(paymentFor(fare, distance).amount * price);
