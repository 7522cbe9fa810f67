import type { VisitId } from '../../../kernel/ids.ts';
import type { AuditCase, Check } from '../../audit-case.ts';

/** Each due visit and call is either served once or listed once as unserved; there are no others. */
export const once: Check = {
  id: 'structure/once',

  *violations(audited) {
    const served = countOf([...audited.served.map(({ stop }) => stop.visit), ...audited.called.map(({ call }) => call.visit)]);
    const unserved = countOf(audited.plan.unserved.map(({ visit }) => visit));
    for (const id of audited.due.keys()) {
      const [done, left] = [served.get(id) ?? 0, unserved.get(id) ?? 0];
      if (done + left !== 1) yield `Visit ${id} is served ${done} times and listed ${left} times as unserved.`;
    }
    yield* notDue(audited, [...served.keys(), ...unserved.keys()]);
  },
};

function* notDue({ due }: AuditCase, visits: readonly VisitId[]) {
  for (const id of new Set(visits)) if (!due.has(id)) yield `Visit ${id} is in the plan, but is not due.`;
}

function countOf(visits: readonly VisitId[]): ReadonlyMap<VisitId, number> {
  const counts = new Map<VisitId, number>();
  for (const id of visits) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
