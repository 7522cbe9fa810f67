import type { Setting } from '../../../src/domain/customer.ts';
import type { Policy } from '../../../src/domain/policy.ts';
import type { ParamValue } from '../../../src/kernel/params.ts';

/** What a policy's rules promise that a witness keeps besides frequencies, duties, breaks and hours. */
export interface Promises {
  /** Fewest visits on a full day in the field; 0 where the policy sets none. */
  readonly fewest: Readonly<Record<Setting, number>>;
  /** Clock time by which the first visit of a day starts. */
  readonly firstBy: number;
  /** Customers with one of the tags have a visit between two days of the month; no tags where there is no such phase. */
  readonly focus: { readonly tags: readonly string[]; readonly fromDay: number; readonly untilDay: number };
}

/** Reads the promises from the policy's rules. */
export function promisesOf(policy: Policy): Promises {
  const param = (rule: string, name: string): ParamValue | undefined => policy.rules.find((one) => one.rule === rule)?.params[name];
  const number = (rule: string, name: string, otherwise: number) => {
    const value = param(rule, name);
    return typeof value === 'number' ? value : otherwise;
  };
  const tags = param('customer/focus-phase', 'tags');
  return {
    fewest: { town: number('day/fewest-visits', 'town', 0), country: number('day/fewest-visits', 'country', 0) },
    firstBy: number('day/first-visit', 'by', 86_400),
    focus: {
      tags: Array.isArray(tags) ? tags : [],
      fromDay: number('customer/focus-phase', 'fromDay', 1),
      untilDay: number('customer/focus-phase', 'untilDay', 31),
    },
  };
}
