import { type UnknownName, defineError, defineUnknownName, suggestion } from '../../kernel/finding.ts';

/** How many visits a cycle holds, and why not more. */
interface RoomInCycle {
  readonly room: number;
  readonly minGapDays: number;
  /** Working days of a week. */
  readonly workdays: number;
}

/** Errors in policies, and in names that refer to them. */
export const policyErrors = {
  policyUnknown: defineUnknownName(
    'POLICY_UNKNOWN',
    'policy',
    'A territory, a policy or the command line names a preset that does not exist.',
  ),
  tierUnknown: defineUnknownName('TIER_UNKNOWN', 'tier', 'A customer or a frequency names a tier that the policy does not have.'),
  modeUnknown: defineUnknownName('MODE_UNKNOWN', 'mode of transport', 'A customer, rep or policy names a mode that does not exist.'),
  ruleUnknown: defineUnknownName('RULE_UNKNOWN', 'rule', 'A policy names a rule that is not in the catalogue.'),
  parameterUnknown: defineUnknownName('PARAMETER_UNKNOWN', 'parameter of this rule', 'A rule is given a parameter that it does not have.'),
  removalUnknown: defineUnknownName(
    'REMOVAL_UNKNOWN',
    'entry of the preset',
    'A policy removes something that the preset it extends does not have.',
  ),
  entryUnknown: defineError<UnknownName>({
    code: 'ENTRY_UNKNOWN',
    kind: 'invalid',
    title: 'An entry that changes nothing',
    when: "A policy's entry has a name that the preset it extends does not have, and is not complete either.",
    message: () => 'The preset has no such entry to change, and this one is not complete',
    hint: suggestion,
  }),
  removedAndGiven: defineError({
    code: 'REMOVED_AND_GIVEN',
    kind: 'conflict',
    title: 'Something is removed and given',
    when: 'A policy removes an entry of the preset that it extends, and changes it too.',
    message: () => 'The policy removes this and changes it too',
    hint: () => 'Keep one of the two.',
  }),
  gapsReversed: defineError({
    code: 'GAPS_REVERSED',
    kind: 'invalid',
    title: 'The shortest gap is longer than the longest',
    when: 'A frequency asks for visits further apart than it allows.',
    message: ({ least, most }: { readonly least: number; readonly most: number }) =>
      `Visits are to be at least ${least} days apart, and at most ${most}`,
    hint: () => 'Lower minGapDays or raise maxGapDays.',
  }),
  countImpossible: defineError<RoomInCycle>({
    code: 'COUNT_IMPOSSIBLE',
    kind: 'conflict',
    title: 'More visits than a cycle has room for',
    when: 'A frequency asks for more visits than its cycle has working days, or than its shortest gap leaves room for.',
    message: ({ room, minGapDays, workdays }) =>
      `A cycle has room for ${room} visits, with ${workdays} working days a week${minGapDays > 1 ? ` and ${minGapDays} days from one to the next` : ''}`,
    hint: ({ room, minGapDays }) => `Ask for at most ${room}${minGapDays > 1 ? ', lower minGapDays' : ''}, or take a longer cycle.`,
  }),
  dwellTooLong: defineError({
    code: 'DWELL_TOO_LONG',
    kind: 'conflict',
    title: 'Visits are longer than the hours for them',
    when: "A policy's default hours hold no visit of the time that one of its tiers or frequencies asks for.",
    message: ({ name, setting, longest }: { readonly name: string; readonly setting: string; readonly longest: string }) =>
      `Visits of "${name}" do not fit into the default hours of ${setting}, ${longest} at most`,
    hint: () => 'Shorten the visits or widen the hours.',
  }),
  mustImpossible: defineError({
    code: 'MUST_IMPOSSIBLE',
    kind: 'invalid',
    title: 'A rule that cannot be a must',
    when: 'A policy makes a must of a rule that can only be priced.',
    message: ({ rule }: { readonly rule: string }) => `Rule "${rule}" cannot be a must`,
    hint: () => 'Give it a price for each unit, such as "price": "PT30M".',
  }),
  mustOnly: defineError({
    code: 'MUST_ONLY',
    kind: 'invalid',
    title: 'A rule that can only be a must',
    when: 'A policy prices a rule that has no unit to price.',
    message: ({ rule }: { readonly rule: string }) => `Rule "${rule}" can only be a must`,
    hint: () => 'Write "must": true instead of the price.',
  }),
  priceMissing: defineError({
    code: 'PRICE_MISSING',
    kind: 'missing',
    title: 'A rule has neither a price nor a must',
    when: 'A policy uses a rule without saying what breaking it costs.',
    message: ({ rule }: { readonly rule: string; readonly unit: string; readonly canBeMust: boolean }) => `Rule "${rule}" has no price`,
    hint: ({ unit, canBeMust }) => `Add "price": "PT30M" for each ${unit}${canBeMust ? ', or "must": true' : ''}.`,
  }),
  priceAndMust: defineError({
    code: 'PRICE_AND_MUST',
    kind: 'conflict',
    title: 'A rule has both a price and a must',
    when: 'A policy gives one rule a price and makes it a must.',
    message: ({ rule }: { readonly rule: string }) => `Rule "${rule}" has both a price and a must`,
    hint: () => 'Keep one: a must is never broken and so has no price.',
  }),
  ruleNeeded: defineError({
    code: 'RULE_NEEDED',
    kind: 'missing',
    title: 'A policy lacks the rule that keeps its entries',
    when: 'A policy has duties, breaks or joint frequencies, but not the rule that keeps them.',
    message: ({ what }: { readonly what: 'duties' | 'breaks' | 'joint frequencies' }) =>
      `The policy has ${what}, but not the rule that keeps them`,
    hint: ({ what, value }) => `Add { "rule": "${String(value)}", "must": true } to its rules, or remove all ${what}.`,
  }),
} as const;
