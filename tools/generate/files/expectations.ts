import { formatDay } from '../../../src/domain/calendar.ts';
import type { Draft } from '../draft.ts';
import type { HorizonSpec } from '../spec.ts';

/** One promise, in the words that the checker of expectations knows. */
type Expectation = Readonly<Record<string, unknown>> & { readonly kind: string };

/**
 * The text of an `expect.json`: what the tobacco policy's source promises of every good plan for a
 * horizon. Its numbers are written down once more on purpose, apart from the policy and the rules.
 */
export function expectationsOf(draft: Draft, { title, days }: HorizonSpec): string {
  const closesMonth = days.last >= draft.spec.month.last;
  const expectations = [
    ...everyDay(draft),
    { kind: 'officeDuty', about: 'Monday afternoon: weekly summary', from: '13:30', weekday: 1 },
    ...(closesMonth ? wholeMonth : []),
    { kind: 'weeklyVisits', about: 'Data from information-collection points every week', tag: 'collection-point' },
    {
      kind: 'focusPhase',
      about: 'From the 6th to the 10th emphasis on volatile demand and enterprise grade',
      tags: ['volatile', 'enterprise'],
      fromDay: 6,
      untilDay: 10,
    },
    { kind: 'unservedRequired', about: 'The witness shows that there is room for all', exactly: 0 },
  ];
  const horizon = { from: formatDay(days.first), days: days.last - days.first + 1 };
  const lines = expectations.map((expectation) => `    ${JSON.stringify(expectation)}`).join(',\n');
  const name = JSON.stringify(`${draft.spec.name}: ${title}`);
  return `{\n  "title": ${name},\n  "horizon": ${JSON.stringify(horizon)},\n  "expectations": [\n${lines}\n  ]\n}\n`;
}

const RIDES = ['motorbike', 'e-bike', 'bicycle'];

function everyDay({ spec, beats }: Draft): readonly Expectation[] {
  const settings = new Set(spec.beats.map(({ setting }) => setting));
  const onFoot = spec.beats.some(({ modes }) => modes.includes('walk'));
  const minimums: readonly Expectation[] = [
    { kind: 'fewestVisits', about: 'No fewer than 30 customers a day in town', setting: 'town', perFullDay: 30, fullFieldMinutes: 480 },
    { kind: 'fewestVisits', about: 'No fewer than 25 in the country', setting: 'country', perFullDay: 25, fullFieldMinutes: 480 },
  ];
  return [
    // A made-up territory may have too few customers to fill the days.
    ...minimums.filter(({ setting }) => beats.every(({ full }) => full) && [...settings].some((own) => own === setting)),
    { kind: 'leastStay', about: 'At least 8 minutes with each customer', minutes: 8 },
    { kind: 'atOfficeBefore', about: 'At the office by 08:00 for the morning meeting', clock: '08:00' },
    { kind: 'dutiesDoneBy', about: 'The schedule is finished by 08:30', clock: '08:30' },
    { kind: 'firstCustomerBefore', about: 'At the first customer before 09:30', clock: '09:30' },
    onFoot
      ? { kind: 'modes', about: 'Motorbike, e-bike or bicycle, and on foot where it is parked', allowed: [...RIDES, 'walk'] }
      : { kind: 'modes', about: 'Motorbike, e-bike or bicycle', allowed: RIDES },
    { kind: 'openingHours', about: 'Within opening hours', unknown: { town: '08:00-20:00', country: '07:30-19:00' } },
    { kind: 'ownReps', about: 'Own customers only' },
  ];
}

const wholeMonth: readonly Expectation[] = [
  { kind: 'officeDuty', about: "The 1st's afternoon: monthly summary", from: '13:30', dayOfMonth: 1 },
  { kind: 'officeDuty', about: "Last working day: next month's plan", from: '16:00', lastWorkingDay: true },
  { kind: 'tierVisits', about: 'A customers four times a month', tier: 'A', least: 4 },
  { kind: 'tierVisits', about: 'B customers twice a month', tier: 'B', least: 2 },
  { kind: 'tierVisits', about: 'C customers once a month', tier: 'C', least: 1 },
];
