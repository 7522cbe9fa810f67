import type { PlanCost } from '../domain/plan.ts';
import type { AuditedDay } from './audit-case.ts';
import { breaksOf, fieldStops } from './field.ts';

type TravelAndWaiting = Pick<PlanCost, 'travel' | 'waiting'>;

/**
 * The travel and waiting of a rep's day in seconds. All time from the start of the field time to the return from the last
 * stop in the field is travel or waiting, except visits, duties and breaks. A day without stops in the field costs nothing.
 */
export function costOfDay(day: AuditedDay): TravelAndWaiting {
  const stops = fieldStops(day);
  const last = stops.at(-1);
  if (last === undefined) return { travel: 0, waiting: 0 };

  const end = day.planned.legs.findLast(({ depart }) => depart >= last.end)?.arrive ?? last.end;
  const travel = sum(day.planned.legs.filter(({ arrive }) => arrive <= end).map((leg) => leg.travel));
  const atStops = sum(stops.map((stop) => stop.end - stop.start));
  // A break that begins after the return is the rep's own time.
  const onBreak = sum(
    breaksOf(day)
      .filter(({ start }) => start < end)
      .map((pause) => pause.end - pause.start),
  );
  return { travel, waiting: end - day.repDay.field.from - travel - atStops - onBreak };
}

/** The plan's cost: its days, and the price of its breaches by rule id. */
export function costOfPlan(days: readonly AuditedDay[], byRule: PlanCost['byRule']): PlanCost {
  const costs = days.map(costOfDay);
  const travel = sum(costs.map((cost) => cost.travel));
  const waiting = sum(costs.map((cost) => cost.waiting));
  return { total: travel + waiting + sum(Object.values(byRule)), travel, waiting, byRule };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
