import { z } from 'zod';
import type { Fare } from '../../domain/fare.ts';
import type { Cycle, Frequency, PlanningDeadline } from '../../domain/policy.ts';
import { metres, seconds } from '../../kernel/units.ts';
import { largest } from '../reading/bounds.ts';
import {
  bilingual,
  clock,
  date,
  duration,
  listOf,
  objectOf,
  parsedText,
  positiveDuration,
  prose,
  rejectValue,
  text,
  texts,
  visitingHours,
  weekday,
} from '../reading/field-schemas.ts';
import { visitKind } from './visit-kind.ts';
import { valueErrors } from '../reading/value-errors.ts';

/** The source states the entry, it follows from the source, or beatplan added it. */
export const tag = z.enum(['stated', 'inferred', 'added']).default('added');

const TierDocument = objectOf({ id: text, dwell: positiveDuration, unserved: duration });

const visits = z.int().min(0).max(366);

/** A count of visits: exactly one of the three bounds. */
const CountDocument = objectOf({ atLeast: visits.optional(), exactly: visits.optional(), atMost: visits.optional() }).transform(
  ({ atLeast, exactly, atMost }, context): Frequency['count'] => {
    const bounds = [
      { bound: 'atLeast', visits: atLeast },
      { bound: 'exactly', visits: exactly },
      { bound: 'atMost', visits: atMost },
    ] as const;
    const [count, more] = bounds.flatMap(({ bound, visits: n }) => (n === undefined ? [] : [{ bound, visits: n }]));
    if (count !== undefined && more === undefined) return count;
    return rejectValue(context, ({ at }) => valueErrors.fieldMissing({ at, expected: 'exactly one of atLeast, exactly and atMost' }));
  },
);

/** Reads a cycle: `P1M` is a calendar month; others are a number of months, of weeks or of days. A year is twelve months. */
function parseCycle(written: string): Cycle | null {
  if (written === 'P1M') return { every: 'month' };
  const months = written === 'P1Y' ? 12 : Number(/^P(\d{1,2})M$/.exec(written)?.[1] ?? 0);
  if (months > 0) return months === 1 ? { every: 'month' } : months > 12 ? null : { every: 'months', count: months };
  const [, count = '', unit] = /^P(\d{1,3})([WD])$/.exec(written) ?? [];
  const length = Number(count) * (unit === 'W' ? 7 : 1);
  return length > 0 ? { every: 'days', length } : null;
}

const FrequencyDocument = objectOf({
  id: text,
  kind: visitKind.default('ordinary'),
  /** What these visits are for. */
  purpose: bilingual.optional(),
  tiers: texts.default([]),
  tags: texts.default([]),
  statuses: listOf(z.enum(['potential', 'new', 'retained', 'lost'])).default([]),
  count: CountDocument,
  every: parsedText(parseCycle, (placed) =>
    valueErrors.choiceUnknown({ ...placed, what: 'cycle', choices: ['P1M', 'P3M', 'P6M', 'P1Y', 'P1W', 'P2W', 'P28D'] }),
  ),
  minGapDays: z.int().min(0).max(366).default(0),
  maxGapDays: z.int().min(1).max(366).optional(),
  countsAlso: listOf(visitKind).default([]),
  contact: text.optional(),
  posts: texts.default([]),
  firstWithinDays: z.int().min(0).max(366).optional(),
  dwell: positiveDuration.optional(),
  sample: z.int().min(1).max(largest.count).optional(),
  /** The manager telephones before a spot check, or instead of it. */
  telephone: objectOf({ dwell: positiveDuration, instead: z.boolean().default(false) }).optional(),
  joint: z.boolean().default(false),
  tag,
}).transform((document, context) => {
  if (document.telephone === undefined || document.kind === 'inspection') return document;
  return rejectValue(context, ({ at }) =>
    valueErrors.fieldMissing({ at, expected: 'the kind inspection: only spot checks begin with a call' }),
  );
});

const DutyDays = z.discriminatedUnion('on', [
  objectOf({ on: z.literal('every-day') }),
  objectOf({ on: z.literal('weekdays'), weekdays: listOf(weekday, { least: 1 }) }),
  objectOf({ on: z.literal('day-of-month'), day: z.int().min(1).max(31) }),
  objectOf({ on: z.literal('last-working-day') }),
]);

