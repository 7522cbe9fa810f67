import type { Weekday } from '../../domain/calendar.ts';

/** The weekdays as OpenStreetMap writes them, Monday first. */
export const weekdayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The weekday of a name such as `Mo`, in any case; null for any other text. */
export function weekdayNamed(name: string): Weekday | null {
  const index = weekdayNames.findIndex((weekday) => weekday.toLowerCase() === name.trim().toLowerCase());
  return WEEKDAYS[index] ?? null;
}
