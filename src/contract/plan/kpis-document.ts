import { formatDay } from '../../domain/calendar.ts';
import type { Kpis, LeftOutKpis, WorkKpis } from '../../domain/figures/kpis.ts';
import { formatClock, formatDuration } from '../../kernel/units.ts';
import type { PlanDocument } from './plan-document.ts';

type Document = PlanDocument['plan']['kpis'];

/** Writes the figures of a plan as a document. Keys have a fixed order. */
export function kpisDocument({ total, reps, days, repDays, tiers, forgotten }: Kpis): Document {
  return {
    total: { ...workDocument(total), ...leftOut(total) },
    reps: reps.map((figures) => ({ rep: figures.rep, days: figures.days, ...workDocument(figures) })),
    days: days.map((figures) => ({ day: formatDay(figures.day), reps: figures.reps, ...workDocument(figures) })),
    repDays: repDays.map((figures) => ({
      rep: figures.rep,
      day: formatDay(figures.day),
      ...workDocument(figures),
      ...(figures.idle === null ? {} : { idle: figures.idle }),
    })),
    tiers: tiers.map(({ tier, customers, seen, due, visits, required, ...left }) => {
      return { tier, customers, seen, asked: due, visits, required, ...leftOut(left) };
    }),
    forgotten: forgotten.map(({ customer, lastVisit, days: without, most }) => ({
      customer,
      ...(lastVisit === null ? {} : { lastVisit: formatDay(lastVisit) }),
      ...(without === null ? {} : { days: without }),
      maxGapDays: most,
    })),
  };
}

const leftOut = ({ requiredUnserved, behindPaceUnserved, couldBePulledForward }: LeftOutKpis) => ({
  requiredUnserved,
  behindPaceUnserved,
  couldBePulledForward,
});

function workDocument(figures: WorkKpis) {
  const { visits, requiredVisits, optionalVisits, customers, calls, travel, distance, waiting, dwell, fieldTime, fieldUsed } = figures;
  const { firstStart, lastEnd } = figures;
  return {
    visits,
    requiredVisits,
    optionalVisits,
    customers,
    calls,
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
