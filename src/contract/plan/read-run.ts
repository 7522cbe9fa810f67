import { z } from 'zod';

const work = z.int().nonnegative();
const change = z.object({ atWork: work, share: z.number(), perStep: z.number() });
const recorded = z.object({
  run: z.object({
    seed: work,
    /** Plans of earlier versions have none. */
    explained: work.optional(),
    searches: z.array(z.object({ pace: z.array(change), endedAtWork: work })).min(1),
  }),
});

/** What it takes to make a plan again: its seed, and how each search went. */
export type RecordedRun = z.infer<typeof recorded>['run'];

/** The run that a plan document records, or null when the text is no such document. */
export function readRun(text: string): RecordedRun | null {
  try {
    return recorded.parse(JSON.parse(text)).run;
  } catch {
    return null;
  }
}
