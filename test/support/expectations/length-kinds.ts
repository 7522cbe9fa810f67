import { z } from 'zod';
import { type Kind, defineKind } from './kind.ts';
import type { SceneDay } from './scene.ts';

/** Each day has at least so many visits, fewer in proportion where duties take part of it. A day too short for one asks for none. */
const atLeastADay = defineKind('atLeastADay', { visits: z.int().min(1), fullFieldMinutes: z.number() }, function* (asked, { days, reps }) {
  const managers = new Set(reps.filter(({ role }) => role === 'manager').map(({ id }) => id));
  for (const day of days) {
    if (managers.has(day.rep.id)) continue;
    const least = Math.floor(asked.visits * Math.min(1, fieldMinutes(day) / asked.fullFieldMinutes));
    if (day.visits.length < least) yield `${nameOf(day)} has ${day.visits.length} visits instead of ${least}.`;
  }
});

/**
 * On a day with visits so many minutes are left of the field time, whenever that is: neither on the way nor with
 * customers nor on the telephone. Visits that ad-hoc requests ask for may use it. In proportion on shorter days.
 */
const reserveKept = defineKind('reserveKept', { minutes: z.number(), fullFieldMinutes: z.number() }, function* (asked, { days, requests }) {
  const adHoc = new Set(requests.filter(({ source }) => source === 'ad-hoc').map(({ id }) => id));
  for (const day of days) {
    if (day.visits.length === 0) continue;
    const field = fieldMinutes(day);
    const planned = day.visits.filter(({ answers }) => answers.length === 0 || !answers.every((id) => adHoc.has(id)));
    const used = minutesOf(planned) + minutesOf(day.calls) + travelMinutes(day);
    const least = asked.minutes * Math.min(1, field / asked.fullFieldMinutes);
    if (field - used < least) yield `${nameOf(day)} leaves ${Math.floor(field - used)} min of reserve instead of ${Math.ceil(least)}.`;
  }
});

/** No day is longer than so many minutes of work from its first activity to its last, breaks aside. */
const shiftLength = defineKind('shiftLength', { minutes: z.number() }, function* ({ minutes }, { days }) {
  for (const day of days) {
    const activities = [...day.visits, ...day.duties, ...day.calls];
    const starts = [...activities.map(({ start }) => start), ...day.legs.map(({ depart }) => depart)];
    const ends = [...activities.map(({ end }) => end), ...day.legs.map(({ arrive }) => arrive)];
    if (starts.length === 0) continue;
    const [from, until] = [Math.min(...starts), Math.max(...ends)];
    const worked = (until - from) / 60 - minutesOf(day.breaks.filter(({ start, end }) => from <= start && end <= until));
    if (worked > minutes) yield `${nameOf(day)} has ${Math.ceil(worked)} min of work; ${minutes} is a day's.`;
  }
});

interface Stretch {
  readonly start: number;
  readonly end: number;
}

export const minutesOf = (stretches: readonly Stretch[]): number => stretches.reduce((sum, { start, end }) => sum + end - start, 0) / 60;

/** Time on the way, without the breaks that fall on it. */
export function travelMinutes({ legs, breaks }: SceneDay): number {
  const ways = legs.map(({ depart, arrive }) => ({ start: depart, end: arrive }));
  const rests = ways.flatMap((way) =>
    breaks.map(({ start, end }) => ({
      start: Math.max(way.start, start),
      end: Math.max(Math.max(way.start, start), Math.min(way.end, end)),
    })),
  );
  return minutesOf(ways) - minutesOf(rests);
}

/** The shift less duties and breaks. */
export function fieldMinutes({ shift, duties, breaks }: SceneDay): number {
  const within = [...duties, ...breaks].map(({ start, end }) => ({
    start: Math.max(start, shift.from),
    end: Math.max(Math.max(start, shift.from), Math.min(end, shift.until)),
  }));
  return (shift.until - shift.from) / 60 - minutesOf(within);
}

/** A rep's day in sentences. */
export const nameOf = ({ rep, day }: SceneDay): string => `${rep.id} on ${day}`;

/** Expectations of how full and how long a day is. */
export const lengthKinds: readonly Kind[] = [atLeastADay, reserveKept, shiftLength];
