import type { BeatsSpec, Expectation, HorizonSpec } from '../spec.ts';

/**
 * The promises of the tobacco policy's source that every good plan of a horizon keeps. The numbers repeat those of the policy
 * on purpose, so that one can check the other. `isFull` is false where customers are too few for the daily minimums.
 */
export function beatExpectations(spec: BeatsSpec, { days }: HorizonSpec, isFull: boolean): readonly Expectation[] {
  return [
    ...everyDay(spec, isFull),
    { kind: 'officeDuty', about: 'Monday afternoon: weekly summary', from: '13:30', weekday: 1 },
    ...(days.last >= spec.month.last ? wholeMonth : []),
    { kind: 'weeklyVisits', about: 'Data from information-collection points every week', tag: 'collection-point' },
    {
      kind: 'focusPhase',
      about: 'From the 6th to the 10th emphasis on volatile demand and enterprise grade',
      tags: ['volatile', 'enterprise'],
      fromDay: 6,
      untilDay: 10,
    },
  ];
}

const RIDES = ['motorbike', 'e-bike', 'bicycle'];

function everyDay({ beats }: BeatsSpec, isFull: boolean): readonly Expectation[] {
  const onFoot = beats.some(({ modes }) => modes.includes('walk'));
  const minimums: readonly Expectation[] = [
    { kind: 'fewestVisits', about: 'No fewer than 30 customers a day in town', setting: 'town', perFullDay: 30, fullFieldMinutes: 480 },
    { kind: 'fewestVisits', about: 'No fewer than 25 in the country', setting: 'country', perFullDay: 25, fullFieldMinutes: 480 },
  ];
  return [
    ...minimums.filter((minimum) => isFull && beats.some(({ setting }) => setting === minimum['setting'])),
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
