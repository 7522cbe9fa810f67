import { stringify } from 'csv-stringify/sync';
import type { Column } from '../../../src/contract/reading/column.ts';
import { campaignColumns } from '../../../src/contract/territory/tables/campaigns.ts';
import { commitmentColumns } from '../../../src/contract/territory/tables/commitments.ts';
import { companionColumns } from '../../../src/contract/territory/tables/companions.ts';
import { contactColumns } from '../../../src/contract/territory/tables/contacts.ts';
import { customerColumns } from '../../../src/contract/territory/tables/customers.ts';
import { historyColumns } from '../../../src/contract/territory/tables/history.ts';
import { repColumns } from '../../../src/contract/territory/tables/reps.ts';
import { requestColumns } from '../../../src/contract/territory/tables/requests.ts';
import { type Day, type Weekday, formatDay } from '../../../src/domain/calendar.ts';
import type { Rep } from '../../../src/domain/rep.ts';
import type { Territory } from '../../../src/domain/territory.ts';
import type { VisitingHours } from '../../../src/domain/visiting-hours.ts';
import { type Seconds, formatClock } from '../../../src/kernel/units.ts';
import { hoursText } from './hours-text.ts';

/** Values that tables leave empty, by heading. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  intent: 'unknown',
  bus_served: false,
  if_non_working: 'next',
  required: true,
  weight: 1,
};

/** Columns of customers and reps that are left out where they are empty; the others stay. Other tables have no empty columns. */
const OPTIONAL = new Set(['since', 'intent', 'order_weekday', 'companion', 'bus_served', 'manager', 'value_of_time']);

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** The tables of a territory by file; tables without rows are left out. */
export function tablesOf(territory: Territory): Readonly<Record<string, string>> {
  const { customers, reps, history, companions, requests, campaigns, commitments } = territory;
  const tables: Readonly<Record<string, readonly [readonly Column[], readonly object[]]>> = {
    'customers.csv': [customerColumns, customers],
    'reps.csv': [repColumns, reps.map((rep) => ({ ...rep, shifts: hoursOf(rep) }))],
    'history.csv': [historyColumns, history.map((visit) => ({ ...visit, request: visit.requests.join('; ') }))],
    'contacts.csv': [contactColumns, customers.flatMap(({ id, contacts }) => contacts.map((contact) => ({ ...contact, customer: id })))],
    'companions.csv': [companionColumns, companions],
    'requests.csv': [requestColumns, requests.map((request) => ({ ...request, from: request.due.first, deadline: request.due.last }))],
    'campaigns.csv': [campaignColumns, campaigns.map((campaign) => ({ ...campaign, ...campaign.audience }))],
    'commitments.csv': [commitmentColumns, commitments],
  };
  return Object.fromEntries(
    Object.entries(tables).flatMap(([file, [columns, rows]]) => (rows.length === 0 ? [] : [[file, tableText(columns, rows)]])),
  );
}

function tableText(columns: readonly Column[], rows: readonly object[]): string {
  const isPeople = columns === customerColumns || columns === repColumns;
  const filled = columns
    .map(({ heading, path }) => [heading, ...rows.map((row) => cellText(heading, valueAt(row, path)))])
    .filter(([heading = '', ...cells]) => (isPeople && !OPTIONAL.has(heading)) || cells.some((cell) => cell !== ''));
  return stringify([...rows.keys(), rows.length].map((i) => filled.map((column) => column[i])));
}

/** The value of a field, or of a field inside a field. */
const valueAt = (row: object, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (value === null ? null : (value as Readonly<Record<string, unknown>>)[name]), row);

function cellText(heading: string, value: unknown): string {
  if (value === null || value === DEFAULTS[heading]) return '';
  if (/^(start_|end_)?(lat|lng)$/.test(heading)) return (value as number).toFixed(6);
  if (heading.endsWith('_minutes')) return String((value as Seconds) / 60);
  switch (heading) {
    case 'hours':
    case 'shifts':
      return hoursText(value as VisitingHours);
    case 'order_weekday':
      return WEEKDAYS[(value as Weekday) - 1] ?? '';
    case 'at':
    case 'appointment_at':
      return formatClock(value as Seconds);
    case 'day':
    case 'since':
    case 'from':
    case 'deadline':
    case 'appointment_day':
    case 'follow_up':
      return formatDay(value as Day);
    case 'closed_days':
    case 'days_off':
    case 'leave':
      return (value as readonly Day[]).map(formatDay).join(';');
    default:
      if (typeof value === 'boolean') return value ? 'yes' : 'no';
      if (Array.isArray(value)) return value.join(';');
      return typeof value === 'number' ? value.toString() : (value as string);
  }
}

/** Shifts in the format of hours. */
function hoursOf({ shifts }: Rep): VisitingHours {
  const on = (weekday: Weekday) => (shifts[weekday] === null ? [] : [shifts[weekday]]);
  return { byWeekday: { 1: on(1), 2: on(2), 3: on(3), 4: on(4), 5: on(5), 6: on(6), 7: on(7) }, onHolidays: null };
}
