import { z } from 'zod';
import { location, objectOf, plainText } from '../reading/field-schemas.ts';
import { visitKind } from '../policy/visit-kind.ts';

const instant = z.iso.datetime({ offset: true }).meta({ description: 'ISO 8601 with offset' });
const isoDate = z.iso.date();
const isoDuration = z.iso.duration();
const wallClock = z.string().regex(/^\d{2}:\d{2}(:\d{2})?$/);
const bilingual = objectOf({ en: plainText, zh: plainText });
/** Whole seconds of a rep's working time. */
const cost = z.int();

const span = { start: instant, end: instant };
const stay = { location, arrival: instant, ...span };

/** The fields of each due visit, served or not. */
const visit = {
  visit: plainText,
  customer: plainText,
  name: plainText,
  kind: visitKind,
  contact: objectOf({ id: plainText, name: plainText, role: plainText }).optional(),
  request: plainText.optional(),
  required: z.boolean(),
};

const VisitStopDocument = objectOf({
  type: z.literal('visit'),
  ...visit,
  ...stay,
});

const CallStopDocument = objectOf({ type: z.literal('call'), ...visit, ...span });

const DutyStopDocument = objectOf({
  type: z.literal('duty'),
  duty: plainText,
  title: bilingual,
  /** Customers of the day to call during the duty, in the order of their visits. */
  calls: z.array(objectOf({ customer: plainText, name: plainText })).optional(),
  ...stay,
});

const BreakStopDocument = objectOf({
  type: z.literal('break'),
  break: plainText,
  title: bilingual,
  ...span,
});

/** A mode that would cost less on this leg alone, and why it is not used. */
const CheaperDocument = objectOf({
  mode: plainText,
  because: z.enum(['vehicle', 'late', 'day']).meta({
    description:
      'vehicle: it stands elsewhere or is needed later; late: a window or limit would be missed; day: the whole day would cost more',
  }),
});

const LegDocument = objectOf({
  mode: plainText,
  from: location,
  to: location,
  depart: instant,
  arrive: instant,
  travel: isoDuration,
  distance: z.int().meta({ description: 'metres' }),
  fare: objectOf({ amount: z.number(), currency: plainText }).optional(),
  source: plainText,
  parked: location.optional().meta({ description: "where the day's own vehicle stands, on a leg made without it" }),
  cheaper: CheaperDocument.optional(),
});

const DayDocument = objectOf({
  rep: plainText,
  day: isoDate,
  vehicle: plainText.optional().meta({ description: 'the own vehicle that is ridden on the day' }),
  stops: z.array(z.discriminatedUnion('type', [VisitStopDocument, CallStopDocument, DutyStopDocument, BreakStopDocument])),
  legs: z.array(LegDocument),
});

const UnservedDocument = objectOf({
  ...visit,
  price: cost,
  reasons: z.array(objectOf({ rule: plainText, sentence: bilingual })).meta({ description: 'Empty while the plan is still searched' }),
});

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
  total: objectOf({ ...work, requiredUnserved: z.int(), optionalUnserved: z.int() }),
  reps: z.array(objectOf({ rep: z.string(), days: z.int(), ...work })),
  days: z.array(objectOf({ day: isoDate, reps: z.int(), ...work })),
  repDays: z.array(objectOf({ rep: z.string(), day: isoDate, ...work })),
  tiers: z.array(
    objectOf({
      tier: z.string(),
      customers: z.int(),
      seen: z.int(),
      asked: z.int(),
      visits: z.int(),
      required: z.int(),
      requiredUnserved: z.int(),
    }),
  ),
});

/** The run: facts that the plan does not depend on and that may differ the next time. */
const RunDocument = z.looseObject({}).meta({
  description: 'id and state (solving, done, stopped) where a service made it; version, seed, work, threads, time and machine',
});

/** The document of a plan. `plan` is the same for the same input, seed and work; `run` says how it was made. */
export const PlanDocument = objectOf({
  plan: objectOf({
    territory: z.string(),
    policy: objectOf({ id: z.string(), version: z.string() }),
    horizon: objectOf({ from: isoDate, to: isoDate }),
    timeZone: z.string(),
    cost: CostDocument,
    kpis: KpisDocument,
    days: z.array(DayDocument),
    unserved: z.array(UnservedDocument),
  }),
  run: RunDocument,
}).meta({ id: 'PlanDocument' });

/**
 * A plan that a caller sends, such as the `plan` of a plan document. Fields that follow from the others are optional, and are
 * computed again in any case.
 */
export const PlanInput = objectOf({
  territory: plainText.optional(),
  policy: objectOf({ id: plainText, version: plainText }).optional(),
  horizon: objectOf({ from: isoDate, to: isoDate }),
  timeZone: plainText.optional(),
  cost: z.unknown().optional(),
  kpis: z.unknown().optional(),
  days: z.array(DayDocument),
  unserved: z.array(UnservedDocument.partial({ price: true, reasons: true })).default([]),
}).meta({ id: 'PlanInput' });

/** A plan that a caller sent, after parsing. */
export type PlanInput = z.output<typeof PlanInput>;

/** The document of a plan as plain JSON. */
export type PlanDocument = z.output<typeof PlanDocument>;
