import type { VisitId } from '../../kernel/ids.ts';
import type { Day } from '../calendar.ts';
import type { Plan, PlannedDay, VisitStop } from '../plan.ts';
import type { VisitKind } from '../policy.ts';

/** A visit that a call can announce. */
export interface AnnouncedVisit {
  readonly day: Day;
  readonly stop: VisitStop;
}

/** Visits that nobody announces. */
const UNANNOUNCED: ReadonlySet<VisitKind> = new Set<VisitKind>(['walk-in', 'inspection']);

/** A call announces a visit within so many days. */
const WITHIN_DAYS = 7;

/**
 * By call: the visit that it can announce. That is the next visit of the same rep to the customer within a week, after which
 * no other call comes first.
 */
export function announcedVisits({ days }: Pick<Plan, 'days'>): ReadonlyMap<VisitId, AnnouncedVisit> {
  const byRep = Map.groupBy(days, ({ rep }) => rep);
  return new Map([...byRep.values()].flatMap((own) => announcedBy(own.toSorted((a, b) => a.day - b.day))));
}

function announcedBy(days: readonly PlannedDay[]): readonly (readonly [VisitId, AnnouncedVisit])[] {
  return days.flatMap(({ day, calls }) =>
    calls.flatMap(({ visit, customer, kind }): readonly (readonly [VisitId, AnnouncedVisit])[] => {
      const later = days.filter((other) => other.day > day && other.day - day <= WITHIN_DAYS);
      for (const other of later) {
        const stop = other.stops.find((one): one is VisitStop => one.type === 'visit' && one.customer === customer);
        if (stop !== undefined) return UNANNOUNCED.has(stop.kind) || kind === 'inspection' ? [] : [[visit, { day: other.day, stop }]];
        if (other.calls.some((call) => call.customer === customer)) return [];
      }
      return [];
    }),
  );
}
