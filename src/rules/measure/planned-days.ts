import type { Customer } from '../../domain/customer.ts';
import type { PlannedDay, VisitStop } from '../../domain/plan.ts';
import type { RepDay } from '../../domain/rep-day/rep-day.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import type { VisitId } from '../../kernel/ids.ts';
import type { Review } from '../rule.ts';

/** A rep-day with its day of the plan. */
export interface ReviewedDay {
  readonly repDay: RepDay;
  readonly planned: PlannedDay;
}

/** A visit of the plan with the customer and the rep-day that it belongs to. */
export interface PlannedVisit extends ReviewedDay {
  readonly stop: VisitStop;
  readonly customer: Customer;
}

/** The rep-days that the plan holds, in the plan's order. */
export function plannedDays({ repDays, plan }: Review): readonly ReviewedDay[] {
  const byKey = new Map(repDays.map((repDay) => [keyOf(repDay.rep.id, repDay.day), repDay]));
  return plan.days.flatMap((planned) => {
    const repDay = byKey.get(keyOf(planned.rep, planned.day));
    return repDay === undefined ? [] : [{ repDay, planned }];
  });
}

/** The plan's visits, in the plan's order. Visits of customers that the territory does not have are left out. */
export function plannedVisits(review: Review): readonly PlannedVisit[] {
  const byId = new Map(review.territory.customers.map((customer) => [customer.id, customer]));
  return plannedDays(review).flatMap((day) =>
    visitsOf(day.planned).flatMap((stop) => {
      const customer = byId.get(stop.customer);
      return customer === undefined ? [] : [{ ...day, stop, customer }];
    }),
  );
}

/** Finds the series of a visit; null for a visit that is not due. */
export function seriesByVisit({ series }: Review): (visit: VisitId) => VisitSeries | null {
  const byVisit = new Map(series.flatMap((one) => one.visits.map(({ id }) => [id, one])));
  return (visit) => byVisit.get(visit) ?? null;
}

/** The day's visits, in order. */
export const visitsOf = ({ stops }: PlannedDay): readonly VisitStop[] => stops.filter((stop) => stop.type === 'visit');

const keyOf = (rep: string, day: number): string => `${day} ${rep}`;
