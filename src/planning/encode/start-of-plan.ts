import { type DayRange, formatDay, holds } from '../../domain/calendar.ts';
import type { Rep } from '../../domain/rep.ts';
import type { LeftOfStart, StartPlan, StartVisit } from '../../domain/start-plan.ts';
import type { SearchStart } from '../../engine/pool/protocol.ts';
import { checkStart } from '../../engine/search/check-start.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { VisitId } from '../../kernel/ids.ts';
import type { CompiledProblem } from '../compile/compile-problem.ts';
import { planningErrors } from '../errors.ts';
import { encodePlan } from './encode-plan.ts';

/** The start of a part's search, and findings for what should stay and cannot. */
export interface PartStart extends SearchStart {
  readonly findings: readonly Finding[];
  /** Visits of the plan that are due here and whose days are planned, and those of them with which the search starts. */
  readonly due: readonly VisitId[];
  readonly kept: readonly VisitId[];
}

/** The part of a plan that a problem allows, as the start of its search. */
export function startOfPlan(compiled: CompiledProblem, { plan, days, customers }: StartPlan): PartStart {
  const { scene, problem } = compiled;
  const given = encodePlan(compiled, plan);
  const customerOf = (visit: number) => scene.series[problem.visits.series[visit] ?? -1]?.customer.id;
  const isFixedDay = (slot: number): boolean => days.some((day) => scene.repDays[slot]?.day === day);
  const closed = [...given.keys()].filter(isFixedDay);
  const placed = given.flat().filter((visit) => customers.some((id) => id === customerOf(visit)));
  const { slots, dropped } = checkStart(problem, given, new Set([...closed.flatMap((slot) => given[slot] ?? []), ...placed]));
  const findings = dropped.flatMap((visit) => {
    const slot = given.findIndex((visits) => visits.includes(visit));
    const customer = customerOf(visit);
    const day = scene.repDays[slot]?.day;
    if (customer === undefined || day === undefined || !(isFixedDay(slot) || placed.includes(visit))) return [];
    return [planningErrors.fixedImpossible({ at: { file: 'fix' }, value: customer, day: formatDay(day) })];
  });
  const due = new Set(scene.series.flatMap(({ visits }) => visits.map(({ id }) => id)));
  return {
    slots,
    fixed: { slots: closed, placed, served: [] },
    findings,
    due: visitsOf(plan).flatMap(({ visit, day }) => (due.has(visit) && holds(scene.horizon, day) ? [visit] : [])),
    kept: slots.flat().flatMap((visit) => idOf(compiled, visit) ?? []),
  };
}

/** The visits that a plan has and with which no part of the search starts, by day. */
export function leftOfStart({ plan, gone }: StartPlan, parts: readonly PartStart[]): readonly LeftOfStart[] {
  const kept = new Set(parts.flatMap((part) => part.kept));
  const due = new Set(parts.flatMap((part) => part.due));
  const left = visitsOf(plan).filter(({ visit }) => !kept.has(visit));
  return [
    ...gone.map((visit) => ({ ...visit, because: 'gone' as const })),
    ...left.map((visit) => ({ ...visit, because: due.has(visit.visit) ? ('no-longer-fits' as const) : ('not-due' as const) })),
  ].toSorted((one, other) => one.day - other.day);
}

/** A finding where none of the visits of a plan by some reps, or by those who are gone, is due in any part. */
export function unrelatedTo(
  { plan, gone }: StartPlan,
  parts: readonly PartStart[],
  { reps, horizon }: { readonly reps: readonly Rep[]; readonly horizon: DayRange },
): readonly Finding[] {
  const own = visitsOf({ days: plan.days.filter(({ rep }) => reps.some(({ id }) => id === rep)) });
  if (gone.length + own.length === 0 || parts.some(({ due }) => due.length > 0)) return [];
  return [planningErrors.startUnrelated({ at: { file: 'start' }, from: formatDay(horizon.first), to: formatDay(horizon.last) })];
}

const visitsOf = ({ days }: StartPlan['plan']): readonly StartVisit[] =>
  days.flatMap(({ day, stops }) =>
    stops.flatMap((stop) => (stop.type === 'visit' ? [{ visit: stop.visit, customer: stop.customer, day }] : [])),
  );

/** The id of a visit; undefined for a duty. */
function idOf({ scene, problem: { visits } }: CompiledProblem, visit: number): VisitId | undefined {
  const s = visits.series[visit] ?? -1;
  return scene.series[s]?.visits[visit - (visits.bySeries[s] ?? 0)]?.id;
}
