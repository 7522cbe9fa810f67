import { z } from 'zod';
import { location } from './fields.ts';
import { visitKind } from './history.ts';

const instant = z.iso.datetime({ offset: true }).meta({ description: 'ISO 8601 with offset' });
const isoDate = z.iso.date();
const isoDuration = z.iso.duration();
const wallClock = z.string().regex(/^\d{2}:\d{2}(:\d{2})?$/);
const bilingual = z.strictObject({ en: z.string(), zh: z.string() });
/** Whole seconds of a rep's working time. */
const cost = z.int();

const span = { start: instant, end: instant };
const stay = { location, arrival: instant, ...span };

/** What is told of each due visit, served or not. */
const visit = {
  visit: z.string(),
  customer: z.string(),
  name: z.string(),
  kind: visitKind,
  contact: z.strictObject({ id: z.string(), name: z.string(), role: z.string() }).optional(),
  request: z.string().optional(),
  required: z.boolean(),
};

const VisitStopDocument = z.strictObject({
  type: z.literal('visit'),
  ...visit,
  ...stay,
});

const CallStopDocument = z.strictObject({ type: z.literal('call'), ...visit, ...span });

const DutyStopDocument = z.strictObject({
  type: z.literal('duty'),
  duty: z.string(),
  title: bilingual,
  /** Customers of the day to call meanwhile, in the order of their visits. */
  calls: z.array(z.strictObject({ customer: z.string(), name: z.string() })).optional(),
  ...stay,
});

const BreakStopDocument = z.strictObject({
  type: z.literal('break'),
  break: z.string(),
  title: bilingual,
  ...span,
});

/** A mode that would cost less on the leg alone, and what is against it. */
const CheaperDocument = z.strictObject({
  mode: z.string(),
  because: z.enum(['vehicle', 'late', 'day']).meta({
    description:
      'vehicle: it stands elsewhere or is needed later; late: a window or limit would be missed; day: the whole day would cost more',
  }),
});

const LegDocument = z.strictObject({
  mode: z.string(),
  from: location,
  to: location,
  depart: instant,
  arrive: instant,
  travel: isoDuration,
  distance: z.int().meta({ description: 'metres' }),
  fare: z.strictObject({ amount: z.number(), currency: z.string() }).optional(),
  source: z.string(),
  parked: location.optional().meta({ description: "where the day's own vehicle stands, on a leg made without it" }),
  cheaper: CheaperDocument.optional(),
});

const DayDocument = z.strictObject({
  rep: z.string(),
  day: isoDate,
  vehicle: z.string().optional().meta({ description: 'the own vehicle that is ridden on the day' }),
  stops: z.array(z.discriminatedUnion('type', [VisitStopDocument, CallStopDocument, DutyStopDocument, BreakStopDocument])),
  legs: z.array(LegDocument),
});

const UnservedDocument = z.strictObject({
  ...visit,
  price: cost,
  reasons: z.array(z.strictObject({ rule: z.string(), sentence: bilingual })),
});

const CostDocument = z.strictObject({ total: cost, travel: cost, waiting: cost, byRule: z.record(z.string(), cost) });

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

const KpisDocument = z.strictObject({
  total: z.strictObject({ ...work, requiredUnserved: z.int(), optionalUnserved: z.int() }),
  reps: z.array(z.strictObject({ rep: z.string(), days: z.int(), ...work })),
  days: z.array(z.strictObject({ day: isoDate, reps: z.int(), ...work })),
  repDays: z.array(z.strictObject({ rep: z.string(), day: isoDate, ...work })),
  tiers: z.array(
    z.strictObject({
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

/** How the run went: nothing that the plan depends on or that is the same next time. */
const RunDocument = z.record(z.string(), z.json());

/** A plan as it leaves: `plan` is the same for the same input, seed and work; `run` tells how it was made. */
export const PlanDocument = z
  .strictObject({
    plan: z.strictObject({
      territory: z.string(),
      policy: z.strictObject({ id: z.string(), version: z.string() }),
      horizon: z.strictObject({ from: isoDate, to: isoDate }),
      timeZone: z.string(),
      cost: CostDocument,
      kpis: KpisDocument,
      days: z.array(DayDocument),
      unserved: z.array(UnservedDocument),
    }),
    run: RunDocument,
  })
  .meta({ id: 'PlanDocument' });

/** A plan document as plain JSON. */
export type PlanDocument = z.output<typeof PlanDocument>;
