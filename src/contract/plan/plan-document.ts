import { z } from 'zod';
import { REASON_CLASSES } from '../../domain/unserved/unserved.ts';
import { longest, most } from '../reading/bounds.ts';
import { listOf, location, objectOf, plainText } from '../reading/field-schemas.ts';
import { visitKind } from '../policy/visit-kind.ts';

const instant = z.iso.datetime({ offset: true }).meta({ description: 'ISO 8601 with offset' });
const isoDate = z.iso.date();
const isoDuration = z.iso.duration();
const wallClock = z.string().regex(/^\d{2}:\d{2}(:\d{2})?$/);
/** An id, a name or another text in one language; the longest are made up of several names. */
const name = plainText.max(longest.prose);
const sentence = plainText.max(longest.cell);
const bilingual = objectOf({ en: sentence, zh: sentence });
/** Whole seconds of a rep's working time. */
const cost = z.int();

const materials = listOf(objectOf({ id: name, name: bilingual, copies: z.int() })).optional();

const span = { start: instant, end: instant };
const stay = { location, arrival: instant, ...span };

/** The fields of each due visit, served or not. */
const visit = {
  visit: name,
  customer: name,
  name,
  kind: visitKind,
  contact: objectOf({ id: name, name, role: name }).optional(),
  request: name.optional().meta({ description: 'the first request that the visit answers' }),
  answers: listOf(objectOf({ request: name, purpose: name.optional() }))
    .optional()
    .meta({ description: 'all requests that the visit answers, with their purposes' }),
  required: z.boolean(),
  purposes: listOf(bilingual).optional().meta({ description: 'what the visit is for' }),
  daysSinceLast: z.int().optional().meta({ description: 'days since the visit before it, planned ones included' }),
  maxGapDays: z.int().optional().meta({ description: 'most days that the policy allows from one such visit to the next' }),
};

const VisitStopDocument = objectOf({
  type: z.literal('visit'),
  ...visit,
  materials: materials.meta({ description: 'what to bring to the visit' }),
  ...stay,
});

const CallStopDocument = objectOf({
  type: z.literal('call'),
  ...visit,
  announces: objectOf({ visit: name, day: isoDate, start: instant })
    .optional()
    .meta({ description: 'the visit that the call can announce' }),
  ...span,
});

const DutyStopDocument = objectOf({
  type: z.literal('duty'),
  duty: name,
  title: bilingual,
  /** Customers of the day to call during the duty, in the order of their visits. */
  calls: listOf(objectOf({ customer: name, name }), { most: most.stops }).optional(),
  ...stay,
});

const BreakStopDocument = objectOf({
  type: z.literal('break'),
  break: name,
  title: bilingual,
  ...span,
});

/** A mode that would cost less on this leg alone, and why it is not used. */
const CheaperDocument = objectOf({
  mode: name,
  because: z.enum(['vehicle', 'late', 'day']).meta({
    description:
      'vehicle: it stands elsewhere or is needed later; late: a window or limit would be missed; day: the whole day would cost more',
  }),
});

const LegDocument = objectOf({
  mode: name,
  from: location,
  to: location,
  depart: instant,
  arrive: instant,
  travel: isoDuration,
  distance: z.int().meta({ description: 'metres' }),
  fare: objectOf({ amount: z.number(), currency: name }).optional(),
  source: name,
  parked: location.optional().meta({ description: "where the day's own vehicle stands, on a leg made without it" }),
  cheaper: CheaperDocument.optional(),
});

const DayDocument = objectOf({
  rep: name,
  day: isoDate,
  vehicle: name.optional().meta({ description: 'the own vehicle that is ridden on the day' }),
  stops: listOf(z.discriminatedUnion('type', [VisitStopDocument, CallStopDocument, DutyStopDocument, BreakStopDocument]), {
    most: most.stops,
  }),
  legs: listOf(LegDocument, { most: most.stops }),
  materials: materials.meta({ description: 'the packing list of the day' }),
});

/** Why a visit is unserved. */
const ReasonDocument = objectOf({
  class: z.enum(REASON_CLASSES).meta({
    description:
      'never-fits: not even on empty days; no-time: its days are full; promises: what is promised to others keeps it out; not-worth: it would cost more than leaving it out; not-behind: its customer is not behind its pace',
  }),
  rule: name.meta({ description: 'the rule that it has most to do with' }),
  because: listOf(name).meta({
    description:
      'the one or two things without which the visit would find a place: leave, days-off, required-rep, area, closed-days, visiting-hours, agreed-time, companion, shift, duties, breaks, stay, way, own-visits, other-visits, promises, price, pace, or the id of a rule; empty where no two things are enough',
  }),
  sentence: bilingual,
});

