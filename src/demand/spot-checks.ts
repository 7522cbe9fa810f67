import { type Day, type DayRange, addDays, formatDay, holds, workingDays } from '../domain/calendar.ts';
import type { Customer } from '../domain/customer.ts';
import { makersOf } from '../domain/may-serve.ts';
import { welcomeHours } from '../domain/hours/meeting-hours.ts';
import type { Frequency, VisitKind } from '../domain/policy.ts';
import { shiftOn } from '../domain/rep-day/rep-day.ts';
import type { Territory } from '../domain/territory.ts';
import type { CustomerId } from '../kernel/ids.ts';
import { createRandom } from '../kernel/random.ts';
import { frequenciesFor } from '../domain/frequency-for.ts';

/** Kinds of visits that reps make. */
const BY_REPS: ReadonlySet<VisitKind> = new Set<VisitKind>(['ordinary', 'return', 'walk-in']);

/** Visits of so many days before a cycle are checked in it. */
const CHECKED_DAYS = 7;

/**
 * The customers that a frequency with a sample draws for a cycle, each with its days: the sample's number among the customers
 * of each manager, or of each group of reps with the same customers. They are drawn from those whom reps visited in the week
 * before, since there is something to check; from all where no such visit is known. Their days are spread over the cycle.
 * Every run over the same data draws the same.
 */
export function drawnIn(territory: Territory, frequency: Frequency, cycle: DayRange): ReadonlyMap<CustomerId, DayRange> {
  const { customers, reps } = territory;
  const visited = visitedBefore(territory, cycle);
  const fitting = customers.filter((customer) => frequenciesFor(territory, customer).includes(frequency));
  const groups = Map.groupBy(fitting, (customer) =>
    makersOf(reps, customer, frequency)
      .map(({ id }) => id)
      .join('\n'),
  );
  return new Map(
    [...groups.values()].flatMap((group) => {
      const seen = group.filter(({ id }) => visited.has(id));
      const drawn = (seen.length > 0 ? seen : group)
        .map((customer) => ({ customer, lot: lotOf(frequency, cycle.first, customer) }))
        .toSorted((a, b) => a.lot - b.lot)
        .slice(0, frequency.sample ?? group.length);
      const parts = partsOf(territory, frequency, cycle, drawn.length);
      return drawn.map(
        ({ customer }, i) => [customer.id, daysFor(territory, frequency, { customer, cycle, part: parts[i] ?? [] })] as const,
      );
    }),
  );
}

/** Customers whom reps visited in the days before a cycle. */
function visitedBefore({ history }: Territory, { first }: DayRange): ReadonlySet<CustomerId> {
  const before = { first: addDays(first, -CHECKED_DAYS), last: addDays(first, -1) };
  return new Set(history.filter(({ day, kind }) => holds(before, day) && BY_REPS.has(kind)).map(({ customer }) => customer));
}

/** The working days of a cycle in as many parts as customers are drawn. Those who are called first leave the first day for the calls. */
function partsOf({ calendar }: Territory, { telephone }: Frequency, cycle: DayRange, parts: number): readonly (readonly Day[])[] {
  const working = workingDays(calendar, cycle);
  const days = telephone !== null && working.length > 1 ? working.slice(1) : working;
  return Array.from({ length: parts }, (_, i) => {
    const first = Math.floor((i * days.length) / parts);
    return days.slice(first, Math.max(first + 1, Math.floor(((i + 1) * days.length) / parts)));
  });
}

interface DrawnPart {
  readonly customer: Customer;
  readonly cycle: DayRange;
  readonly part: readonly Day[];
}

/** A customer's part of a cycle; the whole cycle where nobody can make the check in the part. */
function daysFor(territory: Territory, frequency: Frequency, { customer, cycle, part }: DrawnPart): DayRange {
  const makers = makersOf(territory.reps, customer, frequency);
  const isPossible = (day: Day) =>
    !customer.closedDays.includes(day) &&
    welcomeHours(territory, { customer, contact: null }, day).length > 0 &&
    makers.some((rep) => shiftOn(territory, rep, day) !== null);
  const [first, last] = [part[0], part.at(-1)];
  return first === undefined || last === undefined || !part.some(isPossible) ? cycle : { first, last };
}

/** A number in [0, 1) that depends on frequency, cycle and customer alone. */
function lotOf({ id }: Frequency, first: Day, customer: Customer): number {
  let seed = 0x811c9dc5; // FNV-1a
  for (const letter of `${id} ${formatDay(first)} ${customer.id}`) seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return createRandom(seed).next();
}
