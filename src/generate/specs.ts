import { type Day, addDays, day } from '../domain/calendar.ts';
import { errors, refuse } from '../kernel/errors.ts';
import { tobacco } from '../policies/tobacco.ts';
import type { BeatSpec, HorizonSpec, TerritorySpec } from './spec.ts';

const MONTH = { first: day('2026-12-01'), last: day('2026-12-31') };
const WEEK = { first: day('2026-12-07'), last: day('2026-12-11') };

/** No town: fields by the lower Yangtze. */
const ORIGIN = { lat: 32.46, lng: 119.98 };

const wholeMonth: HorizonSpec = { file: 'expect.json', title: 'December 2026', days: MONTH };
const secondWeek: HorizonSpec = { file: 'expect.json', title: 'Monday, 7 December 2026, and the four days after', days: WEEK };

const townBeat: BeatSpec = {
  rep: 'T1',
  repName: '钱小满',
  prefix: 'T',
  area: '澄埠城区',
  setting: 'town',
  customers: 256,
  office: { east: 0, north: 0 },
  leave: [],
};

const countryBeat: BeatSpec = {
  rep: 'V1',
  repName: '陆谷雨',
  prefix: 'V',
  area: '北荡片区',
  setting: 'country',
  customers: 248,
  office: { east: 15_500, north: 9_000 },
  leave: [],
};

const common = { policy: tobacco, origin: ORIGIN, month: MONTH };

/** The territories that are kept under `fixtures/`. */
export const fixtureSpecs: readonly TerritorySpec[] = [
  {
    ...common,
    id: 'tobacco',
    name: '澄埠',
    purpose:
      'Two customer managers of a tobacco company, one in town and one in the country, each with customers of their own. For planning a week and for planning the month.',
    seed: 7,
    beats: [townBeat, countryBeat],
    historyUntil: addDays(WEEK.first, -3),
    horizons: [secondWeek, { ...wholeMonth, file: 'expect-month.json' }],
  },
  {
    ...common,
    id: 'ladder-1x5d',
    name: '北荡',
    purpose: 'One rep in the country, one week: the lowest rung of the ladder of sizes.',
    seed: 8,
    beats: [{ ...countryBeat, customers: 196, office: { east: 0, north: 0 } }],
    historyUntil: addDays(WEEK.first, -3),
    horizons: [secondWeek],
  },
  {
    ...common,
    id: 'ladder-1x1m',
    name: '澄埠',
    purpose: 'One rep in town, one month with two days of leave: the second rung of the ladder of sizes.',
    seed: 4,
    beats: [{ ...townBeat, customers: 244, leave: [day('2026-12-24'), day('2026-12-25')] }],
    historyUntil: addDays(MONTH.first, -1),
    horizons: [wholeMonth],
  },
];

/** What somebody wishes a territory to be like. */
export interface TerritoryWish {
  readonly name: string;
  readonly seed: number;
  readonly customers?: number;
  readonly reps?: number;
}

const USUAL = 250; // customers of a rep
const [FEWEST, MOST] = [20, 400]; // customers of a rep for which a witness can be planned
const BETWEEN_OFFICES = 22_000; // metres

/**
 * The spec of a wished territory: town and country beats in turn, customers shared out evenly, the month
 * and history of the fixtures. Throws a `PlanningError` where a rep would have too few or too many customers.
 */
export function specFor({ name, seed, ...wish }: TerritoryWish): TerritorySpec {
  const reps = wish.reps ?? Math.max(1, Math.round((wish.customers ?? USUAL) / USUAL));
  const customers = wish.customers ?? reps * USUAL;
  const [least, most] = [Math.floor(customers / reps), Math.ceil(customers / reps)];
  if (least < FEWEST || most > MOST) {
    const range = `from ${reps * FEWEST} to ${reps * MOST} for ${reps} ${reps === 1 ? 'rep' : 'reps'}`;
    refuse([errors.outOfRange({ at: { file: '--customers' }, value: customers, range })]);
  }
  const beats = Array.from({ length: reps }, (_, i) => beatAt(i, { reps, customers: i < customers % reps ? most : least }));
  return {
    ...common,
    id: name,
    name,
    purpose: 'A made-up territory to try things on.',
    seed,
    beats,
    historyUntil: addDays(WEEK.first, -3),
    horizons: [secondWeek, { ...wholeMonth, file: 'expect-month.json' }],
  };
}

/** Offices stand on a square grid around the middle. */
function beatAt(i: number, { reps, customers }: { readonly reps: number; readonly customers: number }): BeatSpec {
  const side = Math.ceil(Math.sqrt(reps));
  const inTown = i % 2 === 0;
  const number = Math.floor(i / 2) + 1;
  const leave: readonly Day[] = [];
  return {
    rep: `${inTown ? 'T' : 'V'}${number}`,
    repName: `${inTown ? '城区' : '农村'}客户经理${number}`,
    prefix: `${inTown ? 'T' : 'V'}${number}-`,
    area: `${inTown ? '城区' : '农村'}${number}`,
    setting: inTown ? 'town' : 'country',
    customers,
    office: { east: ((i % side) - (side - 1) / 2) * BETWEEN_OFFICES, north: (Math.floor(i / side) - (side - 1) / 2) * BETWEEN_OFFICES },
    leave,
  };
}
