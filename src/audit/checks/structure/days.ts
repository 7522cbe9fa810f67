import { formatDay, holds } from '../../../domain/calendar.ts';
import type { VisitSeries } from '../../../domain/visit.ts';
import type { Check } from '../../audit-case.ts';
import { stopName } from '../../wording.ts';

/** A visit falls on one of its allowed days, and never on a day with another visit of its series. */
export const days: Check = {
  id: 'structure/days',

  *violations({ served }) {
    const taken = new Map<VisitSeries, Set<number>>();
    for (const { stop, planned, due } of served) {
      if (due === null) continue;
      const { days } = due.visit;
      const date = formatDay(planned.day);
      if (!holds(days, planned.day)) {
        yield `${stopName(stop)} is on ${date}, not between ${formatDay(days.first)} and ${formatDay(days.last)}.`;
      }
      const others = taken.get(due.series) ?? new Set();
      if (others.has(planned.day)) yield `${stopName(stop)} is on ${date}, the day of another visit of the same series.`;
      taken.set(due.series, others.add(planned.day));
    }
  },
};
