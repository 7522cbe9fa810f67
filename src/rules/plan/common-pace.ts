import type { RepId } from '../../kernel/ids.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import type { Amount } from '../../terms/terms.ts';
import { servedVisits } from '../measure/served-visits.ts';
import { priceOf } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';

/**
 * A beat as a whole keeps pace with its month.
 *
 * A customer that is to be seen once a month need not be seen this week; but if that holds for a hundred of them, a fifth
 * has to be. What the pace of each lacks of a whole visit is added up over all whom the same frequency brings the same
 * rep to, and so many optional visits are made, of whomever it suits best. Without that, months end in a crowd.
 */
export const commonPace = defineRule({
  id: 'plan/common-pace',
  title: { en: 'Together, customers are seen evenly over the month', zh: '整体拜访进度均衡' },
  about: {
    en: 'Of customers of one rep under one frequency, as many visits are planned as their paces come to together, required and optional ones, rounded down. So a part of those who need not be seen yet is seen all the same, whichever suits best, and a month does not end in more visits than there is time for. Each visit short costs the price.',
    zh: '同一客户经理按同一频率拜访的客户，计划的拜访次数（必访与选访合计）不少于各客户进度之和，舍去尾数。这样，尚未到期的客户也会提前安排一部分，选择最合适的客户，避免月底集中。每少一次计一次代价。',
  },
  unit: { en: 'visit short of the common pace', zh: '次落后于整体进度的拜访' },
  canBeMust: false,
  params: {},
  sentences: {
    rule: { en: 'As many visits are made as the paces of all customers come to together.', zh: '拜访次数与全部客户的进度之和相符。' },
    behind: {
      en: 'Under {frequency} {visits} visits of {rep} are planned; the common pace is {asked}.',
      zh: '按频率“{frequency}”，{rep}计划拜访{visits}次，整体进度应为{asked}次。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  obligation: (_agenda, params) => params,

  *compile({ repDays, series }, _params, stance) {
    const slots = [...repDays.keys()];
    for (const { members, asked } of crowdsOf(series)) {
      const of: Amount = { per: Int32Array.from(series, (one) => (members.has(one) ? 1 : 0)) };
      yield { term: 'group', slots, of, side: 'below', limit: asked, price: priceOf(stance) };
    }
  },

  *audit(review) {
    const served = servedVisits(review);
    for (const { members, asked, frequency, rep } of crowdsOf(review.series)) {
      const visits = [...members].reduce((sum, one) => sum + served(one).length, 0);
      if (visits >= asked) continue;
      const values = { frequency, visits, asked, rep: rep ?? '–' };
      yield { units: asked - visits, sentence: { key: 'behind', values } };
    }
  },
});

/** Series of one frequency and one rep whose paces together come to more than their required visits. */
interface Crowd {
  readonly frequency: string;
  /** Whom all of them require; null for nobody in particular. */
  readonly rep: RepId | null;
  readonly members: ReadonlySet<VisitSeries>;
  /** Visits that are to be made. */
  readonly asked: number;
}

function crowdsOf(series: readonly VisitSeries[]): readonly Crowd[] {
  const regular = series.flatMap((one) => (one.asked.by === 'frequency' ? [{ one, frequency: one.asked.frequency }] : []));
  const counted = regular.filter(({ frequency: { count, sample } }) => count.bound !== 'atMost' && sample === null);
  const groups = Map.groupBy(counted, ({ one, frequency }) => `${frequency.id}\n${one.customer.requiredRep ?? ''}`);
  return [...groups.values()].flatMap((group): readonly Crowd[] => {
    const visits = group.flatMap(({ one }) => one.visits);
    const required = visits.filter((visit) => visit.required).length;
    const behind = visits.reduce((sum, visit) => sum + (visit.required ? 0 : visit.weight), 0);
    const [first] = group;
    if (first === undefined || behind < 1) return [];
    const members = new Set(group.map(({ one }) => one));
    return [{ frequency: first.frequency.id, rep: first.one.customer.requiredRep, members, asked: required + Math.floor(behind) }];
  });
}
