import { formatDay } from '../../../domain/calendar.ts';
import type { Check } from '../../audit-case.ts';

/** The plan has the territory, policy, days and time zone of the request. */
export const heading: Check = {
  id: 'structure/heading',

  *violations({ territory, horizon, plan }) {
    const { policy } = territory;
    const facts: readonly (readonly [name: string, found: string, expected: string])[] = [
      ['territory', plan.territory, territory.id],
      ['policy', plan.policy.id, policy.id],
      ['policy version', plan.policy.version, policy.version],
      ['time zone', plan.timeZone, territory.timeZone],
      ['first day', formatDay(plan.horizon.first), formatDay(horizon.first)],
      ['last day', formatDay(plan.horizon.last), formatDay(horizon.last)],
    ];
    for (const [name, found, expected] of facts) if (found !== expected) yield `The plan's ${name} is ${found} instead of ${expected}.`;
  },
};
