import type {
  CommitmentRow,
  CompanionRow,
  ContactRow,
  CustomerRow,
  ExpectDocument,
  HistoryRow,
  PlanDocument,
  RepRow,
  RequestRow,
} from './documents.ts';
import { type Opening, type Openings, readOpenings } from './opening.ts';

/** A fixture's tables, parsed. */
export interface FixtureTables {
  readonly customers: readonly CustomerRow[];
  readonly reps: readonly RepRow[];
  readonly history: readonly HistoryRow[];
  readonly contacts: readonly ContactRow[];
  readonly companions: readonly CompanionRow[];
  readonly commitments: readonly CommitmentRow[];
  readonly requests: readonly RequestRow[];
}

/** A rep with readable shifts. */
export interface SceneRep extends Omit<RepRow, 'shifts'> {
  readonly shifts: Openings;
}

/** A visit of the plan. Times are clock times of its day, in seconds. */
export interface SceneVisit {
  readonly rep: string;
  readonly day: string;
  readonly customer: CustomerRow;
  readonly kind: string;
  /** The id of who is met; null for whoever is there. */
  readonly contact: string | null;
  /** The requests that it answers. */
  readonly answers: readonly string[];
  readonly required: boolean;
  readonly arrival: number;
  readonly start: number;
  readonly end: number;
}

/** A call of the plan. */
export type SceneCall = Pick<SceneVisit, 'rep' | 'day' | 'customer' | 'contact' | 'answers' | 'start' | 'end'>;

/** A duty or a break of the plan. */
export interface SceneActivity {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Where a duty takes place; null for a break. */
  readonly location: Leg['to'] | null;
}

/** A way of the plan. Times are clock times of its day, 0 where the document leaves them out. */
export interface SceneLeg extends Pick<Leg, 'mode' | 'from' | 'to'> {
  readonly depart: number;
  readonly arrive: number;
}

type Leg = PlanDocument['plan']['days'][number]['legs'][number];
type Stop = PlanDocument['plan']['days'][number]['stops'][number];

/** A rep's day of the plan. */
export interface SceneDay {
  readonly rep: SceneRep;
  readonly day: string;
  readonly shift: Opening;
  readonly visits: readonly SceneVisit[];
  readonly duties: readonly SceneActivity[];
  readonly breaks: readonly SceneActivity[];
  readonly calls: readonly SceneCall[];
  readonly legs: readonly SceneLeg[];
}

/** A plan beside the raw fixture that it was made from. */
export interface Scene extends FixtureTables {
  readonly expect: ExpectDocument;
  /** ISO dates, first to last. */
  readonly horizon: readonly string[];
  readonly days: readonly SceneDay[];
  readonly visits: readonly SceneVisit[];
  readonly unserved: PlanDocument['plan']['unserved'];
  readonly calendar: SceneCalendar;
}

/** Who works when, from `reps.csv` and the days off of `expect.json`. */
export interface SceneCalendar {
  /** The rep's shift, or null when off. */
  readonly shiftOn: (rep: string, day: string) => Opening | null;
  /** Whether anybody has a shift that day, on leave or not. */
  readonly isWorkingDay: (day: string) => boolean;
}

