import type { Kpis } from '../domain/kpis.ts';
import type { Plan } from '../domain/plan.ts';
import { repDaysOf } from '../domain/rep-day.ts';
import type { Territory } from '../domain/territory.ts';
import { kpisOf } from '../engine/decode/kpis.ts';

/** A plan in figures, without what is planned on days that nobody works. */
export function sumUpPlan(plan: Plan, territory: Territory): Kpis {
  const repDays = repDaysOf(territory, plan.horizon);
  const isWorked = new Set(repDays.map(({ rep, day }) => `${day} ${rep.id}`));
  const days = plan.days.filter(({ rep, day }) => isWorked.has(`${day} ${rep}`));
  return kpisOf({ ...plan, days }, territory, repDays);
}
