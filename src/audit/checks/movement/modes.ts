import { modesOf } from '../../../domain/vehicle.ts';
import type { Check } from '../../audit-case.ts';
import { dayName, placeName } from '../../wording.ts';

/** A rep goes by modes that both policy and rep allow. */
export const modes: Check = {
  id: 'movement/modes',

  *findings({ territory: { policy }, days }) {
    for (const { planned, repDay } of days) {
      const allowed = modesOf(policy, repDay.rep);
      for (const { mode, from, to } of planned.legs) {
        if (allowed.includes(mode)) continue;
        yield `${dayName(planned)}: the leg from ${placeName(from)} to ${placeName(to)} is by ${mode}; allowed: ${allowed.join(', ') || 'none'}.`;
      }
    }
  },
};
