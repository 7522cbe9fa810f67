import { fileErrors } from './file-errors.ts';
import { type CatalogueEntry, type UnknownName, defineError, suggestion, defineUnknownName } from './finding.ts';

export { PlanningError, refuse } from './finding.ts';

/** Who is stuck after which duty, the modes tried, and the rules that forbid them. */
interface NoWayBack {
  readonly rep: string;
  readonly duty: string;
  readonly modes: readonly string[];
  readonly rules: readonly string[];
}

/** How many visits a cycle holds, and why not more. */
interface RoomInCycle {
  readonly room: number;
  readonly minGapDays: number;
  /** Working days of a week. */
  readonly workdays: number;
}

/** Every error a caller can act on: one entry each, listed in docs/errors.md by a script. */
export const errors = {
  ...fileErrors,

  // Customers, reps and what they refer to
  tierUnknown: defineUnknownName('TIER_UNKNOWN', 'tier', 'A customer or a frequency names a tier that the policy does not have.'),
  modeUnknown: defineUnknownName('MODE_UNKNOWN', 'mode of transport', 'A customer, rep or policy names a mode that does not exist.'),
  repUnknown: defineUnknownName(
    'REP_UNKNOWN',
    'rep',
    'A customer, a past visit, a request or a commitment names a rep that the territory does not have.',
  ),
  customerUnknown: defineUnknownName(
    'CUSTOMER_UNKNOWN',
    'customer',
    'A contact, a past visit, a request or a commitment names a customer that the territory does not have.',
  ),
  contactUnknown: defineUnknownName(
    'CONTACT_UNKNOWN',
    'contact',
    'A past visit, a request or a commitment names a contact that its customer does not have.',
  ),
  companionUnknown: defineUnknownName(
    'COMPANION_UNKNOWN',
    'companion',
    'A customer or a request names a companion that the territory does not have.',
  ),
  managerUnknown: defineUnknownName('MANAGER_UNKNOWN', 'manager', 'A rep names a superior who is no rep with the role of a manager.'),
  timeZoneUnknown: defineUnknownName('TIME_ZONE_UNKNOWN', 'time zone', 'A territory names a time zone that is not in the IANA list.'),
  territoryEmpty: defineError({
    code: 'TERRITORY_EMPTY',
    kind: 'missing',
    title: 'Nobody to visit, or nobody to visit them',
    when: 'A territory has no customers or no reps.',
    message: ({ what }: { readonly what: 'customers' | 'reps' }) => `The territory has no ${what}`,
    hint: () => 'Add at least one.',
  }),
  customerUnreachable: defineError({
    code: 'CUSTOMER_UNREACHABLE',
    kind: 'conflict',
    title: 'Nobody may come to a customer',
    when: 'The rep that a customer requires does not serve its area, or no rep does.',
    message: ({ customer }: { readonly customer: string }) => `No rep may come to customer "${customer}"`,
    hint: () => "Give the customer another area or rep, or a rep the customer's area.",
  }),
  customerWithoutWay: defineError({
    code: 'CUSTOMER_WITHOUT_WAY',
    kind: 'conflict',
    title: 'Nobody can get to a customer',
    when: 'No rep who may come to a customer has one of the modes of transport that it allows.',
    message: ({ customer }: { readonly customer: string; readonly modes: readonly string[] }) =>
      `No rep who may come to customer "${customer}" has a mode that it allows`,
    hint: ({ modes }: { readonly customer: string; readonly modes: readonly string[] }) =>
      `Allow one of ${modes.join(', ')}, or give a rep another.`,
  }),
  appointmentOutside: defineError({
    code: 'APPOINTMENT_OUTSIDE',
    kind: 'conflict',
    title: 'An appointment on none of its days',
    when: 'The day of an appointment lies outside the days on which its request is due.',
    message: ({ days }: { readonly days: string }) => `The appointment is not within the days of its request, ${days}`,
    hint: () => 'Correct the day, or the days of the request.',
  }),
  appointmentsConflict: defineError({
    code: 'APPOINTMENTS_CONFLICT',
    kind: 'conflict',
    title: 'Two appointments at once',
    when: 'A rep has two appointments whose times overlap.',
    message: ({ rep, other }: { readonly rep: string; readonly other: string }) => `Rep "${rep}" has another appointment then, in ${other}`,
    hint: () => 'Agree on another time, or send somebody else.',
  }),
  commitmentsConflict: defineError({
    code: 'COMMITMENTS_CONFLICT',
    kind: 'conflict',
    title: 'A visit is promised twice',
    when: 'The same visit is held on one day for two reps, for two times, or twice.',
    message: ({ other }: { readonly other: string }) => `The same visit is held differently in ${other}`,
    hint: () => 'Keep one of the two.',
  }),
  hoursTooShort: defineError({
    code: 'HOURS_TOO_SHORT',
    kind: 'conflict',
    title: 'A customer is never open long enough for a visit',
    when: "None of a customer's visiting hours holds the time that a visit takes.",
    message: ({ customer, dwell }: { readonly customer: string; readonly dwell: string }) =>
      `Customer "${customer}" is never open for the ${dwell} that a visit takes`,
    hint: () => 'Widen the hours or shorten the visit.',
  }),
  repWithoutShift: defineError({
    code: 'REP_WITHOUT_SHIFT',
    kind: 'missing',
    title: 'A rep never works',
    when: 'A rep has no shift on any weekday.',
    message: ({ rep }: { readonly rep: string }) => `Rep "${rep}" works on no weekday`,
    hint: () => 'Give shifts, such as "Mo-Fr 08:00-17:30".',
  }),
  shiftSplit: defineError({
    code: 'SHIFT_SPLIT',
    kind: 'invalid',
    title: 'A shift is in pieces',
    when: "A rep's shift has several stretches on one weekday, or says something about holidays.",
    message: () => 'A shift is one stretch per weekday, without holidays',
    hint: () => "Give the whole stretch; put pauses into the policy's breaks, days off into leave or the calendar.",
  }),
  repWithoutMode: defineError({
    code: 'REP_WITHOUT_MODE',
    kind: 'conflict',
    title: 'A rep cannot get anywhere',
    when: "None of a rep's vehicles and modes is allowed by the policy.",
    message: ({ rep }: { readonly rep: string; readonly allowed: readonly string[] }) =>
      `The policy allows rep "${rep}" no mode of transport`,
    hint: ({ allowed }) => `Give one of: ${allowed.join(', ')}.`,
  }),
  modeMisplaced: defineError({
    code: 'MODE_MISPLACED',
    kind: 'invalid',
    title: 'A mode stands in the wrong list',
    when: "A rep's free modes name an own vehicle, or the vehicles a free mode.",
    message: ({ mode, isVehicle }: { readonly mode: string; readonly isVehicle: boolean }) =>
      isVehicle ? `A ${mode} stays where it is parked, and is no free mode` : `A ${mode} is no own vehicle`,
    hint: ({ isVehicle }) => (isVehicle ? 'List it under vehicles.' : 'List it under modes.'),
  }),

  // Policies
  policyUnknown: defineUnknownName(
    'POLICY_UNKNOWN',
    'policy',
    'A territory, a policy or the command line names a preset that does not exist.',
  ),
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

  // Horizons
  horizonReversed: defineError({
    code: 'HORIZON_REVERSED',
    kind: 'invalid',
    title: 'The last day is before the first',
    when: 'A plan is asked for days whose last comes before the first.',
    message: ({ first }: { readonly first: string }) => `The last day is before the first, ${first}`,
    hint: () => 'Exchange the two days.',
  }),
  horizonTooLong: defineError({
    code: 'HORIZON_TOO_LONG',
    kind: 'invalid',
    title: 'Too many days at once',
    when: 'A plan is asked for more days than one run plans.',
    message: ({ most }: { readonly most: number }) => `One plan holds at most ${most} days`,
    hint: () => 'Plan month by month.',
  }),
  calendarYearUnknown: defineError({
    code: 'CALENDAR_YEAR_UNKNOWN',
    kind: 'missing',
    title: 'The holidays of a year are not known',
    when: "A plan falls in a year for which the territory's calendar has no holidays, or an empty list of them.",
    message: ({ year }: { readonly year: number }) => `The calendar does not know the holidays of ${year}`,
    hint: ({ year }: { readonly year: number }) =>
      `Add holidays/${year}.json (in the holiday-cn shape) and name it under calendar.holidays in territory.json.`,
  }),
  nobodyAtWork: defineError({
    code: 'NOBODY_AT_WORK',
    kind: 'invalid',
    title: 'No rep works in the horizon',
    when: 'All days of a plan are holidays, days off or leave.',
    message: () => 'No rep works on any of these days',
    hint: () => 'Choose other days, or correct shifts, leave and calendar.',
  }),
  noWayBack: defineError({
    code: 'NO_WAY_BACK',
    kind: 'conflict',
    title: 'A rep cannot get home from a duty',
    when: 'A duty in the middle of a day is done where the day starts; the day ends elsewhere, and no mode that the rep has may go there.',
    message: ({ rep, duty }: NoWayBack) => `Rep "${rep}" has no allowed way from the duty "${duty}" to where the day ends`,
    hint: ({ modes, rules }) => {
      const relax = rules.length === 0 ? '' : `, or give ${rules.map((rule) => `"${rule}"`).join(' and ')} a price instead of the must`;
      return `End the day within reach by ${modes.join(' or ')}, give the rep another mode${relax}.`;
    },
  }),
  nothingDue: defineError({
    code: 'NOTHING_DUE',
    kind: 'missing',
    title: 'No visit is due',
    when: 'No customer is due for a visit in the horizon.',
    message: () => 'No visit is due on these days',
    hint: () => "Choose other days, or check the policy's frequencies and the history.",
  }),

  // Command line
  optionInvalid: defineError({
    code: 'OPTION_INVALID',
    kind: 'invalid',
    title: "An option's value is not understood",
    when: 'An option of the command line has a value that cannot be read.',
    message: ({ expected }: { readonly expected: string; readonly example: string }) => `This is not ${expected}`,
    hint: ({ example }) => `Write it as in ${example}.`,
  }),
  optionsConflict: defineError({
    code: 'OPTIONS_CONFLICT',
    kind: 'conflict',
    title: 'Two options exclude each other',
    when: 'The command line has two options, or a request two fields, that say the same thing in different ways.',
    message: ({ other }: { readonly other: string }) => `This cannot go with ${other}`,
    hint: () => 'Keep one of the two.',
  }),
  addressUnusable: defineError({
    code: 'ADDRESS_UNUSABLE',
    kind: 'unavailable',
    title: 'The service cannot listen there',
    when: 'The host of `beatplan serve` is not one of this machine, or its port is taken.',
    message: ({ problem }: { readonly problem: string }) => `The service cannot listen there: ${problem}`,
    hint: () => 'Choose another --port, or 0 for one that is free; check --host.',
  }),
  tokenNeeded: defineError({
    code: 'TOKEN_NEEDED',
    kind: 'missing',
    title: 'A service for others needs a token',
    when: 'The service is to listen beyond its own machine without a token, or with one that is easy to guess.',
    message: () => 'Others could reach the service here, and it has no token of 16 letters or more',
    hint: () => 'Put one into the environment as BEATPLAN_TOKEN, or listen on 127.0.0.1.',
  }),
  outputUnwritable: defineError({
    code: 'OUTPUT_UNWRITABLE',
    kind: 'unavailable',
    title: 'A file cannot be written',
    when: 'The folder for the results does not take files.',
    message: ({ problem }: { readonly problem: string }) => `The file cannot be written: ${problem}`,
    hint: () => 'Choose another folder with --output, or make room.',
  }),
} as const;

/** The whole catalogue in order, for docs/errors.md. */
export const errorCatalogue: readonly CatalogueEntry[] = Object.values(errors).map(({ code, kind, title, when }) => ({
  code,
  kind,
  title,
  when,
}));
