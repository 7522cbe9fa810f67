import { formatDay } from '../../domain/calendar.ts';
import type { Rep } from '../../domain/rep.ts';
import type { PastVisit } from '../../domain/territory.ts';
import { assert } from '../../kernel/assert.ts';
import { formatClock } from '../../kernel/units.ts';
import type { Shop } from '../people/shops.ts';

/** The text of `customers.csv`. */
export function customersCsv(shops: readonly Shop[]): string {
  const headings =
    'id,name,lat,lng,setting,tier,status,tags,dwell_minutes,hours,closed_days,required_rep,preferred_rep,area,line,allowed_modes';
  const rows = shops.map(({ customer, hoursText }) => [
    customer.id,
    customer.name,
    customer.location.lat.toFixed(6),
    customer.location.lng.toFixed(6),
    customer.setting,
    customer.tier,
    customer.status,
    customer.tags.join(';'),
    customer.dwell === null ? '' : String(customer.dwell / 60),
    hoursText,
    customer.closedDays.map(formatDay).join(';'),
    customer.requiredRep ?? '',
    customer.preferredRep ?? '',
    customer.area ?? '',
    customer.line ?? '',
    customer.allowedModes?.join(';') ?? '',
  ]);
  return tableOf(headings, rows);
}

/** The text of `reps.csv`. */
export function repsCsv(reps: readonly Rep[]): string {
  const headings = 'id,name,post,role,start_lat,start_lng,end_lat,end_lng,vehicles,modes,areas,shifts,leave';
  const rows = reps.map(({ id, name, post, role, start, end, vehicles, modes, areas, shifts, leave }) => {
    const shift = shifts[1];
    assert(shift !== null, 'a made-up rep works from Monday to Friday', { id });
    const hours = `Mo-Fr ${formatClock(shift.from)}-${formatClock(shift.until)}`;
    const places = [start.lat, start.lng, end.lat, end.lng].map((degrees) => degrees.toFixed(6));
    return [id, name, post, role, ...places, vehicles.join(';'), modes.join(';'), areas.join(';'), hours, leave.map(formatDay).join(';')];
  });
  return tableOf(headings, rows);
}

/** The text of `history.csv`. */
export const historyCsv = (history: readonly PastVisit[]): string =>
  tableOf(
    'customer,day,kind,rep',
    history.map(({ customer, day, kind, rep }) => [customer, formatDay(day), kind, rep ?? '']),
  );

const tableOf = (headings: string, rows: readonly (readonly string[])[]): string =>
  `${[headings, ...rows.map((row) => row.map(quoted).join(','))].join('\n')}\n`;

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
