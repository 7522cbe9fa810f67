import { z } from 'zod';
import { PlanDocument } from './plan-document.ts';
import { ruleTitle } from '../policy/rule-texts.ts';

const content = PlanDocument.shape.plan.shape;
const bilingual = z.strictObject({ en: z.string(), zh: z.string() });

/** What a plan costs, rule by rule and the dearest first, and why visits are unserved. Costs are seconds of working time. */
export const ExplanationDocument = z
  .strictObject({
    cost: z.strictObject({
      total: z.int(),
      travel: z.int(),
      waiting: z.int(),
      byRule: z.array(z.strictObject({ rule: z.string(), title: bilingual, cost: z.int() })),
    }),
    /** How often each rule keeps a visit out; a visit may have several. */
    reasons: z.array(z.strictObject({ rule: z.string(), title: bilingual, visits: z.int() })),
    unserved: content.unserved,
  })
  .meta({ id: 'Explanation' });

/** An explanation as plain JSON. */
export type ExplanationDocument = z.output<typeof ExplanationDocument>;

/** Explains the content of a plan document. */
export function explanationDocument({ cost, unserved }: Pick<PlanDocument['plan'], 'cost' | 'unserved'>): ExplanationDocument {
  const { total, travel, waiting, byRule } = cost;
  const rules = Object.entries(byRule).toSorted(([, a], [, b]) => b - a);
  const kept = Map.groupBy(
    unserved.flatMap(({ reasons }) => [...new Set(reasons.map(({ rule }) => rule))]),
    (rule) => rule,
  );
  return {
    cost: { total, travel, waiting, byRule: rules.map(([rule, price]) => ({ rule, title: titleOf(rule), cost: price })) },
    reasons: [...kept]
      .map(([rule, visits]) => ({ rule, title: titleOf(rule), visits: visits.length }))
      .toSorted((a, b) => b.visits - a.visits),
    unserved,
  };
}

function titleOf(rule: string): { en: string; zh: string } {
  const { en, zh } = ruleTitle(rule);
  return { en, zh };
}
