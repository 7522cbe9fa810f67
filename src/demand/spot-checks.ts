import { type Day, type DayRange, addDays, formatDay, holds } from '../domain/calendar.ts';
import type { Customer } from '../domain/customer.ts';
import { makersOf } from '../domain/may-serve.ts';
import type { Frequency } from '../domain/policy.ts';
import type { Territory } from '../domain/territory.ts';
import type { CustomerId } from '../kernel/ids.ts';
import { createRandom } from '../kernel/random.ts';
import { frequenciesFor } from './frequency-for.ts';

/**
 * The customers of whom a frequency with a sample asks visits in a cycle: so many of those that each manager, or each
 * group of people with the same customers, answers for. Whom reps have seen in the cycle before comes first, since
 * there is something to check; the lot falls equally in every run over the same data.
 */
export function drawnIn(territory: Territory, frequency: Frequency, cycle: DayRange): ReadonlySet<CustomerId> {
  const { customers, reps } = territory;
  const seen = seenBefore(territory, cycle);
  const fitting = customers.filter((customer) => frequenciesFor(territory, customer).includes(frequency));
  const groups = Map.groupBy(fitting, (customer) =>
    makersOf(reps, customer, frequency)
      .map(({ id }) => id)
      .join('\n'),
  );
  return new Set(
    [...groups.values()].flatMap((group) =>
      group
        .map((customer) => ({ customer, unseen: seen.has(customer.id) ? 0 : 1, lot: lotOf(frequency, cycle.first, customer) }))
        .toSorted((a, b) => a.unseen - b.unseen || a.lot - b.lot)
        .slice(0, frequency.sample ?? group.length)
        .map(({ customer }) => customer.id),
    ),
  );
}

function seenBefore({ history }: Territory, { first, last }: DayRange): ReadonlySet<CustomerId> {
  const before = { first: addDays(first, first - last - 1), last: addDays(first, -1) };
  return new Set(history.filter(({ day, kind }) => holds(before, day) && kind !== 'inspection').map(({ customer }) => customer));
}

/** A number in [0, 1) that depends on frequency, cycle and customer alone. */
function lotOf({ id }: Frequency, first: Day, customer: Customer): number {
  let seed = 0x811c9dc5; // FNV-1a
  for (const letter of `${id} ${formatDay(first)} ${customer.id}`) seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return createRandom(seed).next();
}
