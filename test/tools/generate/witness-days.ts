import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eBike } from '../../../src/travel/modes/e-bike.ts';
import { estimate } from '../../../src/travel/providers/estimate.ts';
import { type Fixture, readFixture } from '../../support/check-expectations.ts';
import { type CustomerRow, type RepRow, customerRow, historyRow, repRow } from '../../support/expectations/documents.ts';
import { readOpenings } from '../../support/expectations/opening.ts';

/** A day of a witness with its times. Clock times and durations in seconds. */
export interface WitnessDay {
  readonly rep: string;
  readonly day: string;
  readonly customers: readonly CustomerRow[];
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  readonly starts: readonly number[];
  readonly lunch: number;
  /** Back at the office. */
  readonly end: number;
  /** When the rep must be back. */
  readonly until: number;
  /** Field time of the day: from 08:30 until `until`, less lunch. */
  readonly fieldTime: number;
  /** With customers, of travel and waiting. */
  readonly busy: number;
}

/** A fixture with the days of its witness. */
export interface Witness {
  readonly customers: readonly CustomerRow[];
  readonly reps: readonly RepRow[];
  readonly history: readonly { readonly customer: string; readonly day: string }[];
  readonly days: readonly WitnessDay[];
}

interface WitnessDocument {
  readonly reps: Readonly<Record<string, { readonly days: Readonly<Record<string, readonly string[]>> }>>;
}

const clock = (hour: number, minute: number): number => hour * 3600 + minute * 60;
const LUNCH = clock(1, 0);
const FIRST_LUNCH = clock(11, 40);
const LAST_LUNCH = clock(12, 40);
const LEAVE_OFFICE = clock(8, 30);
const DWELL: Readonly<Record<string, number>> = { A: 10, B: 9, C: 8 };
const UNKNOWN_HOURS = { town: '08:00-20:00', country: '07:30-19:00' };

/** Reads a fixture and sets the times of its witness by beatplan's travel estimate, without any code of the generator. */
export async function walkWitness(folder: string): Promise<Witness> {
  const fixture: Fixture = readFixture(folder);
  const customers = customerRow.array().parse(fixture.customers);
  const reps = repRow.array().parse(fixture.reps);
  const history = historyRow.array().parse(fixture.history);
  const document = JSON.parse(readFileSync(join(folder, 'witness.json'), 'utf8')) as WitnessDocument;
  const days: WitnessDay[] = [];
  for (const rep of reps) {
    for (const [day, ids] of Object.entries(document.reps[rep.id]?.days ?? {})) {
      days.push(
        await walkDay(
          rep,
          day,
          ids.map((id) => named(customers, id)),
        ),
      );
    }
  }
  return { customers, reps, history, days };
}

function named(customers: readonly CustomerRow[], id: string): CustomerRow {
  const customer = customers.find((one) => one.id === id);
  if (customer === undefined) throw new Error(`The witness visits ${id}, who is no customer.`);
  return customer;
}

async function walkDay(rep: RepRow, day: string, customers: readonly CustomerRow[]): Promise<WitnessDay> {
  const setting = customers[0]?.setting ?? 'town';
  const office = { location: { lat: rep.start_lat, lng: rep.start_lng }, setting };
  const places = [office, ...customers.map(({ lat, lng, setting }) => ({ location: { lat, lng }, setting }))];
  const { seconds } = await estimate.matrix(places, eBike);
  const secondsBetween = (from: number, to: number) => seconds[from * places.length + to] ?? 0;
  const weekday = Temporal.PlainDate.from(day).dayOfWeek;
  const until = untilOn(day, weekday);

  let now = LEAVE_OFFICE;
  let stay = 0;
  let lunch = 0;
  const starts: number[] = [];
  for (const [i, customer] of customers.entries()) {
    const dwell = 60 * (Number(customer.dwell_minutes) || (DWELL[customer.tier] ?? 0));
    const before = now;
    now += secondsBetween(i, i + 1);
    const opening = openingFor(customer, weekday, now + dwell);
    // Lunch begins at 11:40, during travel or waiting, or after the visit that lasts until then.
    const start = Math.max(now, opening);
    if (lunch === 0 && start >= FIRST_LUNCH) {
      lunch = Math.max(before, FIRST_LUNCH);
      now = lunch <= now ? now + LUNCH : lunch + LUNCH;
    }
    now = Math.max(now, openingFor(customer, weekday, now + dwell));
    starts.push(now);
    now += dwell;
    stay += dwell;
  }
  const home = now + secondsBetween(customers.length, 0);
  const lunchAtOffice = lunch === 0 && home <= LAST_LUNCH && Math.max(home, FIRST_LUNCH) + LUNCH <= until;
  if (lunchAtOffice) lunch = Math.max(home, FIRST_LUNCH);
  const lunchOnTheWay = lunch === 0;
  if (lunchOnTheWay) lunch = Math.max(now, FIRST_LUNCH);
  const end = home + (lunchOnTheWay ? LUNCH : 0);
  const pause = lunchAtOffice ? 0 : LUNCH;
  return {
    rep: rep.id,
    day,
    weekday,
    customers,
    starts,
    lunch,
    end,
    until,
    fieldTime: until - LEAVE_OFFICE - LUNCH,
    busy: end - LEAVE_OFFICE - pause,
  };
}

/** Monday's and the first working day's afternoon and the month's last hour and a half are spent in the office. */
function untilOn(day: string, weekday: number): number {
  if (weekday === 1 || day === '2026-12-01') return clock(13, 30);
  return day === '2026-12-31' ? clock(16, 0) : clock(17, 30);
}

/** The opening that a visit which would end by then can still use: its start; the last one's when it is too late for all. */
function openingFor(customer: CustomerRow, weekday: number, end: number): number {
  const openings = openingsOf(customer, weekday);
  return (openings.find(({ until }) => end <= until) ?? openings.at(-1))?.from ?? 0;
}

/** When a customer can be visited on a weekday. */
export function openingsOf({ hours, setting }: CustomerRow, weekday: number) {
  return readOpenings(hours === '' ? UNKNOWN_HOURS[setting] : hours).get(weekday) ?? [];
}

/** Seconds that a visit to a customer takes. */
export const dwellOf = ({ tier, dwell_minutes: own }: CustomerRow): number => 60 * (Number(own) || (DWELL[tier] ?? 0));
