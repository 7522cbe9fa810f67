import { type Fixture, checkExpectations } from '../check-expectations.ts';

/** Where the rep starts. */
export const base = { lat: 31, lng: 121 };

/** Monday 7 and Tuesday 8 December. */
export const horizon = { from: '2026-12-07', days: 2 };
/** The Monday alone. */
export const oneDay = { horizon: { from: '2026-12-07', days: 1 } };

/** Works from 08:00 to 17:00. */
export const rep = {
  id: 'r1',
  start_lat: '31',
  start_lng: '121',
  vehicles: 'bicycle',
  modes: 'walk',
  shifts: 'Mo-Fr 08:00-17:00',
  leave: '',
};
/** Works as the rep does. */
export const boss = { ...rep, id: 'm1', role: 'manager' };
/** A customer in town, who may be seen at any hour. */
export const shop = { id: 'c1', lat: '31.1', lng: '121', setting: 'town', tier: 'A', status: 'retained', tags: '', hours: '' };
/** A customer in the country. */
export const farm = { ...shop, id: 'c2', lat: '31.2', setting: 'country', tier: 'B' };

/** Something of a day, with its clock times and whatever else a document says of it. */
export type Stop = Readonly<Record<string, unknown>> & { readonly type: string; readonly from: string; readonly until: string };

/** A visit. It begins on arrival, unless it says otherwise. */
export const visit = (customer: string, from: string, until: string, facts: object = {}): Stop => ({
  type: 'visit',
  customer,
  from,
  until,
  ...facts,
});
/** A call. */
export const call = (customer: string, from: string, until: string): Stop => ({ type: 'call', kind: 'call', customer, from, until });
/** A duty, at the base unless it says otherwise. */
export const duty = (from: string, until: string, location = base): Stop => ({ type: 'duty', location, from, until });
/** A break. */
export const pause = (from: string, until: string): Stop => ({ type: 'break', from, until });

const at = (day: string, clock: string) => `${day}T${clock}:00+08:00`;

/** A way by a mode, by default to the shop. */
export const leg = (mode: string, from: string, until: string, ends: object = {}) => ({
  mode,
  from: base,
  to: { lat: 31.1, lng: 121 },
  depart: at('2026-12-07', from),
  arrive: at('2026-12-07', until),
  ...ends,
});

type Days = Readonly<Record<string, readonly Stop[]>>;

interface Rest {
  readonly legs?: unknown;
  readonly unserved?: unknown;
  readonly to?: string;
  /** Days of others, by rep. */
  readonly others?: Readonly<Record<string, Days>>;
}

/** The plan document of one rep's days. */
export function planOf(days: Days, { legs = [], unserved = [], to, others = {} }: Rest = {}) {
  const published = Object.entries({ r1: days, ...others }).flatMap(([id, own]) =>
    Object.entries(own).map(([day, stops]) => ({
      rep: id,
      day,
      vehicle: 'bicycle',
      stops: stops.map(({ from, until, arrival = from, ...stop }) => ({
        ...stop,
        [stop.type]: `${stop.type}-1`,
        arrival: at(day, String(arrival)),
        start: at(day, from),
        end: at(day, until),
      })),
      legs,
    })),
  );
  const [first, last] = [Object.keys(days)[0], Object.keys(days).at(-1)];
  return { plan: { horizon: { from: first, to: to ?? last }, days: published, unserved }, run: {} };
}

/** A plan over several days, with a visit of each customer listed for a day; days without work are left out. */
export function planOver(from: string, days: number, visits: Readonly<Record<string, readonly string[]>>) {
  const all = Array.from({ length: days }, (_, i) => Temporal.PlainDate.from(from).add({ days: i })).filter(
    ({ dayOfWeek }) => dayOfWeek < 6,
  );
  const stops = (day: string) => (visits[day] ?? []).map((customer, i) => visit(customer, `1${i}:00`, `1${i}:10`));
  return planOf(Object.fromEntries(all.map((day) => [day.toString(), stops(day.toString())])), {
    to: Temporal.PlainDate.from(from)
      .add({ days: days - 1 })
      .toString(),
  });
}

/** A fixture with one expectation; tables and horizon as `changes` say. */
export function fixtureWith(expectation: unknown, changes: Readonly<Record<string, unknown>> = {}): Fixture {
  const tables = { customers: [shop, farm], reps: [rep], history: [], horizon, ...changes };
  return { ...tables, expect: { title: 'Test', horizon: tables.horizon, expectations: [expectation].flat() } };
}

/** What is wrong with a plan, in sentences. */
export const messages = (...args: Parameters<typeof checkExpectations>) => checkExpectations(...args).map(({ message }) => message);
