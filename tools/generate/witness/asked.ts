import { type Day, type DayRange, addDays, holds, weekOf } from '../../../src/domain/calendar.ts';
import type { Customer } from '../../../src/domain/customer.ts';
import type { Policy } from '../../../src/domain/policy.ts';
import { assert, present } from '../../../src/kernel/assert.ts';
import type { Seconds } from '../../../src/kernel/units.ts';

/** What a policy asks for one customer. */
export interface Asked {
  /** Visits in a cycle. */
  readonly visits: number;
  readonly cycle: 'month' | 'week';
  /** Calendar days from one visit to the next. */
  readonly minGapDays: number;
  readonly maxGapDays: number;
  readonly dwell: Seconds;
}

type Wanted = Pick<Customer, 'tier' | 'tags' | 'status' | 'dwell'>;

/** The frequency and the stay that the policy gives a customer; the first frequency that fits holds. */
export function askedOf(policy: Policy, customer: Wanted): Asked {
  const fits = (asked: readonly string[], own: readonly string[]) => asked.length === 0 || own.some((word) => asked.includes(word));
  const frequency = present(
    policy.frequencies.find(
      ({ tiers, tags, statuses }) => fits(tiers, [customer.tier]) && fits(tags, customer.tags) && fits(statuses, [customer.status]),
    ),
    `frequency of tier ${customer.tier}`,
  );
  const tier = present(
    policy.tiers.find(({ id }) => id === customer.tier),
    `tier ${customer.tier}`,
  );
  const weekly = frequency.cycle.every === 'days' && frequency.cycle.length === 7;
  assert(weekly || frequency.cycle.every === 'month', 'a witness knows cycles of a month and of a week only', { frequency: frequency.id });
  return {
    visits: frequency.count.visits,
    cycle: weekly ? 'week' : 'month',
    minGapDays: frequency.minGapDays,
    maxGapDays: frequency.maxGapDays ?? 366,
    dwell: customer.dwell ?? tier.dwell,
  };
}

/** The cycle of each visit that a month owes: the month itself, or each of its weeks. */
export function cyclesOf(asked: Asked, month: DayRange, days: readonly Day[]): readonly DayRange[] {
  const cycles = asked.cycle === 'month' ? [month] : weeksOf(month, days);
  return cycles.flatMap((cycle) => Array.from({ length: asked.visits }, () => cycle));
}

/** The month's weeks from Monday, as far as they have one of the days. A week belongs to the month of its Thursday. */
export function weeksOf(month: DayRange, days: readonly Day[]): readonly DayRange[] {
  const weeks: DayRange[] = [];
  for (let { first } = weekOf(month.first); first <= month.last; first = addDays(first, 7)) weeks.push(weekOf(first));
  return weeks.filter((week) => holds(month, addDays(week.first, 3)) && days.some((at) => holds(week, at)));
}
