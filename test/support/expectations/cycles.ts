import { z } from 'zod';
import { type Scene, addDays, daysFrom, monthDays, monthOf, weekOf } from './scene.ts';

/** A calendar month, a week from Monday, one day, or so many days counted from Monday 2024-01-01. */
export const every = z.union([z.enum(['month', 'week', 'day']), z.strictObject({ days: z.int().min(1) })]);

/** A cycle as an expectation names it. */
export type Every = z.infer<typeof every>;

const ORIGIN = '2024-01-01';

/**
 * The cycles that the horizon closes, each with all its days: those whose last working day lies within it, also where
 * they begin before it.
 */
export function closedCycles(scene: Scene, length: Every): readonly (readonly string[])[] {
  const cycles = new Map(scene.horizon.map((day) => daysOfCycle(day, length)).map((days) => [days[0] ?? '', days]));
  return [...cycles.values()].filter((days) => {
    const worked = days.filter(scene.calendar.isWorkingDay);
    return worked.length > 0 && isOver(scene, worked);
  });
}

function daysOfCycle(day: string, length: Every): readonly string[] {
  if (length === 'month') return monthDays(day);
  if (length === 'week') return weekOf(day);
  if (length === 'day') return [day];
  const since = Temporal.PlainDate.from(ORIGIN).until(day).days;
  return daysFrom(addDays(day, -(((since % length.days) + length.days) % length.days)), length.days);
}

/** Whether all of these days lie before the horizon's end. */
export const isOver = ({ horizon }: Pick<Scene, 'horizon'>, days: readonly string[]): boolean =>
  days.every((day) => day <= (horizon.at(-1) ?? ''));

/** A cycle's name in sentences. */
export const cycleName = (days: readonly string[]): string => {
  const first = days[0] ?? '';
  return days.length > 27 && first.endsWith('-01') ? monthOf(first) : days.length === 1 ? first : `${first} to ${days.at(-1) ?? ''}`;
};