const UnservedDocument = objectOf({
  ...visit,
  need: z.enum(['required', 'behind-pace']),
  price: cost,
  reasons: listOf(ReasonDocument).meta({ description: 'one; empty while it is not explained yet' }),
});

/** A visit that is not made, and of which nobody is behind: it could be pulled forward. */
const PullForwardDocument = objectOf({ ...visit, price: cost });

const CostDocument = objectOf({ total: cost, travel: cost, waiting: cost, byRule: z.record(z.string(), cost) });

const work = {
  visits: z.int(),
  requiredVisits: z.int(),
  optionalVisits: z.int(),
  customers: z.int(),
  calls: z.int(),
  travel: isoDuration,
  distance: z.int(),
  waiting: isoDuration,
  dwell: isoDuration,
  fieldTime: isoDuration,
  fieldUsed: z.number().meta({ description: 'percent' }),
  firstStart: wallClock.optional(),
  lastEnd: wallClock.optional(),
};

const KpisDocument = objectOf({
  total: objectOf({ ...work, requiredUnserved: z.int(), behindPaceUnserved: z.int(), couldBePulledForward: z.int() }),
  reps: z.array(objectOf({ rep: z.string(), days: z.int(), ...work })),
  days: z.array(objectOf({ day: isoDate, reps: z.int(), ...work })),
  repDays: z.array(
    objectOf({
      rep: z.string(),
      day: isoDate,
      ...work,
      idle: bilingual.optional().meta({ description: 'why the day has neither visits nor calls' }),
    }),
  ),
  tiers: z.array(
    objectOf({
      tier: z.string(),
      customers: z.int(),
      seen: z.int(),
      asked: z.int(),
      visits: z.int(),
      required: z.int(),
      requiredUnserved: z.int(),
      behindPaceUnserved: z.int(),
      couldBePulledForward: z.int(),
    }),
  ),
  forgotten: z
    .array(objectOf({ customer: z.string(), lastVisit: isoDate.optional(), days: z.int().optional(), maxGapDays: z.int() }))
    .meta({ description: 'customers whose last visit, planned ones included, is too long ago at the end of the plan' }),
});

/** The run: facts that the plan does not depend on and that may differ the next time. */
const RunDocument = z.looseObject({}).meta({
  description: 'id and state (solving, done, stopped) where a service made it; version, seed, work, threads, time and machine',
});

const MeetingDocument = objectOf({ day: isoDate, rep: name.optional() });

/** A promise to a customer that the plan does not keep. */
const BrokenPromiseDocument = objectOf({
  customer: name,
  name,
  contact: objectOf({ id: name, name, role: name }).optional(),
  firmness: z.enum(['announced', 'confirmed']),
  promised: MeetingDocument.extend({ at: wallClock.optional() }),
  now: MeetingDocument.extend({ start: instant })
    .optional()
    .meta({ description: 'The visit that the plan has instead; missing where it is left out' }),
});

/** The document of a plan. `plan` is the same for the same input, seed and work; `run` says how it was made. */
export const PlanDocument = objectOf({
  plan: objectOf({
    territory: name,
    policy: objectOf({ id: name, version: name }),
    horizon: objectOf({ from: isoDate, to: isoDate }),
    timeZone: name,
    brokenPromises: listOf(BrokenPromiseDocument, { most: most.rows }).meta({ description: 'The customers to call first' }),
    cost: CostDocument,
    kpis: KpisDocument,
    days: listOf(DayDocument, { most: most.rows }),
    unserved: listOf(UnservedDocument, { most: most.rows }),
    pullForward: listOf(PullForwardDocument, { most: most.rows }).meta({
      description: 'visits that could be pulled forward: nobody is behind without them',
    }),
  }),
  run: RunDocument,
}).meta({ id: 'PlanDocument' });

/**
 * A plan that a caller sends, such as the `plan` of a plan document. Fields that follow from the others are optional, and are
 * computed again in any case.
 */
export const PlanInput = objectOf({
  territory: name.optional(),
  policy: objectOf({ id: name, version: name }).optional(),
  horizon: objectOf({ from: isoDate, to: isoDate }),
  timeZone: name.optional(),
  brokenPromises: z.unknown().optional(),
  cost: z.unknown().optional(),
  kpis: z.unknown().optional(),
  days: listOf(DayDocument, { most: most.rows }),
  unserved: listOf(
    UnservedDocument.partial({ need: true, price: true }).extend({
      reasons: listOf(ReasonDocument.partial({ class: true, because: true })).optional(),
    }),
    { most: most.rows },
  ).default([]),
  pullForward: listOf(PullForwardDocument.partial({ price: true }), { most: most.rows }).default([]),
}).meta({ id: 'PlanInput' });

/** A plan that a caller sent, after parsing. */
export type PlanInput = z.output<typeof PlanInput>;

/** The document of a plan as plain JSON. */
export type PlanDocument = z.output<typeof PlanDocument>;
