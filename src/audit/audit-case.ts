import type { DayRange } from '../domain/calendar.ts';
import type { Location } from '../domain/customer.ts';
import type { CallStop, Plan, PlannedDay, VisitStop } from '../domain/plan.ts';
import { type RepDay, repDaysOf } from '../domain/rep-day/rep-day.ts';
import type { Territory } from '../domain/territory.ts';
import type { Visit, VisitSeries } from '../domain/visit.ts';
import type { VisitId } from '../kernel/ids.ts';

/** What the audit asks of whoever knows the roads; null means that there is no way by that mode. */
export interface AuditTravel {
  between(from: Location, to: Location, mode: string): { readonly seconds: number; readonly metres: number } | null;
}

/** A finished plan, and the facts that it is judged by. */
export interface AuditInput {
  readonly territory: Territory;
  readonly horizon: DayRange;
  /** What was due; the plan answers each of these visits. */
  readonly series: readonly VisitSeries[];
  /** The calls that were due; the plan answers each of them too. */
  readonly calls: readonly VisitSeries[];
  readonly plan: Plan;
  readonly travel: AuditTravel;
}

/** A day of the plan with what the domain says about it. */
export interface AuditedDay {
  readonly planned: PlannedDay;
  readonly repDay: RepDay;
}

/** One due visit with the series that it is of. */
export interface DueVisit {
  readonly visit: Visit;
  readonly series: VisitSeries;
}

/** A visit that the plan serves; `due` is null when nobody asked for it. */
export interface ServedVisit {
  readonly stop: VisitStop;
  readonly planned: PlannedDay;
  readonly due: DueVisit | null;
}

/** A call that the plan holds; `due` is null when nobody asked for it. */
export interface MadeCall {
  readonly call: CallStop;
  readonly planned: PlannedDay;
  readonly due: DueVisit | null;
}

/** The input, joined so that each check finds what it compares. */
export interface AuditCase extends AuditInput {
  readonly repDays: readonly RepDay[];
  /** Days of the plan that stand for a rep-day; any other is a finding of the check of rep-days. */
  readonly days: readonly AuditedDay[];
  /** Visits and calls. */
  readonly due: ReadonlyMap<VisitId, DueVisit>;
  /** Visits in the order of the plan, those on days that nobody works included. */
  readonly served: readonly ServedVisit[];
  /** Calls in the order of the plan. */
  readonly called: readonly MadeCall[];
}

/** One thing that is wrong with a plan. */
export interface Finding {
  /** The check or the rule that found it, by id. */
  readonly check: string;
  /** What is wrong where, with values; in English, since a finding shows a bug of ours. */
  readonly message: string;
}

/** One thing that the audit looks at. It says what is wrong, and yields nothing for a sound plan. */
export interface Check {
  /** Its path under `src/audit/checks`. */
  readonly id: string;
  readonly findings: (audited: AuditCase) => Iterable<string>;
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

/** A rep's day as one string, to look it up by. */
export const keyOf = (rep: string, day: number): string => `${day} ${rep}`;