/** Joins a plan with its fixture. Names that the fixture does not know are told by `strangers`, and left out here. */
export function layScene({ plan }: PlanDocument, expect: ExpectDocument, tables: FixtureTables): Scene {
  const reps = new Map(tables.reps.map((rep) => [rep.id, { ...rep, shifts: readOpenings(rep.shifts) }]));
  const customers = new Map(tables.customers.map((customer) => [customer.id, customer]));
  const calendar = layCalendar(expect, reps);
  const days = plan.days.flatMap((planned): readonly SceneDay[] => {
    const { day, stops, legs } = planned;
    const rep = reps.get(planned.rep);
    const shift = calendar.shiftOn(planned.rep, day);
    if (rep === undefined || shift === null) return [];
    const factsOf = (stop: Stop) => {
      const customer = stop.type === 'visit' || stop.type === 'call' ? customers.get(stop.customer) : undefined;
      if ((stop.type !== 'visit' && stop.type !== 'call') || customer === undefined) return [];
      const { kind, contact } = stop;
      const answers = stop.answers.map(({ request }) => request);
      return [{ rep: rep.id, day, customer, kind, contact: contact?.id ?? null, answers, ...hoursOf(stop, day) }];
    };
    const visits = stops.flatMap((stop): readonly SceneVisit[] =>
      stop.type !== 'visit'
        ? []
        : factsOf(stop).map((facts) => ({ ...facts, required: stop.required, arrival: clockOf(stop.arrival, day) })),
    );
    const calls = stops.flatMap((stop) => (stop.type === 'call' ? factsOf(stop) : []));
    const duties = stops.flatMap((stop) =>
      stop.type === 'duty' ? [{ name: stop.duty, location: stop.location, ...hoursOf(stop, day) }] : [],
    );
    const breaks = stops.flatMap((stop) => (stop.type === 'break' ? [{ name: stop.break, location: null, ...hoursOf(stop, day) }] : []));
    const ways = legs.map(({ depart, arrive, ...way }): SceneLeg => ({
      ...way,
      depart: depart === undefined ? 0 : clockOf(depart, day),
      arrive: arrive === undefined ? 0 : clockOf(arrive, day),
    }));
    return [{ rep, day, shift, visits, calls, duties, breaks, legs: ways }];
  });
  const horizon = daysFrom(expect.horizon.from, expect.horizon.days);
  return { ...tables, expect, horizon, days, visits: days.flatMap(({ visits }) => visits), unserved: plan.unserved, calendar };
}

function layCalendar({ horizon: { daysOff, makeUpDays } }: ExpectDocument, reps: ReadonlyMap<string, SceneRep>): SceneCalendar {
  const usual = ({ shifts }: SceneRep, day: string): Opening | null => {
    if (daysOff.includes(day)) return null;
    const own = shifts.get(weekdayOf(day))?.[0] ?? null;
    if (own !== null || !makeUpDays.includes(day)) return own;
    return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => shifts.get(weekday) ?? [])[0] ?? null;
  };
  return {
    shiftOn: (id, day) => {
      const rep = reps.get(id);
      return rep === undefined || rep.leave.includes(day) ? null : usual(rep, day);
    },
    isWorkingDay: (day) => [...reps.values()].some((rep) => usual(rep, day) !== null),
  };
}

const hoursOf = (stop: { readonly start: string; readonly end: string }, day: string) => ({
  start: clockOf(stop.start, day),
  end: clockOf(stop.end, day),
});

/** An instant's clock time where it is, in seconds from the midnight that the day begins with. */
export function clockOf(instant: string, day: string): number {
  const midnight = Temporal.PlainDate.from(day).toPlainDateTime();
  return Temporal.PlainDateTime.from(instant).since(midnight).total('seconds');
}

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;
/** 1 … 31. */
export const dayOfMonth = (day: string): number => Temporal.PlainDate.from(day).day;
/** The month's name, such as `2026-12`. */
export const monthOf = (day: string): string => day.slice(0, 7);
/** The day n days later. */
export const addDays = (day: string, n: number): string => Temporal.PlainDate.from(day).add({ days: n }).toString();
/** So many days in a row. */
export const daysFrom = (first: string, count: number): readonly string[] => Array.from({ length: count }, (_, i) => addDays(first, i));
/** The Monday to Sunday that holds the day. */
export const weekOf = (day: string): readonly string[] => daysFrom(addDays(day, 1 - weekdayOf(day)), 7);
/** All days of the month that holds the day. */
export const monthDays = (day: string): readonly string[] => daysFrom(`${monthOf(day)}-01`, Temporal.PlainDate.from(day).daysInMonth);

/** A clock time as `hh:mm`, seconds cut off. */
export const clockName = (time: number): string =>
  `${String(Math.floor(time / 3600)).padStart(2, '0')}:${String(Math.floor(time / 60) % 60).padStart(2, '0')}`;
