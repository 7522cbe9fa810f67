import { z } from 'zod';
import { formatDay } from '../../domain/calendar.ts';
import type { Capacity, DueWork } from '../../domain/figures/capacity.ts';
import { formatDuration } from '../../kernel/units.ts';

const isoDuration = z.iso.duration();
const DueWorkDocument = z.strictObject({ customers: z.int(), visits: z.int(), time: isoDuration });

/** The document of a capacity check: visits that are due, and the time that the reps have for them. */
export const CapacityDocument = z
  .strictObject({
    horizon: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
    fits: z.boolean().meta({ description: 'whether the reps have the hours for all required visits' }),
    teams: z.array(
      z.strictObject({
        reps: z.array(z.strictObject({ rep: z.string(), days: z.int(), fieldTime: isoDuration })),
        fieldTime: isoDuration,
        required: DueWorkDocument,
        optional: DueWorkDocument,
        spare: isoDuration,
        missing: isoDuration,
      }),
    ),
    tiers: z.array(z.strictObject({ tier: z.string(), required: DueWorkDocument, optional: DueWorkDocument })),
    shortfalls: z.array(z.strictObject({ reps: z.array(z.string()), required: DueWorkDocument, missing: isoDuration })),
  })
  .meta({ id: 'CapacityDocument' });

/** The document of a capacity check as plain JSON. */
export type CapacityDocument = z.output<typeof CapacityDocument>;

/** Writes the capacity as a document. */
export function capacityDocument({ horizon, teams, tiers, shortfalls }: Capacity): CapacityDocument {
  return {
    horizon: { from: formatDay(horizon.first), to: formatDay(horizon.last) },
    fits: shortfalls.length === 0,
    teams: teams.map(({ reps, fieldTime, required, optional, spare, missing }) => ({
      reps: reps.map((rep) => ({ ...rep, fieldTime: formatDuration(rep.fieldTime) })),
      fieldTime: formatDuration(fieldTime),
      required: workDocument(required),
      optional: workDocument(optional),
      spare: formatDuration(spare),
      missing: formatDuration(missing),
    })),
    tiers: tiers.map(({ tier, required, optional }) => ({ tier, required: workDocument(required), optional: workDocument(optional) })),
    shortfalls: shortfalls.map(({ reps, required, missing }) => ({
      reps: [...reps],
      required: workDocument(required),
      missing: formatDuration(missing),
    })),
  };
}

const workDocument = ({ customers, visits, time }: DueWork) => ({ customers, visits, time: formatDuration(time) });
