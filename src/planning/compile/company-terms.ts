import { countsTowards, daysApart } from '../../domain/one-trip.ts';
import type { Scene } from '../../rules/rule.ts';
import type { Term } from '../../terms/terms.ts';

/** Under any policy, requests count for the gaps of the frequencies that they answer, and a customer is seen once a day. */
export function companyTerms({ territory, series }: Scene): readonly Term[] {
  const ofCustomers = Map.groupBy(series.keys(), (index) => series[index]?.customer.id);
  return [...ofCustomers.values()].flatMap((indices) =>
    indices.flatMap((index) => indices.flatMap((other): readonly Term[] => termsOf({ territory, series }, index, other))),
  );
}

function termsOf({ territory, series }: Pick<Scene, 'territory' | 'series'>, index: number, other: number): readonly Term[] {
  const [one, another] = [series[index], series[other]];
  if (one === undefined || another === undefined || index === other) return [];
  const days = index < other ? daysApart(territory, one, another) : 0;
  return [
    ...(countsTowards(one, another) ? [{ term: 'counts', series: index, towards: other } satisfies Term] : []),
    ...(days > 0 ? [{ term: 'apart', series: index, other, days } satisfies Term] : []),
  ];
}
