import { z } from 'zod';
import type { Rep } from '../domain/rep.ts';
import type { VisitingHours } from '../domain/visiting-hours.ts';
import { repId } from '../kernel/ids.ts';
import { days, fields, location, text, visitingHours, words } from './fields.ts';
import { type Column, listCell, numberCell } from './table.ts';

/** A rep as documents have it. Only id, start and shifts are needed; a day ends where it starts unless `end` says otherwise. */
export const RepDocument = fields({
  id: text,
  name: text.optional(),
  post: text.default('rep'),
  role: z.enum(['rep', 'manager']).default('rep'),
  manager: text.optional(),
  start: location,
  end: location.optional(),
  vehicles: words.default([]),
  modes: words.default([]),
  areas: words.default([]),
  shifts: visitingHours,
  leave: days.optional(),
});

/** The columns of `reps.csv`. */
export const repColumns: readonly Column[] = [
  { heading: 'id', path: ['id'], needed: true },
  { heading: 'name', path: ['name'] },
  { heading: 'post', path: ['post'] },
  { heading: 'role', path: ['role'] },
  { heading: 'manager', path: ['manager'] },
  { heading: 'start_lat', path: ['start', 'lat'], read: numberCell, needed: true },
  { heading: 'start_lng', path: ['start', 'lng'], read: numberCell, needed: true },
  { heading: 'end_lat', path: ['end', 'lat'], read: numberCell },
  { heading: 'end_lng', path: ['end', 'lng'], read: numberCell },
  { heading: 'vehicles', path: ['vehicles'], read: listCell },
  { heading: 'modes', path: ['modes'], read: listCell },
  { heading: 'areas', path: ['areas'], read: listCell },
  { heading: 'shifts', path: ['shifts'], needed: true },
  { heading: 'leave', path: ['leave'], read: listCell },
];

/** The rep of a document, or null when a weekday's shift is in pieces or holidays are given one. */
export function repOf(document: z.output<typeof RepDocument>): Rep | null {
  const shifts = shiftsOf(document.shifts);
  if (shifts === null) return null;
  return {
    id: repId(document.id),
    name: document.name ?? document.id,
    post: document.post,
    role: document.role,
    manager: document.manager === undefined ? null : repId(document.manager),
    start: document.start,
    end: document.end ?? document.start,
    shifts,
    leave: document.leave ?? [],
    vehicles: document.vehicles,
    modes: document.modes,
    areas: document.areas,
  };
}

function shiftsOf({ byWeekday, onHolidays }: VisitingHours): Rep['shifts'] | null {
  if (onHolidays !== null || Object.values(byWeekday).some((windows) => windows.length > 1)) return null;
  const on = (weekday: keyof typeof byWeekday) => byWeekday[weekday][0] ?? null;
  return { 1: on(1), 2: on(2), 3: on(3), 4: on(4), 5: on(5), 6: on(6), 7: on(7) };
}
