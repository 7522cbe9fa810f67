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
  parameterUnknown: defineUnknownName(
    'PARAMETER_UNKNOWN',
    'parameter of this rule',
    'A policy gives a rule a parameter that the rule does not have.',
  ),
  removalUnknown: defineUnknownName(
    'REMOVAL_UNKNOWN',
    'entry of the preset',
    'A policy removes something that the preset it extends does not have.',
  ),
  entryUnknown: defineError<UnknownName>({
    code: 'ENTRY_UNKNOWN',
    kind: 'invalid',
    title: 'An entry that changes nothing',
    when: 'An entry of a policy has a name that the preset does not have, and it is not complete.',
    message: () => 'The preset has no such entry to change, and this entry is not complete',
    hint: suggestion,
  }),
  ruleTwice: defineError({
    code: 'RULE_TWICE',
    kind: 'conflict',
    title: 'A rule stands twice in a policy',
    when: 'The rules of a policy have two entries for the same rule. Each rule holds once, with one price.',
    message: ({ first }: { readonly first: number }) => `This rule already stands in the policy, as entry ${first} of its rules`,
    hint: () => 'Keep one of the two entries.',
  }),
  removedAndGiven: defineError({
    code: 'REMOVED_AND_GIVEN',
    kind: 'conflict',
    title: 'An entry is removed and changed',
    when: 'A policy removes an entry of the preset that it extends, and also changes it.',
    message: () => 'The policy removes this entry and also changes it',
    hint: () => 'Keep one of the two.',
  }),
  gapsReversed: defineError({
    code: 'GAPS_REVERSED',
    kind: 'invalid',
    title: 'The shortest gap is longer than the longest',
    when: 'The shortest gap of a frequency is longer than its longest gap.',
    message: ({ least, most }: { readonly least: number; readonly most: number }) =>
      `Visits must be at least ${least} and at most ${most} days apart`,
    hint: () => 'Lower minGapDays or raise maxGapDays.',
  }),
  countImpossible: defineError<RoomInCycle>({
    code: 'COUNT_IMPOSSIBLE',
    kind: 'conflict',
    title: 'More visits than a cycle has room for',
    when: 'A frequency asks for more visits than its cycle has working days, or more than its shortest gap allows.',
    message: ({ room, minGapDays, workdays }) =>
      `A cycle has room for ${room} visits, with ${workdays} working days a week${minGapDays > 1 ? ` and ${minGapDays} days from one visit to the next` : ''}`,
    hint: ({ room, minGapDays }) => `Ask for at most ${room}${minGapDays > 1 ? ', lower minGapDays' : ''}, or take a longer cycle.`,
  }),
  dwellTooLong: defineError({
    code: 'DWELL_TOO_LONG',
    kind: 'conflict',
    title: 'Visits are longer than the default hours',
    when: 'The visits of a tier or a frequency are longer than the default hours of the policy.',
    message: ({ name, setting, longest }: { readonly name: string; readonly setting: string; readonly longest: string }) =>
      `Visits of "${name}" do not fit into the default hours of ${setting}, which are ${longest} at most`,
    hint: () => 'Shorten the visits or widen the hours.',
  }),
  mustImpossible: defineError({
    code: 'MUST_IMPOSSIBLE',
    kind: 'invalid',
    title: 'A rule that cannot be a must',
    when: 'A policy makes a rule a must, but the rule can only have a price.',
    message: ({ rule }: { readonly rule: string }) => `Rule "${rule}" cannot be a must`,
    hint: () => 'Give it a price for each unit, such as "price": "PT30M".',
  }),
  mustOnly: defineError({
    code: 'MUST_ONLY',
    kind: 'invalid',
    title: 'A rule that can only be a must',
    when: 'A policy gives a rule a price, but the rule has no unit to price.',
    message: ({ rule }: { readonly rule: string }) => `Rule "${rule}" can only be a must`,
    hint: () => 'Write "must": true instead of the price.',
  }),
  priceMissing: defineError({
    code: 'PRICE_MISSING',
    kind: 'missing',
    title: 'A rule has neither a price nor a must',
    when: 'A policy uses a rule without a price and without a must.',
    message: ({ rule }: { readonly rule: string; readonly unit: string; readonly canBeMust: boolean }) => `Rule "${rule}" has no price`,
    hint: ({ unit, canBeMust }) => `Add "price": "PT30M" for each ${unit}${canBeMust ? ', or "must": true' : ''}.`,
  }),
  priceAndMust: defineError({
    code: 'PRICE_AND_MUST',
    kind: 'conflict',
    title: 'A rule has both a price and a must',
    when: 'A policy gives a rule a price and also makes it a must.',
    message: ({ rule }: { readonly rule: string }) => `Rule "${rule}" has both a price and a must`,
    hint: () => 'Keep one of the two: a must is never broken, so it has no price.',
  }),
  ruleNeeded: defineError({
    code: 'RULE_NEEDED',
    kind: 'missing',
    title: 'A policy has entries without their rule',
    when: 'A policy has duties, breaks or joint frequencies, but not the rule for them.',
    message: ({ what }: { readonly what: 'duties' | 'breaks' | 'joint frequencies' }) =>
      `The policy has ${what}, but not the rule for them`,
    hint: ({ what, value }) => `Add { "rule": "${String(value)}", "must": true } to its rules, or remove all ${what}.`,
  }),
} as const;
