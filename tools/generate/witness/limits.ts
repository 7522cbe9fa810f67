import type { Setting } from '../../../src/domain/customer.ts';
import type { Policy } from '../../../src/domain/policy.ts';

/** The limits that a policy's rules set and a witness keeps. Clock times and seconds. */
export interface Limits {
  /** Fewest visits on a full day in the field; 0 where the policy sets none. */
  readonly fewest: Readonly<Record<Setting, number>>;
  /** Most visits on a full day; Infinity where the policy sets none. */
  readonly most: number;
  /** By when the first visit starts. */
  readonly firstBy: number;
  /** Time kept free on a full day. */
  readonly reserve: number;
  /** Customers with one of the tags have a visit between two days of the month; no tags where the policy has no such phase. */
  readonly focus: { readonly tags: readonly string[]; readonly fromDay: number; readonly untilDay: number };
}

/** Reads the limits from the policy's rules. */
export function limitsOf({ rules }: Policy): Limits {
  const param = (rule: string, name: string) => rules.find((one) => one.rule === rule)?.params[name];
  const number = (rule: string, name: string, otherwise: number): number => {
    const value = param(rule, name);
    return typeof value === 'number' ? value : otherwise;
  };
  const tags = param('customer/focus-phase', 'tags');
  return {
    fewest: { town: number('day/fewest-visits', 'town', 0), country: number('day/fewest-visits', 'country', 0) },
    most: number('day/most-visits', 'most', Infinity),
    firstBy: number('day/first-visit', 'by', Infinity),
    reserve: number('day/reserve', 'length', 0),
    focus: {
      tags: Array.isArray(tags) ? tags : [],
      fromDay: number('customer/focus-phase', 'fromDay', 1),
      untilDay: number('customer/focus-phase', 'untilDay', 31),
    },
  };
}
