import { type Day, formatDay } from '../domain/calendar.ts';
import { type Seconds, formatClock, formatDuration } from '../kernel/units.ts';
import type { PlanDocument } from './plan-schema.ts';

/** What was done on some rep-days taken together. */
export interface WorkFigures {
  readonly visits: number;
  readonly requiredVisits: number;
  readonly optionalVisits: number;
  /** Different customers seen. */
  readonly customers: number;
  readonly travel: Seconds;
  /** Metres. */
  readonly distance: number;
  readonly waiting: Seconds;
  readonly dwell: Seconds;
  readonly fieldTime: Seconds;
  /** Travel and dwell as a share of the field time, in percent. */
  readonly fieldUsed: number;
  /** Clock times; null without visits. */
  readonly firstStart: Seconds | null;
  readonly lastEnd: Seconds | null;
}

/** The figures of a plan that its document tells: in all, by rep, by day, by both and by tier. */
export interface KpiFigures {
  readonly total: WorkFigures & { readonly requiredUnserved: number; readonly optionalUnserved: number };
  readonly reps: readonly (WorkFigures & { readonly rep: string; readonly days: number })[];
  readonly days: readonly (WorkFigures & { readonly day: Day; readonly reps: number })[];
  readonly repDays: readonly (WorkFigures & { readonly rep: string; readonly day: Day })[];
  readonly tiers: readonly TierFigures[];
}

/** The figures of one tier's customers. */
export interface TierFigures {
  readonly tier: string;
  readonly customers: number;
  readonly seen: number;
  readonly asked: number;
  readonly visits: number;
  readonly required: number;
  readonly requiredUnserved: number;
}

type Document = PlanDocument['plan']['kpis'];

/** The figures as plain JSON, keys in a fixed order. */
export function kpisDocument({ total, reps, days, repDays, tiers }: KpiFigures): Document {
  return {
    total: { ...workDocument(total), requiredUnserved: total.requiredUnserved, optionalUnserved: total.optionalUnserved },
    reps: reps.map((figures) => ({ rep: figures.rep, days: figures.days, ...workDocument(figures) })),
    days: days.map((figures) => ({ day: formatDay(figures.day), reps: figures.reps, ...workDocument(figures) })),
    repDays: repDays.map((figures) => ({ rep: figures.rep, day: formatDay(figures.day), ...workDocument(figures) })),
    tiers: tiers.map(({ tier, customers, seen, asked, visits, required, requiredUnserved }) => {
      return { tier, customers, seen, asked, visits, required, requiredUnserved };
    }),
  };
}

function workDocument(figures: WorkFigures) {
  const { visits, requiredVisits, optionalVisits, customers, travel, distance, waiting, dwell, fieldTime, fieldUsed } = figures;
  const { firstStart, lastEnd } = figures;
  return {
    visits,
    requiredVisits,
    optionalVisits,
    customers,
    travel: formatDuration(travel),
    distance,
    waiting: formatDuration(waiting),
    dwell: formatDuration(dwell),
    fieldTime: formatDuration(fieldTime),
    fieldUsed,
    ...(firstStart === null ? {} : { firstStart: formatClock(firstStart) }),
    ...(lastEnd === null ? {} : { lastEnd: formatClock(lastEnd) }),
  };
}
