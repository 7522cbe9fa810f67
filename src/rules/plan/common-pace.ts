import type { RepId } from '../../kernel/ids.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import type { Amount } from '../../terms/terms.ts';
import { servedVisits } from '../measure/served-visits.ts';
import { priceOf } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';

/**
 * All customers of a rep together keep pace with the month.
 *
 * A customer with one visit a month needs none this week; but of a hundred such customers, a fifth need one. The parts of
 * a visit by which customers are behind are added up over all customers of one frequency and one rep. That many optional
 * visits are made, of the customers that suit best. Otherwise too many visits would be left for the end of the month.
 */
export const commonPace = defineRule({
  id: 'plan/common-pace',
  title: { en: 'Together, customers are visited evenly over the month', zh: '整体拜访进度均衡' },
  about: {
    en: "The visits to one rep's customers under one frequency, required and optional, are at least as many as the sum of the customers' paces, rounded down. So some customers that need no visit yet are visited already, those that suit best, and the end of the month does not have more visits than there is time for. Each missing visit costs the price.",
    zh: '同一客户经理按同一频率拜访的客户，计划的拜访次数（必访与选访合计）不少于各客户进度之和，舍去尾数。这样，尚未到期的客户也会提前安排一部分，选择最合适的客户，避免月底集中。每少一次计一次代价。',
  },
  unit: { en: 'visit below the common pace', zh: '次落后于整体进度的拜访' },
  canBeMust: false,
  params: {},
  sentences: {
    rule: { en: "The visits are at least as many as the sum of all customers' paces.", zh: '拜访次数与全部客户的进度之和相符。' },
    behind: {
      en: 'Under {frequency} {visits} visits of {rep} are planned; the common pace is {due}.',
      zh: '按频率“{frequency}”，{rep}计划拜访{visits}次，整体进度应为{due}次。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  obligation: ({ series }) => groupsOf(series),

  *compile({ repDays, series }, groups, stance) {
    const slots = [...repDays.keys()];
    for (const { members, least } of groups) {
      const of: Amount = { per: Int32Array.from(series, (one) => (members.has(one) ? 1 : 0)) };
      yield { term: 'group', slots, of, side: 'below', limit: least, price: priceOf(stance) };
    }
  },

  *audit(review, groups) {
    const served = servedVisits(review);
    for (const { members, least, frequency, rep } of groups) {
      const visits = [...members].reduce((sum, one) => sum + served(one).length, 0);
      if (visits >= least) continue;
      const values = { frequency, visits, due: least, rep: rep ?? '–' };
      yield { units: least - visits, sentence: { key: 'behind', values } };
    }
  },
});

/** The series of one frequency and one rep, whose paces together come to more than their required visits. */
interface Group {
  readonly frequency: string;
  /** The rep whom all of them require; null for none. */
  readonly rep: RepId | null;
  readonly members: ReadonlySet<VisitSeries>;
  /** The fewest visits of all of them together. */
  readonly least: number;
}

function groupsOf(series: readonly VisitSeries[]): readonly Group[] {
  const regular = series.flatMap((one) => (one.origin.by === 'frequency' ? [{ one, frequency: one.origin.frequency }] : []));
  const counted = regular.filter(({ frequency: { count, sample } }) => count.bound !== 'atMost' && sample === null);
  const groups = Map.groupBy(counted, ({ one, frequency }) => `${frequency.id}\n${one.customer.requiredRep ?? ''}`);
  return [...groups.values()].flatMap((group): readonly Group[] => {
    const visits = group.flatMap(({ one }) => one.visits);
    const required = visits.filter((visit) => visit.required).length;
    const behind = visits.reduce((sum, visit) => sum + (visit.required ? 0 : visit.weight), 0);
    const [first] = group;
    if (first === undefined || behind < 1) return [];
    const members = new Set(group.map(({ one }) => one));
    return [{ frequency: first.frequency.id, rep: first.one.customer.requiredRep, members, least: required + Math.floor(behind) }];
  });
}
