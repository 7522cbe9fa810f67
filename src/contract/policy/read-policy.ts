import type { Policy, RuleInstance } from '../../domain/policy.ts';
import { policies } from '../../policies/index.ts';
import { checkExtension } from './check-extension.ts';
import type { FrequencyCheck } from './check-frequencies.ts';
import { checkNames, checkPolicy } from './check-policy.ts';
import { extendPreset } from './extend-preset.ts';
import type { Findings } from '../reading/findings.ts';
import { PolicyDocument, frequencyOf } from './policy-document.ts';
import { readRule } from './read-rule.ts';
import { parseSource } from '../reading/parse-source.ts';
import { type Source, partOf, recordsOf, placedValueAt, valueAt } from '../reading/source.ts';
import { policyErrors } from './errors.ts';
import { valueErrors } from '../reading/value-errors.ts';

/** Reads a policy: the name of a preset, a document that extends a preset, or a whole policy. Returns null after findings. */
export function readPolicy(source: Source, findings: Findings, context: PolicyContext = MONDAY_TO_FRIDAY): Policy | null {
  if (typeof source.value === 'string') return findPreset(source, [], findings);
  const before = findings.count;
  const [extended, removals] = [valueAt(source.value, ['extends']), valueAt(source.value, ['remove'])];
  if (extended === undefined && removals !== undefined) {
    findings.report(
      valueErrors.fieldMissing({ at: source.placeOf(['extends']), expected: 'the preset from which "remove" removes entries' }),
    );
  }
  checkNames(source, findings);
  const policy = extended === undefined ? readWhole(source, findings) : readExtension(source, findings);
  if (policy !== null) checkPolicy(policy, source, { ...context, findings });
  return findings.count > before ? null : policy;
}

/** Facts of the territory that the policy is checked against. */
export type PolicyContext = Omit<FrequencyCheck, 'findings'>;

const MONDAY_TO_FRIDAY: PolicyContext = { workdays: [1, 2, 3, 4, 5] };

function findPreset(source: Source, path: readonly string[], findings: Findings): Policy | null {
  const preset = policies.find(({ id }) => id === valueAt(source.value, path));
  if (preset === undefined)
    findings.report(policyErrors.policyUnknown({ ...placedValueAt(source, ...path), choices: policies.map(({ id }) => id) }));
  return preset ?? null;
}

/** The preset that a policy names or extends; null for a policy without a preset. */
export function presetBehind({ value }: Source): Policy | null {
  const name = typeof value === 'string' ? value : valueAt(value, ['extends']);
  return policies.find(({ id }) => id === name) ?? null;
}

function readExtension(document: Source, findings: Findings): Policy | null {
  const preset = findPreset(document, ['extends'], findings);
  if (preset === null) return null;
  const policy = readWhole(extendPreset(preset, document), findings);
  checkExtension(preset, document, findings);
  return policy;
}

function readWhole(source: Source, findings: Findings): Policy | null {
  const rules = readRules(source, findings);
  const document = parseSource(PolicyDocument, source, findings);
  if (document === null || rules === null) return null;
  const { extends: _extends, remove: _remove, frequencies, ...policy } = document;
  return { ...policy, rules, frequencies: frequencies.map(frequencyOf) };
}

/** The rules of a policy; null where a rule has findings. */
function readRules(source: Source, findings: Findings): readonly RuleInstance[] | null {
  const rules = recordsOf(partOf(source, 'rules')).map((record) => readRule(record, findings));
  return rules.every((rule) => rule !== null) ? rules : null;
}
