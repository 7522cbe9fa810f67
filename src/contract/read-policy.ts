import type { z } from 'zod';
import type { Policy, RuleInstance } from '../domain/policy.ts';
import { errors } from '../kernel/errors.ts';
import { policies } from '../policies/index.ts';
import type { Findings } from './findings.ts';
import { checkPolicy } from './check-policy.ts';
import { ExtendingPolicyDocument, WholePolicyDocument, frequencyOf } from './policy-document.ts';
import { readRuleInstance } from './rule-instance.ts';
import { type Source, parseSource, partOf, recordsOf, sightingAt, valueAt } from './source.ts';

/** Reads a policy: the name of a preset, a document that extends one, or a whole policy. Null after findings. */
export function readPolicy(source: Source, findings: Findings): Policy | null {
  if (typeof source.value === 'string') return presetOf(source, [], findings);
  const before = findings.count;
  const own = valueAt(source.value, ['extends']) === undefined ? readWhole(source, findings) : readExtending(source, findings);
  if (own === null) return null;
  checkPolicy(own, source, findings);
  return findings.count > before ? null : own;
}

function presetOf(source: Source, path: readonly string[], findings: Findings): Policy | null {
  const preset = policies.find(({ id }) => id === valueAt(source.value, path));
  if (preset === undefined) findings.report(errors.policyUnknown({ ...sightingAt(source, ...path), known: policies.map(({ id }) => id) }));
  return preset ?? null;
}

function readRules(source: Source, findings: Findings): readonly RuleInstance[] {
  const records = recordsOf(partOf(source, 'rules'));
  return records.map((record) => readRuleInstance(record, findings)).filter((instance) => instance !== null);
}

function readWhole(source: Source, findings: Findings): Policy | null {
  const rules = readRules(source, findings);
  const document = parseSource(WholePolicyDocument, source, findings);
  return document === null ? null : { ...document, rules, frequencies: document.frequencies.map(frequencyOf) };
}

function readExtending(source: Source, findings: Findings): Policy | null {
  const rules = readRules(source, findings);
  const document = parseSource(ExtendingPolicyDocument, source, findings);
  const preset = document === null ? null : presetOf(source, ['extends'], findings);
  if (document === null || preset === null) return null;
  checkRemovals(preset, source, document.remove, findings);
  return extend(without(preset, document.remove), document, rules);
}

/** What of a preset can be named for removal. */
function idsOf({ rules, duties, breaks, frequencies, tiers }: Policy): readonly string[] {
  return [...rules.map(({ rule }) => rule), ...[...duties, ...breaks, ...frequencies, ...tiers].map(({ id }) => id)];
}

function checkRemovals(preset: Policy, source: Source, remove: readonly string[], findings: Findings): void {
  const known = idsOf(preset);
  remove.forEach((id, i) => {
    if (!known.includes(id)) findings.report(errors.removalUnknown({ ...sightingAt(source, 'remove', i), known }));
  });
}

function without(preset: Policy, remove: readonly string[]): Policy {
  const kept = <T extends { readonly id: string }>(list: readonly T[]) => list.filter(({ id }) => !remove.includes(id));
  return {
    ...preset,
    tiers: kept(preset.tiers),
    frequencies: kept(preset.frequencies),
    duties: kept(preset.duties),
    breaks: kept(preset.breaks),
    rules: preset.rules.filter(({ rule }) => !remove.includes(rule)),
  };
}

function extend(preset: Policy, document: z.output<typeof ExtendingPolicyDocument>, rules: readonly RuleInstance[]): Policy {
  const replaced = new Set(rules.map(({ rule }) => rule));
  return {
    id: document.id ?? preset.id,
    version: document.version ?? preset.version,
    title: document.title ?? preset.title,
    source: document.source ?? preset.source,
    tiers: merged(preset.tiers, document.tiers),
    frequencies: merged(preset.frequencies, document.frequencies.map(frequencyOf)),
    duties: merged(preset.duties, document.duties),
    breaks: merged(preset.breaks, document.breaks),
    rules: [...preset.rules.filter(({ rule }) => !replaced.has(rule)), ...rules],
    deadlines: document.deadlines ?? preset.deadlines,
    modes: document.modes ?? preset.modes,
    fares: document.fares ?? preset.fares,
    defaultHours: {
      town: document.defaultHours?.town ?? preset.defaultHours.town,
      country: document.defaultHours?.country ?? preset.defaultHours.country,
    },
  };
}

/** Entries of the same id are replaced in place; new ones come first, for the first frequency that fits is taken. */
function merged<T extends { readonly id: string }>(preset: readonly T[], own: readonly T[]): readonly T[] {
  const added = own.filter(({ id }) => !preset.some((entry) => entry.id === id));
  return [...added, ...preset.map((entry) => own.find(({ id }) => id === entry.id) ?? entry)];
}
