import { formatClock } from '../../../kernel/units.ts';
import type { Check } from '../../audit-case.ts';
import { dayName, stopName } from '../../wording.ts';

/** A day's stops follow each other in time: each ends after its start and before the start of the next one. */
export const order: Check = {
  id: 'structure/order',

  *violations({ plan }) {
    for (const planned of plan.days) {
      for (const [i, stop] of planned.stops.entries()) {
        const before = planned.stops[i - 1];
        const start = formatClock(stop.start);
        if (stop.end < stop.start)
          yield `${dayName(planned)}: ${stopName(stop)} ends at ${formatClock(stop.end)}, before it starts at ${start}.`;
        if (before !== undefined && stop.start < before.end) {
          yield `${dayName(planned)}: ${stopName(stop)} starts at ${start}, before ${stopName(before)} ends at ${formatClock(before.end)}.`;
        }
      }
    }
  },
};