const DutyDocument = objectOf({
  id: text,
  title: bilingual,
  days: DutyDays.default({ on: 'every-day' }),
  ifNonWorking: z.enum(['next', 'previous', 'skip', 'keep']).default('next'),
  from: clock,
  until: clock,
  callsAhead: positiveDuration.optional(),
  tag,
});

const BreakDocument = objectOf({ id: text, title: bilingual, earliest: clock, latest: clock, length: positiveDuration, tag });

const DeadlineTimeDocument = objectOf({
  workingDaysBefore: z.int().min(0).max(31).default(0),
  clock: clock.optional(),
  before: duration.optional(),
});

const DeadlineDocument = objectOf({
  plan: z.enum(['month', 'week', 'day']),
  due: bilingual,
  by: DeadlineTimeDocument.optional(),
  tag,
}).transform(({ by, ...deadline }): PlanningDeadline => ({
  ...deadline,
  by: by === undefined ? null : { ...by, clock: by.clock ?? null, before: by.before ?? seconds(0) },
}));

const kilometres = z.number().min(0).max(largest.kilometres);
const money = z.number().min(0).max(largest.money);

const FareDocument = objectOf({
  mode: text,
  validFrom: date,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('CNY'),
  flagFall: money,
  includedKilometres: kilometres.default(0),
  perKilometre: money.default(0),
  far: objectOf({ beyondKilometres: kilometres, perKilometre: money }).optional(),
  source: prose.default(''),
}).transform(({ includedKilometres, far, ...fare }): Fare => ({
  ...fare,
  included: metres(includedKilometres * 1000),
  far: far === undefined ? null : { beyond: metres(far.beyondKilometres * 1000), perKilometre: far.perKilometre },
}));

/** Something to bring to visits of customers with a tag, for a purpose, or of a kind. */
const MaterialDocument = objectOf({
  id: text,
  name: bilingual,
  /** Number of copies for one visit. */
  copies: z.int().min(1).max(largest.copies).default(1),
  tags: texts.default([]),
  purposes: texts.default([]),
  kinds: listOf(visitKind).default([]),
  tag,
});

/** The schemas of the entries that have an id, by list. */
export const entryDocuments = {
  tiers: TierDocument,
  frequencies: FrequencyDocument,
  duties: DutyDocument,
  breaks: BreakDocument,
  materials: MaterialDocument,
} as const;

/** A whole policy, or the changes to the preset that `extends` names. */
export const PolicyDocument = objectOf({
  /** The preset that the other fields change. */
  extends: text.optional(),
  /** Names of entries of the preset to remove: rules, duties, breaks, frequencies, tiers or deadlines. */
  remove: texts.default([]),
  id: text,
  version: text,
  title: bilingual,
  source: prose.default(''),
  tiers: listOf(TierDocument, { least: 1 }),
  frequencies: listOf(FrequencyDocument, { least: 1 }),
  duties: listOf(DutyDocument).default([]),
  breaks: listOf(BreakDocument).default([]),
  /** Each entry is parsed by the parameters of its rule. */
  rules: listOf(z.unknown()),
  deadlines: listOf(DeadlineDocument).default([]),
  /** Time of a stop that meets several needs of a customer: that of the longest, or the sum of all. */
  joinedStay: z.enum(['longest', 'sum']).default('longest'),
  materials: listOf(MaterialDocument).default([]),
  modes: listOf(text, { least: 1 }),
  fares: listOf(FareDocument).default([]),
  defaultHours: objectOf({ town: visitingHours, country: visitingHours }),
});

/** A policy in the input: the name of a preset, the changes to a preset, or a whole policy. */
export const PolicyInput = z
  .union([text, PolicyDocument.partial()])
  .meta({ id: 'Policy', description: "A preset's name, a document that extends one, or a whole policy" });

/** Converts the document of a frequency. */
export function frequencyOf({ every, ...document }: z.output<typeof FrequencyDocument>): Frequency {
  const {
    maxGapDays = null,
    contact = null,
    firstWithinDays = null,
    dwell = null,
    sample = null,
    purpose = null,
    telephone = null,
  } = document;
  return { ...document, cycle: every, maxGapDays, contact, firstWithinDays, dwell, sample, purpose, telephone };
}
