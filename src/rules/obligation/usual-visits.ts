import { type Day, type Weekday, weekdayOf } from '../../domain/calendar.ts';
import type { Location } from '../../domain/customer.ts';
import type { PastVisit } from '../../domain/territory.ts';
import { type VisitSeries, kindsCounted } from '../../domain/visit.ts';
import type { RepId } from '../../kernel/ids.ts';
import { greatCircle } from '../../travel/distance.ts';
import type { Agenda } from '../rule.ts';

/** How many of the last visits show what is usual. */
const LAST = 5;
/** The fewest of them on one weekday, and their least part, that make it the usual one. */
const CLEAR = { visits: 2, part: 0.6 };
/** The near customers whose reps show in whose area a customer lies. */
const NEIGHBOURS = 5;

/** The last visits before the plan that count for each series, latest first. */
export function lastVisits({ territory, horizon, series }: Agenda): ReadonlyMap<VisitSeries, readonly PastVisit[]> {
  const past = Map.groupBy(
    territory.history.filter(({ day }) => day < horizon.first),
    ({ customer }) => customer,
  );
  return new Map(
    series.map((one) => {
      const kinds = kindsCounted(one);
      const counted = (past.get(one.customer.id) ?? []).filter(
        ({ kind, contact }) => kinds.includes(kind) && (one.contact === null || contact === one.contact.id),
      );
      return [one, counted.toSorted((a, b) => b.day - a.day).slice(0, LAST)];
    }),
  );
}

/** The weekday of most of the last visits; null where none is clear. */
export function usualWeekday(days: readonly Day[]): Weekday | null {
  const [weekday, count] = commonest(days.map((day) => weekdayOf(day))) ?? [null, 0];
  return count >= CLEAR.visits && count >= CLEAR.part * days.length ? weekday : null;
}

/** The rep of most of the last visits, of equals the latest; null for none among those who may come. */
export function usualRep({ makers }: Pick<VisitSeries, 'makers'>, visits: readonly PastVisit[]): RepId | null {
  const reps = visits.map(({ rep }) => rep).filter((rep) => rep !== null);
  return commonest(reps.filter((rep) => makers.includes(rep)))?.[0] ?? null;
}

/**
 * By series without a usual rep: the rep of most of the nearest customers who have one. So reps who share customers keep
 * areas that hold together.
 */
export function repsByArea(usual: ReadonlyMap<VisitSeries, RepId | null>): ReadonlyMap<VisitSeries, RepId> {
  const settled = [...usual].flatMap(([{ customer }, rep]) => (rep === null ? [] : [{ place: customer.location, rep }]));
  return new Map(
    [...usual].flatMap(([one, rep]): readonly (readonly [VisitSeries, RepId])[] => {
      if (rep !== null || one.makers.length < 2) return [];
      const near = nearest(
        one.customer.location,
        settled.filter((other) => one.makers.includes(other.rep)),
      );
      const found = commonest(near.map((other) => other.rep));
      return found === null ? [] : [[one, found[0]]];
    }),
  );
}

const nearest = <T extends { readonly place: Location }>(place: Location, others: readonly T[]): readonly T[] =>
  others
    .map((other) => ({ other, metres: greatCircle(place, other.place) }))
    .toSorted((a, b) => a.metres - b.metres)
    .slice(0, NEIGHBOURS)
    .map(({ other }) => other);

/** The value that occurs most often, of equals the first, and how often; null for no values. */
function commonest<T>(values: readonly T[]): readonly [T, number] | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<readonly [T, number] | null>((best, entry) => (best === null || entry[1] > best[1] ? entry : best), null);
}
