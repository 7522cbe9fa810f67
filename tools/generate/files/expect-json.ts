import { type DayRange, formatDay } from '../../../src/domain/calendar.ts';
import type { Policy } from '../../../src/domain/policy.ts';
import type { Expectation, TeamHorizon } from '../spec.ts';

/** The text of an `expect.json`, with one expectation a line. */
export function expectJson(territory: string, { title, days, expectations, unserved }: TeamHorizon): string {
  const about = unserved === 0 ? 'The witness shows that there is room for all' : 'There is room for no more, as the README proves';
  return textOf(`${territory}: ${title}`, days, [...expectations, { kind: 'unservedRequired', about, exactly: unserved }]);
}

/** What a manager expects of a good plan besides: level days and a steady rhythm. The witness is no such plan. */
export const steadyJson = (territory: string, policy: Policy, days: DayRange): string =>
  textOf(`${territory}: level days and a steady rhythm`, days, [
    { kind: 'noIdleDays', about: 'Nobody is idle while wanted visits are left out', wantedFrom: 1.5 },
    { kind: 'levelLoads', about: "The loads of a rep's full days are alike", points: 15, from: 30 },
    { kind: 'onceADay', about: 'One customer, one trip' },
    ...steadyIn(policy),
  ]);

function steadyIn({ frequencies, rules }: Policy): readonly Expectation[] {
  const meetsLeaders = frequencies.some(({ contact }) => contact === 'leader');
  const keepsWeekday = rules.some(({ rule }) => rule === 'customer/same-weekday');
  return [
    ...(meetsLeaders ? [{ kind: 'contactsApart', about: 'Leaders are met on days well apart', role: 'leader', days: 5 }] : []),
    ...(keepsWeekday ? [{ kind: 'usualWeekday', about: 'Customers know the weekday', percent: 60 }] : []),
  ];
}

function textOf(title: string, days: DayRange, expectations: readonly Expectation[]): string {
  const horizon = { from: formatDay(days.first), days: days.last - days.first + 1 };
  const lines = expectations.map((expectation) => `    ${JSON.stringify(expectation)}`).join(',\n');
  return `{\n  "title": ${JSON.stringify(title)},\n  "horizon": ${JSON.stringify(horizon)},\n  "expectations": [\n${lines}\n  ]\n}\n`;
}
