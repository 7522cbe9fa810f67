import type { Policy } from './policy.ts';

/** The lists of a policy whose entries have a name, and the field that holds it. */
export const namedLists = {
  tiers: 'id',
  frequencies: 'id',
  duties: 'id',
  breaks: 'id',
  rules: 'rule',
  deadlines: 'plan',
  materials: 'id',
} as const;

/** One of these lists. */
export type NamedList = keyof typeof namedLists;

/** The names of these lists. */
export const listNames: readonly NamedList[] = ['tiers', 'frequencies', 'duties', 'breaks', 'rules', 'deadlines', 'materials'];

/** The origin of a policy's entry: the preset unchanged, the preset with changes, or the policy itself. */
export type Origin = 'preset' | 'changed' | 'own';

/** A policy beside the preset that it is or extends. */
export interface PolicyOrigins {
  readonly policy: Policy;
  /** Null for a policy that stands alone. */
  readonly preset: Policy | null;
}

/** The entries of one list by name. */
const entriesByName = (policy: Policy | null, list: NamedList): ReadonlyMap<string, unknown> => {
  if (policy === null) return new Map();
  if (list === 'rules') return new Map(policy.rules.map((rule) => [rule.rule, rule]));
  if (list === 'deadlines') return new Map(policy.deadlines.map((deadline) => [deadline.plan, deadline]));
  return new Map(policy[list].map((entry) => [entry.id, entry]));
};

/** The origin of each entry of a list, by name and in the policy's order. */
export function originsIn({ policy, preset }: PolicyOrigins, list: NamedList): ReadonlyMap<string, Origin> {
  const base = entriesByName(preset, list);
  return new Map(
    [...entriesByName(policy, list)].map(([name, entry]) => {
      if (!base.has(name)) return [name, 'own'];
      return [name, isAlike(entry, base.get(name)) ? 'preset' : 'changed'];
    }),
  );
}

/** The names of the preset's entries that the policy leaves out. */
export const leftOut = ({ policy, preset }: PolicyOrigins): readonly string[] =>
  listNames.flatMap((list) => [...entriesByName(preset, list).keys()].filter((name) => !entriesByName(policy, list).has(name)));

/** Whether two entries are equal apart from the order of their fields. */
function isAlike(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return one === other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => isAlike(one[name], other[name]));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
