import { z } from 'zod';
import { ProblemDocument } from './problem-document.ts';

const instant = z.iso.datetime().meta({ description: 'ISO 8601, UTC' });
const isoDate = z.iso.date();
const path = z.string().meta({ description: 'Path on this service' });

/** How far a search has come. */
const ProgressDocument = z.strictObject({
  share: z.number().min(0).max(1).meta({ description: 'How much of the search lies behind' }),
  cost: z.int().optional().meta({ description: 'Of the best so far, in seconds of working time; absent until there is one' }),
  unserved: z
    .int()
    .optional()
    .meta({ description: 'Visits that the best so far misses: required ones, and those of customers behind their pace' }),
  requiredUnserved: z.int().optional().meta({ description: 'The required ones of them' }),
  behindPaceUnserved: z.int().optional().meta({ description: 'The others' }),
  couldBePulledForward: z
    .int()
    .optional()
    .meta({ description: 'Visits that the best so far leaves out, but without which nobody is behind' }),
});

/** How far a requested plan is. */
export const PlanStatus = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(['queued', 'solving', 'done', 'stopped', 'cancelled', 'failed']).meta({
      description:
        'queued: waits for a search; solving: is searched; done: searched to its end; stopped: ended early with the best so far; cancelled: ended before there was a plan; failed: see problem',
    }),
    order: z.strictObject({
      territory: z.string(),
      policy: z.string(),
      from: isoDate,
      to: isoDate,
      customers: z.int(),
      reps: z.int(),
      doubts: z
        .array(z.strictObject({ about: z.string(), text: z.strictObject({ en: z.string(), zh: z.string() }) }))
        .optional()
        .meta({ description: 'What is possible in the territory, but hardly meant, such as a customer at 0,0; it stops nothing' }),
      unusedColumns: z
        .array(z.strictObject({ file: z.string(), headings: z.array(z.string()) }))
        .optional()
        .meta({ description: 'Columns of the tables that beatplan does not read, by file' }),
    }),
    requestedAt: instant,
    startedAt: instant.optional(),
    endedAt: instant.optional(),
    ahead: z.int().optional().meta({ description: 'Plans that are searched before this one, or at the same time' }),
    progress: ProgressDocument,
    problem: ProblemDocument.optional(),
    links: z.strictObject({
      self: path,
      plan: path,
      events: path,
      explanation: path,
      days: path,
      unserved: path,
      html: path,
      csv: path,
      xlsx: path,
      ics: path,
      geojson: path,
      txt: path,
    }),
  })
  .meta({ id: 'PlanStatus' });

/** A plan's status as plain JSON. */
export type PlanStatus = z.output<typeof PlanStatus>;
