import { type Check, keyOf } from '../../audit-case.ts';
import { dayName } from '../../wording.ts';

/** The plan has each working day of each rep exactly once, and no other day. */
export const repDays: Check = {
  id: 'structure/rep-days',

  *violations({ repDays, plan }) {
    const times = new Map(repDays.map(({ rep, day }) => [keyOf(rep.id, day), 0]));
    for (const planned of plan.days) {
      const key = keyOf(planned.rep, planned.day);
      const before = times.get(key);
      if (before === undefined) yield `${dayName(planned)} is in the plan, but the rep does not work on that day.`;
      else times.set(key, before + 1);
    }
    for (const { rep, day } of repDays) {
      const count = times.get(keyOf(rep.id, day));
      if (count !== 1) yield `${dayName({ rep: rep.id, day })} is in the plan ${count} times instead of once.`;
    }
  },
};
