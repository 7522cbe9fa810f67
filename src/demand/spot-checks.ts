import { type Day, type DayRange, addDays, formatDay, holds } from '../domain/calendar.ts';
import type { Customer } from '../domain/customer.ts';
import { makersOf } from '../domain/may-serve.ts';
import type { Frequency } from '../domain/policy.ts';
import type { Territory } from '../domain/territory.ts';
import type { CustomerId } from '../kernel/ids.ts';
import { createRandom } from '../kernel/random.ts';
import { frequenciesFor } from '../domain/frequency-for.ts';

/**
 * The customers that a frequency with a sample draws for a cycle: the sample's number among the customers of each manager,
 * or of each group of reps with the same customers. Customers with a visit in the cycle before come first, since there is
 * something to check. Every run over the same data draws the same customers.
 */
export function drawnIn(territory: Territory, frequency: Frequency, cycle: DayRange): ReadonlySet<CustomerId> {
  const { customers, reps } = territory;
  const visited = visitedBefore(territory, cycle);
  const fitting = customers.filter((customer) => frequenciesFor(territory, customer).includes(frequency));
  const groups = Map.groupBy(fitting, (customer) =>
    makersOf(reps, customer, frequency)
      .map(({ id }) => id)
      .join('\n'),
  );
  return new Set(
    [...groups.values()].flatMap((group) =>
      group
        .map((customer) => ({ customer, unvisited: visited.has(customer.id) ? 0 : 1, lot: lotOf(frequency, cycle.first, customer) }))
        .toSorted((a, b) => a.unvisited - b.unvisited || a.lot - b.lot)
        .slice(0, frequency.sample ?? group.length)
        .map(({ customer }) => customer.id),
    ),
  );
}

function visitedBefore({ history }: Territory, { first, last }: DayRange): ReadonlySet<CustomerId> {
  const before = { first: addDays(first, first - last - 1), last: addDays(first, -1) };
  return new Set(history.filter(({ day, kind }) => holds(before, day) && kind !== 'inspection').map(({ customer }) => customer));
}

/** A number in [0, 1) that depends on frequency, cycle and customer alone. */
function lotOf({ id }: Frequency, first: Day, customer: Customer): number {
  let seed = 0x811c9dc5; // FNV-1a
  for (const letter of `${id} ${formatDay(first)} ${customer.id}`) seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return createRandom(seed).next();
}
