import { z } from 'zod';
import type { RuleInstance } from '../../domain/policy.ts';
import type { Param, ParamValue } from '../../kernel/params.ts';
import { rules } from '../../rules/index.ts';
import type { Rule } from '../../rules/rule.ts';
import { clock, duration, objectOf, text, texts } from '../reading/field-schemas.ts';
import type { Findings } from '../reading/findings.ts';
import { parseSource } from '../reading/parse-source.ts';
import { type Source, placedValueAt, valueAt } from '../reading/source.ts';
import { tag } from './policy-document.ts';
import { policyErrors } from './errors.ts';

/** Reads one entry of a policy's rules by the rule's own parameters: `{ "rule": …, "price" or "must", "tag", parameters }`. */
export function readRuleInstance(source: Source, findings: Findings): RuleInstance | null {
  const named = parseSource(z.looseObject({ rule: text }), source, findings);
  if (named === null) return null;
  const rule = rules.find(({ id }) => id === named.rule);
  if (rule === undefined) {
    findings.report(policyErrors.ruleUnknown({ ...placedValueAt(source, 'rule'), choices: rules.map(({ id }) => id) }));
    return null;
  }
  const price = stanceOf(rule, source, findings);
  const document = parseSource(schemaOf(rule), source, findings, policyErrors.parameterUnknown);
  if (document === null || price === null) return null;
  const { tag: tagged, price: _price, must: _must, rule: id, ...given } = document;
  return { rule: id, price, params: { ...defaultsOf(rule), ...given }, tag: tagged };
}

/** A rule instance's schema: its parameters flat beside the rule's id and price. */
export function schemaOf({ id, params }: Rule) {
  const shape = Object.fromEntries(Object.entries(params).map(([name, param]) => [name, fieldOf(param).optional()]));
  return objectOf({ rule: z.literal(id), price: duration.optional(), must: z.boolean().optional(), tag, ...shape });
}

function fieldOf(param: Param): z.ZodType {
  switch (param.type) {
    case 'duration':
      return duration;
    case 'clock':
      return clock;
    case 'count':
      return z
        .int()
        .min(param.least ?? 0)
        .max(param.most ?? Number.MAX_SAFE_INTEGER);
    case 'share':
      return z.number().min(0).max(1);
    case 'flag':
      return z.boolean();
    case 'choice':
      return z.enum(param.options);
    case 'words':
      return texts;
    default:
      return param satisfies never;
  }
}

const defaultsOf = ({ params }: Rule): Readonly<Record<string, ParamValue>> =>
  Object.fromEntries(Object.entries(params).map(([name, param]) => [name, param.default]));

/** What breaking the rule costs, or null after a finding. */
function stanceOf(rule: Rule, source: Source, findings: Findings): RuleInstance['price'] | null {
  const before = findings.count;
  const priced = valueAt(source.value, ['price']) !== undefined;
  const must = valueAt(source.value, ['must']) === true;
  const at = source.placeOf([]);
  if (priced && must) findings.report(policyErrors.priceAndMust({ at, rule: rule.id }));
  else if (must && !rule.canBeMust) findings.report(policyErrors.mustImpossible({ at: source.placeOf(['must']), rule: rule.id }));
  else if (priced && rule.unit === null) findings.report(policyErrors.mustOnly({ at: source.placeOf(['price']), rule: rule.id }));
  else if (!priced && !must) reportNoPrice(rule, source, findings);
  if (findings.count > before) return null;
  if (must) return 'must';
  const price = duration.safeParse(valueAt(source.value, ['price']));
  // The rule's schema reports a price that is no duration.
  return price.success ? price.data : null;
}

function reportNoPrice(rule: Rule, source: Source, findings: Findings): void {
  const at = source.placeOf([]);
  if (rule.unit === null) findings.report(policyErrors.mustOnly({ at, rule: rule.id }));
  else findings.report(policyErrors.priceMissing({ at, rule: rule.id, unit: rule.unit.en, canBeMust: rule.canBeMust }));
}
