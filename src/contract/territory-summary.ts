import { formatDay } from '../domain/calendar.ts';
import type { Territory } from '../domain/territory.ts';
import { formatVisitingHours, weekdayNames } from './visiting-hours.ts';

/** One fact on a territory, for people. */
export interface Fact {
  readonly fact: string;
  readonly told: string;
}

/** What is in a territory, in short: enough to see that the files were meant. */
export function territorySummary(territory: Territory): readonly Fact[] {
  const { id, name, timeZone, customers, reps, policy } = territory;
  const settings = countsOf(customers.map(({ setting }) => setting));
  const tiers = countsOf(customers.map(({ tier }) => tier));
  const hours = customers.filter((customer) => customer.hours !== null).length;
  return [
    { fact: 'Territory', told: `${name} (${id}), ${timeZone}` },
    { fact: 'Policy', told: `${policy.title.en} (${policy.id} ${policy.version}), ${counted(policy.rules.length, 'rule')}` },
    { fact: 'Customers', told: `${customers.length}: ${settings}; by tier ${tiers}` },
    { fact: 'Hours', told: hoursFact(hours, territory) },
    { fact: 'Reps', told: `${reps.length}: ${reps.map((rep) => rep.id).join(', ')}` },
    { fact: 'History', told: historyFact(territory) },
    { fact: 'Calendar', told: calendarFact(territory) },
  ];
}

/** `30 town, 10 country`, most first. */
function countsOf(words: readonly string[]): string {
  const counts = [...Map.groupBy(words, (word) => word)].map(([word, all]) => ({ word, count: all.length }));
  return counts
    .toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .map(({ word, count }) => `${count} ${word}`)
    .join(', ');
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

function hoursFact(own: number, { customers, policy }: Territory): string {
  const usual = formatVisitingHours(policy.defaultHours.town);
  return `given for ${own} of ${customers.length}; else the policy's, in town ${usual}`;
}

function historyFact({ history }: Territory): string {
  const days = history.map(({ day }) => day).toSorted((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return 'no visits';
  return `${counted(days.length, 'visit')}, ${formatDay(first)} to ${formatDay(last)}`;
}

function calendarFact({ calendar }: Territory): string {
  const days = calendar.workdays.map((weekday) => weekdayNames[weekday - 1]).join(', ');
  if (calendar.knownYears === null) return `${days}; no holidays are given, so every one of these days is worked`;
  return `${days}; holidays of ${calendar.knownYears.join(', ') || 'no year'} are known`;
}
