import type { Setting } from '../../../src/domain/customer.ts';
import type { Policy } from '../../../src/domain/policy.ts';

/** What a policy's rules ask of every day, as far as the witness keeps it. Clock times and seconds. */
export interface Limits {
  /** Fewest visits on a full day in the field; 0 where the policy sets none. */
  readonly fewest: Readonly<Record<Setting, number>>;
  /** Most visits on a full day; Infinity where the policy sets none. */
  readonly most: number;
  /** By when the first visit starts. */
  readonly firstBy: number;
  /** Time kept free on a full day. */
  readonly reserve: number;
}

/** Reads the limits from the policy's rules. */
export function limitsOf({ rules }: Policy): Limits {
  const number = (rule: string, name: string, otherwise: number): number => {
    const value = rules.find((one) => one.rule === rule)?.params[name];
    return typeof value === 'number' ? value : otherwise;
  };
  return {
    fewest: { town: number('day/fewest-visits', 'town', 0), country: number('day/fewest-visits', 'country', 0) },
    most: number('day/most-visits', 'most', Infinity),
    firstBy: number('day/first-visit', 'by', Infinity),
    reserve: number('day/reserve', 'length', 0),
  };
}
