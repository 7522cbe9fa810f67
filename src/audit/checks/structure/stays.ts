import { formatDuration, seconds } from '../../../kernel/units.ts';
import type { Check } from '../../audit-case.ts';
import { dayName, stopName } from '../../wording.ts';

/** A visit takes at least the time of its series. */
export const stays: Check = {
  id: 'structure/stays',

  *violations({ served }) {
    for (const { stop, planned, due } of served) {
      const stay = seconds(stop.end - stop.start);
      if (due === null || stay >= due.series.dwell) continue;
      yield `${dayName(planned)}: ${stopName(stop)} takes ${formatDuration(stay)} instead of ${formatDuration(due.series.dwell)}.`;
    }
  },
};
