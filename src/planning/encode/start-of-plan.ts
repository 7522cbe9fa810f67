import { formatDay } from '../../domain/calendar.ts';
import type { StartPlan } from '../../domain/start-plan.ts';
import type { SearchStart } from '../../engine/pool/protocol.ts';
import { checkStart } from '../../engine/search/check-start.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { CompiledProblem } from '../compile/compile-problem.ts';
import { planningErrors } from '../errors.ts';
import { encodePlan } from './encode-plan.ts';

/** The start of a part's search, and findings for what should stay and cannot. */
export interface PartStart extends SearchStart {
  readonly findings: readonly Finding[];
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
  return { slots, fixed: { slots: closed, placed, served: [] }, findings };
}
