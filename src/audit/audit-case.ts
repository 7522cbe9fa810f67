import type { DayRange } from '../domain/calendar.ts';
import type { Location } from '../domain/customer.ts';
import type { CallStop, Plan, PlannedDay, VisitStop } from '../domain/plan.ts';
import { type RepDay, repDaysOf } from '../domain/rep-day/rep-day.ts';
import type { Territory } from '../domain/territory.ts';
import type { Visit, VisitSeries } from '../domain/visit.ts';
import type { VisitId } from '../kernel/ids.ts';

/** Travel times and distances for the audit; null where a mode cannot make the leg. */
export interface AuditTravel {
  between(
    from: Location,
    to: Location,
    mode: string,
  ): { readonly seconds: number; readonly metres: number; readonly source: string } | null;
}

/** A finished plan, and the facts that the audit compares it with. */
export interface AuditInput {
  readonly territory: Territory;
  readonly horizon: DayRange;
  /** The visits that were due; the plan serves each or lists it as unserved. */
  readonly series: readonly VisitSeries[];
  /** The calls that were due, likewise. */
  readonly calls: readonly VisitSeries[];
  readonly plan: Plan;
  readonly travel: AuditTravel;
}

/** A day of the plan with its rep-day. */
export interface AuditedDay {
  readonly planned: PlannedDay;
  readonly repDay: RepDay;
}

/** One due visit with its series. */
export interface DueVisit {
  readonly visit: Visit;
  readonly series: VisitSeries;
}

/** A visit that the plan serves; `due` is null when no such visit is due. */
export interface ServedVisit {
  readonly stop: VisitStop;
  readonly planned: PlannedDay;
  readonly due: DueVisit | null;
}

/** A call in the plan; `due` is null when no such call is due. */
export interface MadeCall {
  readonly call: CallStop;
  readonly planned: PlannedDay;
  readonly due: DueVisit | null;
}

/** The input, joined so that each check finds what it compares. */
export interface AuditCase extends AuditInput {
  readonly repDays: readonly RepDay[];
  /** Days of the plan that belong to a rep-day; for the check of rep-days any other day is a violation. */
  readonly days: readonly AuditedDay[];
  /** Visits and calls. */
  readonly due: ReadonlyMap<VisitId, DueVisit>;
  /** Visits in the order of the plan, also those on days on which the rep does not work. */
  readonly served: readonly ServedVisit[];
  /** Calls in the order of the plan. */
  readonly called: readonly MadeCall[];
}

/** One mistake in a plan. */
export interface Violation {
  /** The check or the rule that found it, by id. */
  readonly check: string;
  /** The mistake, its place and its values; in English, since a violation shows a bug of ours. */
  readonly message: string;
}

/** One part of the audit. It yields a message for each mistake, and nothing for a sound plan. */
export interface Check {
  /** Its path under `src/audit/checks`. */
  readonly id: string;
  readonly violations: (audited: AuditCase) => Iterable<string>;
}

/** Joins plan and domain by rep-day and by visit. */
export function openCase(input: AuditInput): AuditCase {
  const repDays = repDaysOf(input.territory, input.horizon);
  const byKey = new Map(repDays.map((repDay) => [keyOf(repDay.rep.id, repDay.day), repDay]));
  const due = new Map(
    [...input.series, ...input.calls].flatMap((series) => series.visits.map((visit) => [visit.id, { visit, series }] as const)),
  );
  const days = input.plan.days.flatMap((planned) => {
    const repDay = byKey.get(keyOf(planned.rep, planned.day));
    return repDay === undefined ? [] : [{ planned, repDay }];
  });
  const served = input.plan.days.flatMap((planned) =>
    planned.stops.flatMap((stop) => (stop.type === 'visit' ? [{ stop, planned, due: due.get(stop.visit) ?? null }] : [])),
  );
  const called = input.plan.days.flatMap((planned) => planned.calls.map((call) => ({ call, planned, due: due.get(call.visit) ?? null })));
  return { ...input, repDays, days, due, served, called };
}

/** A rep's day as one string, by which it can be looked up. */
export const keyOf = (rep: string, day: number): string => `${day} ${rep}`;
