import { z } from 'zod';

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A clock time `hh:mm` as seconds from midnight. */
export const clockSeconds = (text: string): number => Number(text.slice(0, 2)) * 3600 + Number(text.slice(3)) * 60;
/** A clock time `hh:mm` of an expectation. */
export const clock = z
  .string()
  .regex(/^\d{2}:\d{2}$/)
  .transform(clockSeconds);
const location = z.object({ lat: z.number(), lng: z.number() });
const hours = { start: z.string(), end: z.string() };

/** What is told of a due visit; fields that a document leaves out are as they usually are. */
const visitFacts = {
  customer: z.string(),
  kind: z.string().default('ordinary'),
  contact: z.object({ id: z.string(), role: z.string() }).optional(),
  answers: z.array(z.object({ request: z.string() })).default([]),
};

const stop = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('visit'),
    visit: z.string(),
    ...visitFacts,
    required: z.boolean().default(true),
    arrival: z.string(),
    ...hours,
  }),
  z.object({ type: z.literal('call'), ...visitFacts, ...hours }),
  z.object({ type: z.literal('duty'), duty: z.string(), location, ...hours }),
  z.object({ type: z.literal('break'), break: z.string(), ...hours }),
  z.object({ type: z.literal('reserve'), ...hours }),
]);

const leg = z.object({
  mode: z.string(),
  from: location.optional(),
  to: location,
  depart: z.string().optional(),
  arrive: z.string().optional(),
});

/** As much of a published plan document as expectations read; whatever else it holds is let be. */
export const planDocument = z.object({
  plan: z.object({
    horizon: z.object({ from: isoDay, to: isoDay }),
    days: z.array(z.object({ rep: z.string(), day: isoDay, stops: z.array(stop), legs: z.array(leg) })),
    unserved: z.array(z.object({ visit: z.string(), ...visitFacts, required: z.boolean(), price: z.number().default(0) })),
  }),
});

/** What a fixture promises of every good plan: `expect.json`. */
export const expectDocument = z.strictObject({
  title: z.string(),
  horizon: z.strictObject({
    from: isoDay,
    days: z.int().min(1),
    /** Days of the horizon, or around it, on which the territory does not work though the weekday says so. */
    daysOff: z.array(isoDay).default([]),
    /** Days on which it works though the weekday says no. */
    makeUpDays: z.array(isoDay).default([]),
  }),
  expectations: z.array(z.looseObject({ kind: z.string() })).min(1),
});

const cell = z.string().default('');
const words = cell.transform((text) => text.split(';').flatMap((word) => (word.trim() === '' ? [] : [word.trim()])));
const degrees = z.string().transform(Number);

/** A row of `customers.csv`, as much as expectations read of it. */
export const customerRow = z.object({
  id: z.string(),
  lat: degrees,
  lng: degrees,
  setting: z.enum(['town', 'country']),
  tier: cell,
  status: cell,
  since: cell,
  intent: cell,
  tags: words,
  dwell_minutes: cell,
  hours: cell,
  closed_days: words,
  order_weekday: cell,
  required_rep: cell,
  companion: cell,
  line: cell,
  allowed_modes: words,
  bus_served: cell,
  area: cell,
});

/** A row of `reps.csv`. */
export const repRow = z.object({
  id: z.string(),
  post: cell,
  role: cell,
  manager: cell,
  start_lat: degrees,
  start_lng: degrees,
  areas: words,
  vehicles: words,
  modes: words,
  shifts: z.string(),
  leave: words,
});

/** A row of `history.csv`. */
export const historyRow = z.object({
  customer: z.string(),
  day: isoDay,
  kind: z.string().default('ordinary'),
  rep: cell,
  contact: cell,
  request: cell,
  follow_up: cell,
});

/** A row of `contacts.csv`. */
export const contactRow = z.object({ customer: z.string(), id: z.string(), role: z.string(), hours: cell });

/** A row of `companions.csv`. */
export const companionRow = z.object({ id: z.string(), hours: cell, days_off: words });

/** A row of `commitments.csv`. */
export const commitmentRow = z.object({ customer: z.string(), day: isoDay, rep: cell, firmness: cell });

/** A row of `requests.csv`. */
export const requestRow = z.object({
  id: z.string(),
  customer: z.string(),
  kind: z.string().default('ordinary'),
  source: cell,
  required: cell,
  from: isoDay,
  deadline: isoDay,
  dwell_minutes: cell,
  appointment_day: cell,
  appointment_at: cell,
  early_minutes: cell,
});

/** A published plan, parsed. */
export type PlanDocument = z.infer<typeof planDocument>;
/** An `expect.json`, parsed but for the expectations, which each kind parses itself. */
export type ExpectDocument = z.infer<typeof expectDocument>;
/** A customer as the fixture has it. */
export type CustomerRow = z.infer<typeof customerRow>;
/** A rep as the fixture has it. */
export type RepRow = z.infer<typeof repRow>;
/** A past visit as the fixture has it. */
export type HistoryRow = z.infer<typeof historyRow>;
/** A person at a customer as the fixture has it. */
export type ContactRow = z.infer<typeof contactRow>;
/** A day that an earlier plan gave to a visit as the fixture has it. */
export type CommitmentRow = z.infer<typeof commitmentRow>;
/** Who leads reps to customers as the fixture has it. */
export type CompanionRow = z.infer<typeof companionRow>;
/** A one-off reason to visit as the fixture has it. */
export type RequestRow = z.infer<typeof requestRow>;
