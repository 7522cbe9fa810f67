import { type Weekday, formatDay } from '../../../src/domain/calendar.ts';
import type { Customer } from '../../../src/domain/customer.ts';
import type { Rep } from '../../../src/domain/rep.ts';
import type { PastVisit } from '../../../src/domain/territory.ts';
import { hoursText } from './hours-text.ts';
import { type TableColumn, tableText } from './table-text.ts';

const always = true;
const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const degrees = (value: number): string => value.toFixed(6);

const customerColumns: readonly TableColumn<Customer>[] = [
  { heading: 'id', cell: ({ id }) => id, always },
  { heading: 'name', cell: ({ name }) => name, always },
  { heading: 'lat', cell: ({ location }) => degrees(location.lat), always },
  { heading: 'lng', cell: ({ location }) => degrees(location.lng), always },
  { heading: 'setting', cell: ({ setting }) => setting, always },
  { heading: 'tier', cell: ({ tier }) => tier, always },
  { heading: 'status', cell: ({ status }) => status, always },
  { heading: 'since', cell: ({ since }) => (since === null ? '' : formatDay(since)) },
  { heading: 'intent', cell: ({ intent }) => (intent === 'unknown' ? '' : intent) },
  { heading: 'tags', cell: ({ tags }) => tags.join(';'), always },
  { heading: 'dwell_minutes', cell: ({ dwell }) => (dwell === null ? '' : String(dwell / 60)), always },
  { heading: 'hours', cell: ({ hours }) => hoursText(hours), always },
  { heading: 'closed_days', cell: ({ closedDays }) => closedDays.map(formatDay).join(';'), always },
  { heading: 'order_weekday', cell: ({ orderWeekday }) => (orderWeekday === null ? '' : (WEEKDAYS[orderWeekday - 1] ?? '')) },
  { heading: 'companion', cell: ({ companion }) => companion ?? '' },
  { heading: 'required_rep', cell: ({ requiredRep }) => requiredRep ?? '', always },
  { heading: 'preferred_rep', cell: ({ preferredRep }) => preferredRep ?? '', always },
  { heading: 'area', cell: ({ area }) => area ?? '', always },
  { heading: 'line', cell: ({ line }) => line ?? '', always },
  { heading: 'allowed_modes', cell: ({ allowedModes }) => allowedModes?.join(';') ?? '', always },
  { heading: 'bus_served', cell: ({ busServed }) => (busServed ? 'yes' : '') },
];

/** The text of `customers.csv`. */
export const customersCsv = (customers: readonly Customer[]): string => tableText(customerColumns, customers);

const repColumns: readonly TableColumn<Rep>[] = [
  { heading: 'id', cell: ({ id }) => id, always },
  { heading: 'name', cell: ({ name }) => name, always },
  { heading: 'post', cell: ({ post }) => post, always },
  { heading: 'role', cell: ({ role }) => role, always },
  { heading: 'manager', cell: ({ manager }) => manager ?? '' },
  { heading: 'start_lat', cell: ({ start }) => degrees(start.lat), always },
  { heading: 'start_lng', cell: ({ start }) => degrees(start.lng), always },
  { heading: 'end_lat', cell: ({ end }) => degrees(end.lat), always },
  { heading: 'end_lng', cell: ({ end }) => degrees(end.lng), always },
  { heading: 'vehicles', cell: ({ vehicles }) => vehicles.join(';'), always },
  { heading: 'modes', cell: ({ modes }) => modes.join(';'), always },
  { heading: 'value_of_time', cell: ({ valueOfTime }) => valueOfTime?.toString() ?? '' },
  { heading: 'areas', cell: ({ areas }) => areas.join(';'), always },
  { heading: 'shifts', cell: shiftsText, always },
  { heading: 'leave', cell: ({ leave }) => leave.map(formatDay).join(';'), always },
];

/** Shifts in the format of hours. */
function shiftsText({ shifts }: Rep): string {
  const on = (weekday: Weekday) => {
    const shift = shifts[weekday];
    return shift === null ? [] : [shift];
  };
  return hoursText({ byWeekday: { 1: on(1), 2: on(2), 3: on(3), 4: on(4), 5: on(5), 6: on(6), 7: on(7) }, onHolidays: null });
}

/** The text of `reps.csv`. */
export const repsCsv = (reps: readonly Rep[]): string => tableText(repColumns, reps);

const historyColumns: readonly TableColumn<PastVisit>[] = [
  { heading: 'customer', cell: ({ customer }) => customer, always },
  { heading: 'day', cell: ({ day }) => formatDay(day), always },
  { heading: 'kind', cell: ({ kind }) => kind, always },
  { heading: 'rep', cell: ({ rep }) => rep ?? '', always },
  { heading: 'contact', cell: ({ contact }) => contact ?? '' },
  { heading: 'request', cell: ({ request }) => request ?? '' },
  { heading: 'follow_up', cell: ({ followUp }) => (followUp === null ? '' : formatDay(followUp)) },
];

/** The text of `history.csv`. */
export const historyCsv = (history: readonly PastVisit[]): string => tableText(historyColumns, history);
