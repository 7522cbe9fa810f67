import type { Reason } from '../../domain/unserved/unserved.ts';
import { literalSentence, type Text } from '../../kernel/text.ts';
import { rules } from '../../rules/index.ts';
import { compileProblem } from '../compile/compile-problem.ts';
import { type Board, ownDays } from './board.ts';
import { slotsFor } from './fits.ts';
import { fill, lengthDown, lengthUp } from './words.ts';
import { type Rise, Worth } from './worth.ts';

/** A visit that would cost more than it is worth, and its reason so far. */
export interface Dear {
  readonly visit: number;
  readonly reason: Reason;
}

/** What a visit would cost, and what it would cost without the rule that makes most of it. */
interface Cost {
  readonly rise: number;
  /** The rule without which the cost would rise least; null where no rule lowers it. */
  readonly rule: string | null;
  readonly without: number;
  /** The places at which it would cost least. */
  readonly places: readonly Rise[];
}

/** The rule that prices unserved visits: without it a visit is worth nothing. */
const PRICING_RULE = 'customer/frequency';

/**
 * Names for each visit the priced rule that makes most of its cost: the plan is evaluated anew without each of them. Works step
 * by step, one visit under one rule at a time, and returns the reasons at the end.
 */
export function* dearestRules(board: Board, dear: readonly Dear[]): Generator<void, ReadonlyMap<number, Reason>> {
  const { compiled, planned, worth, travel, effort } = board;
  const costs = new Map<number, Cost>();
  for (const { visit } of dear) {
    const places = worth.places(visit, slotsFor(planned, visit, ownDays(board, visit)));
    const [least] = places;
    if (least !== undefined) costs.set(visit, { rise: least.rise, rule: null, without: least.rise, places });
    yield;
  }
  for (const rule of pricedRules(board)) {
    const { scene, terms } = compiled;
    const { policy } = scene.territory;
    const kept = { ...policy, rules: policy.rules.filter((instance) => instance.rule !== rule) };
    effort.add(5000 + 5 * terms.length);
    const without = new Worth(compileProblem({ ...scene, territory: { ...scene.territory, policy: kept } }, travel), planned.tours, effort);
    for (const [visit, cost] of costs) {
      if (cost.rise <= 0) continue;
      const rise = Math.min(...cost.places.map((place) => without.riseAt(visit, place)));
      if (rise < cost.without) costs.set(visit, { ...cost, rule, without: rise });
      yield;
    }
  }
  return new Map(
    dear.map(({ visit, reason }) => {
      const cost = costs.get(visit);
      return [visit, cost === undefined ? reason : reasonOf(board, visit, cost)] as const;
    }),
  );
}

/** The rules that a policy prices, besides the one on unserved visits. */
const pricedRules = ({ compiled: { scene } }: Board): readonly string[] => [
  ...new Set(scene.territory.policy.rules.flatMap(({ rule, price }) => (price === 'must' || rule === PRICING_RULE ? [] : [rule]))),
];

/** The reason for a visit that would fit and cost nothing more. */
export const missed: Reason = {
  class: 'not-worth',
  rule: PRICING_RULE,
  because: ['search'],
  sentence: literalSentence({
    en: 'It would fit, and the plan would cost no more with it: a longer search would make it.',
    zh: '可以排下且成本不会增加：延长搜索时间即可安排。',
  }),
};

const WHOLE: Text = {
  en: 'It would fit, but with it the plan would cost {rise} more, the {price} that leaving it out costs included; without the rule "{rule}" it would cost nothing more.',
  zh: '可以排下，但即使计入不安排的代价{price}，计划成本仍会增加{rise}；若无规则“{rule}”，则不会增加。',
};
const PART: Text = {
  en: 'It would fit, but with it the plan would cost {rise} more, the {price} that leaving it out costs included; of all rules "{rule}" costs most: without it the plan would cost {without} more.',
  zh: '可以排下，但即使计入不安排的代价{price}，计划成本仍会增加{rise}，各规则中“{rule}”代价最高：若无该规则，则增加{without}。',
};
const NO_RULE: Text = {
  en: 'It would fit, but with it the plan would cost {rise} more, the {price} that leaving it out costs included: for travel and waiting, which no rule lowers.',
  zh: '可以排下，但即使计入不安排的代价{price}，计划成本仍会增加{rise}：来自在途和等待，与规则无关。',
};

function reasonOf({ compiled: { problem } }: Board, visit: number, { rise, rule, without }: Cost): Reason {
  if (rise <= 0) return missed;
  const values = { price: lengthDown(problem.visits.price[visit] ?? 0), rise: lengthUp(rise) };
  const definition = rules.find(({ id }) => id === rule);
  if (rule === null || definition === undefined) {
    return { class: 'not-worth', rule: PRICING_RULE, because: ['price'], sentence: literalSentence(fill(NO_RULE, values)) };
  }
  const named = { ...values, rule: definition.title, without: lengthUp(without) };
  const sentence = literalSentence(fill(without <= 0 ? WHOLE : PART, named));
  return { class: 'not-worth', rule, because: ['price', rule], sentence };
}
