import { z } from 'zod';
import { REASON_CLASSES, reasonClasses } from '../../domain/unserved/unserved.ts';
import { PlanDocument } from './plan-document.ts';
import { ruleTitle } from '../policy/rule-texts.ts';

const content = PlanDocument.shape.plan.shape;
const bilingual = z.strictObject({ en: z.string(), zh: z.string() });

/** The document of an explanation: promises that the plan breaks, costs by rule, the highest first, and the reasons of unserved visits. Costs are seconds of working time. */
export const ExplanationDocument = z
  .strictObject({
    brokenPromises: content.brokenPromises,
    cost: z.strictObject({
      total: z.int(),
      travel: z.int(),
      waiting: z.int(),
      byRule: z.array(z.strictObject({ rule: z.string(), title: bilingual, cost: z.int() })),
    }),
    /** Number of visits that each rule keeps out; a visit may have several reasons. */
    reasons: z.array(z.strictObject({ rule: z.string(), title: bilingual, visits: z.int() })),
    unserved: content.unserved,
    /** Visits by the class of their reason. */
    classes: z.array(z.strictObject({ class: z.enum(REASON_CLASSES), name: bilingual, visits: z.int() })),
    /** Visits that are not explained yet. */
    unexplained: z.int(),
  })
  .meta({ id: 'Explanation' });

/** The document of an explanation as plain JSON. */
export type ExplanationDocument = z.output<typeof ExplanationDocument>;

/** Writes the explanation of a plan document. */
export function explanationDocument({
  brokenPromises,
  cost,
  unserved,
}: Pick<PlanDocument['plan'], 'brokenPromises' | 'cost' | 'unserved'>): ExplanationDocument {
  const { total, travel, waiting, byRule } = cost;
  const rules = Object.entries(byRule).toSorted(([, a], [, b]) => b - a);
  const visitsByRule = Map.groupBy(
    unserved.flatMap(({ reasons }) => [...new Set(reasons.map(({ rule }) => rule))]),
    (rule) => rule,
  );
  return {
    brokenPromises,
    cost: { total, travel, waiting, byRule: rules.map(([rule, price]) => ({ rule, title: titleOf(rule), cost: price })) },
    reasons: [...visitsByRule]
      .map(([rule, visits]) => ({ rule, title: titleOf(rule), visits: visits.length }))
      .toSorted((a, b) => b.visits - a.visits),
    unserved,
    classes: classesOf(unserved),
    unexplained: unserved.filter(({ reasons: own }) => own.length === 0).length,
  };
}

function classesOf(unserved: PlanDocument['plan']['unserved']): ExplanationDocument['classes'] {
  return REASON_CLASSES.flatMap((one) => {
    const visits = unserved.filter(({ reasons: [reason] }) => reason?.class === one).length;
    return visits === 0 ? [] : [{ class: one, name: { ...reasonClasses[one] }, visits }];
  });
}

function titleOf(rule: string): { en: string; zh: string } {
  const { en, zh } = ruleTitle(rule);
  return { en, zh };
}
