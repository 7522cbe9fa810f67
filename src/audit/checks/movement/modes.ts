import { modesOf } from '../../../domain/vehicle.ts';
import type { Check } from '../../audit-case.ts';
import { dayName, legName } from '../../wording.ts';

/** A rep uses only own vehicles and free modes that both the policy and the rep allow. */
export const modes: Check = {
  id: 'movement/modes',

  *violations({ territory: { policy }, days }) {
    for (const { planned, repDay } of days) {
      const allowed = modesOf(policy, repDay.rep);
      for (const leg of planned.legs) {
        if (allowed.includes(leg.mode)) continue;
        yield `${dayName(planned)}: ${legName(leg)} is by ${leg.mode}; allowed: ${allowed.join(', ') || 'none'}.`;
      }
    }
  },
};
