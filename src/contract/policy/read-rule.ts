import { z } from 'zod';
import type { RuleInstance } from '../../domain/policy.ts';
import type { Param, ParamValue } from '../../kernel/params.ts';
import { rules } from '../../rules/index.ts';
import type { Rule } from '../../rules/rule.ts';
import { largest } from '../reading/bounds.ts';
import { clock, duration, objectOf, text, texts } from '../reading/field-schemas.ts';
import type { Findings } from '../reading/findings.ts';
import { parseSource } from '../reading/parse-source.ts';
import { type Source, placedValueAt, valueAt } from '../reading/source.ts';
import { tag } from './policy-document.ts';
import { policyErrors } from './errors.ts';

/** Reads one rule of a policy, `{ "rule": …, "price" or "must", "tag", parameters }`, or returns null after findings. */
export function readRule(source: Source, findings: Findings): RuleInstance | null {
  const named = parseSource(z.looseObject({ rule: text }), source, findings);
  if (named === null) return null;
  const rule = rules.find(({ id }) => id === named.rule);
  if (rule === undefined) {
    findings.report(policyErrors.ruleUnknown({ ...placedValueAt(source, 'rule'), choices: rules.map(({ id }) => id) }));
    return null;
  }
  const price = readStance(rule, source, findings);
  const document = parseSource(ruleSchema(rule), source, findings, policyErrors.parameterUnknown);
  if (document === null || price === null) return null;
  const { tag: sourceTag, price: _price, must: _must, rule: id, ...params } = document;
  return { rule: id, price, params: { ...defaultsOf(rule), ...params }, tag: sourceTag };
}

/** The schema of a rule in a policy: its parameters stand beside its id and price. */
export function ruleSchema({ id, params }: Rule) {
  const shape = Object.fromEntries(Object.entries(params).map(([name, param]) => [name, paramSchema(param).optional()]));
  return objectOf({ rule: z.literal(id), price: duration.optional(), must: z.boolean().optional(), tag, ...shape });
}

function paramSchema(param: Param): z.ZodType {
  switch (param.type) {
    case 'duration':
      return duration;
    case 'clock':
      return clock;
    case 'count':
      return z
        .int()
        .min(param.least ?? 0)
        .max(param.most ?? largest.count);
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

/** Reads the price of breaking a rule, or that it is a must; returns null after a finding. */
function readStance(rule: Rule, source: Source, findings: Findings): RuleInstance['price'] | null {
  const before = findings.count;
  const hasPrice = valueAt(source.value, ['price']) !== undefined;
  const isMust = valueAt(source.value, ['must']) === true;
  const at = source.placeOf([]);
  if (hasPrice && isMust) findings.report(policyErrors.priceAndMust({ at, rule: rule.id }));
  else if (isMust && !rule.canBeMust) findings.report(policyErrors.mustImpossible({ at: source.placeOf(['must']), rule: rule.id }));
  else if (hasPrice && rule.unit === null) findings.report(policyErrors.mustOnly({ at: source.placeOf(['price']), rule: rule.id }));
  else if (!hasPrice && !isMust) reportMissingPrice(rule, source, findings);
  if (findings.count > before) return null;
  if (isMust) return 'must';
  const price = duration.safeParse(valueAt(source.value, ['price']));
  // The schema of the rule reports a price that is not a duration.
  return price.success ? price.data : null;
}

function reportMissingPrice(rule: Rule, source: Source, findings: Findings): void {
  const at = source.placeOf([]);
  if (rule.unit === null) findings.report(policyErrors.mustOnly({ at, rule: rule.id }));
  else findings.report(policyErrors.priceMissing({ at, rule: rule.id, unit: rule.unit.en, canBeMust: rule.canBeMust }));
}
