import type { Plan } from '../../domain/plan.ts';
import { isInField } from '../../domain/rep-day/rep-day.ts';
import type { VisitId } from '../../kernel/ids.ts';
import type { Solution } from '../../engine/problem/layout.ts';
import type { CompiledProblem } from '../compile/compile-problem.ts';
import { emptyTours } from '../explain/fits.ts';

/**
 * The visits of each slot of a plan in order, with the duties in the field among them: the inverse of decoding. Visits that
 * are not due, and days of reps who do not work then, are left out. Nothing is checked: see `startFrom`.
 */
export function encodePlan({ scene, problem }: CompiledProblem, { days }: Pick<Plan, 'days'>): Solution['slots'] {
  const visits = new Map<VisitId, number>(
    scene.series.flatMap((series, s) => series.visits.map(({ id }, n) => [id, (problem.visits.bySeries[s] ?? 0) + n] as const)),
  );
  const planned = new Map(days.map((day) => [`${day.day} ${day.rep}`, day]));
  const duties = emptyTours(problem);
  return scene.repDays.map((repDay, slot) => {
    const own = [...(duties[slot] ?? [])];
    return (planned.get(`${repDay.day} ${repDay.rep.id}`)?.stops ?? []).flatMap((stop) => {
      if (stop.type === 'break') return [];
      if (stop.type === 'duty') return isInField(repDay, { from: stop.start, until: stop.end }) ? own.splice(0, 1) : [];
      const visit = visits.get(stop.visit);
      return visit === undefined ? [] : [visit];
    });
  });
}
