import { type Calendar, type Day, isWorkingDay, weekdayOf } from '../../../src/domain/calendar.ts';
import type { Customer, Location, Setting } from '../../../src/domain/customer.ts';
import type { Policy } from '../../../src/domain/policy.ts';
import type { Window } from '../../../src/domain/visiting-hours.ts';
import { apart, planeAround } from '../map/plane.ts';
import { type Asked, askedOf } from './asked.ts';

/** The office, among the stops of a beat; customers are numbered from 1. */
export const OFFICE = 0;

/** A rep's own customers, by number, and the ways between them. */
export interface Beat {
  /** [stop - 1] */
  readonly customers: readonly Customer[];
  /** [stop - 1] */
  readonly asked: readonly Asked[];
  /** Stops including the office. */
  readonly size: number;
  /** [size, size] seconds on the way, row-major. */
  readonly seconds: Int32Array;
}

/**
 * How fast the witness travels: an e-bike at the pace of the planner's own estimate, so that the plan
 * which is shown to exist exists for the planner too.
 */
const PACE: Readonly<Record<Setting, { readonly metresPerSecond: number; readonly detour: number }>> = {
  town: { metresPerSecond: 15 / 3.6, detour: 1.28 },
  country: { metresPerSecond: 18 / 3.6, detour: 1.3 },
};
const PARKING = 30; // seconds for each leg

/** Numbers the customers around an office and measures the ways between them. */
export function beatOf(policy: Policy, customers: readonly Customer[], office: Location): Beat {
  const setting = customers[0]?.setting ?? 'town';
  const { metresPerSecond, detour } = PACE[setting];
  const plane = planeAround(office);
  const points = [office, ...customers.map(({ location }) => location)].map(plane.place);
  const size = points.length;
  const seconds = new Int32Array(size * size);
  points.forEach((from, i) =>
    points.forEach((to, j) => {
      if (i !== j) seconds[i * size + j] = Math.round((apart(from, to) * detour) / metresPerSecond) + PARKING;
    }),
  );
  return { customers, asked: customers.map((customer) => askedOf(policy, customer)), size, seconds };
}

/** Seconds from one stop to another. */
export const way = ({ seconds, size }: Beat, from: number, to: number): number => seconds[from * size + to] ?? 0;

/** When a customer can be visited on a day; empty where not at all. */
export function openingsOn(customer: Customer, at: Day, policy: Policy, calendar: Calendar): readonly Window[] {
  if (customer.closedDays.includes(at)) return [];
  const hours = customer.hours ?? policy.defaultHours[customer.setting];
  const holiday = calendar.exceptions.has(at) && !isWorkingDay(calendar, at);
  return (holiday ? hours.onHolidays : null) ?? hours.byWeekday[weekdayOf(at)];
}
