import type { Weekday } from '../../../src/domain/calendar.ts';
import type { VisitingHours, Window } from '../../../src/domain/visiting-hours.ts';
import { formatClock } from '../../../src/kernel/units.ts';

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const NAMES = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** Hours in the format of the tables, such as `Mo-Su 08:00-20:00; Tu off`; empty for unknown hours. */
export function hoursText(hours: VisitingHours | null): string {
  if (hours === null) return '';
  const { byWeekday, onHolidays } = hours;
  const open = Map.groupBy(WEEK, (weekday) => timesText(byWeekday[weekday]));
  const closed = open.get('') ?? [];
  open.delete('');
  const isGap = open.size === 1 && closed.length === 1 && byWeekday[1].length > 0 && byWeekday[7].length > 0;
  const parts = isGap
    ? [`Mo-Su ${[...open.keys()].join('')}`, `${nameOf(closed)} off`]
    : [...open].map(([times, weekdays]) => `${nameOf(weekdays)} ${times}`);
  const holidays = onHolidays === null ? [] : [`PH ${timesText(onHolidays) || 'off'}`];
  return [...parts, ...holidays].join('; ');
}

const timesText = (windows: readonly Window[]): string =>
  windows.map(({ from, until }) => `${formatClock(from)}-${formatClock(until)}`).join(',');

/** Runs of weekdays, such as `Mo-We,Fr`. */
function nameOf(weekdays: readonly Weekday[]): string {
  const starts = weekdays.filter((weekday) => !weekdays.some((other) => other === weekday - 1));
  const ends = weekdays.filter((weekday) => !weekdays.some((other) => other === weekday + 1));
  return starts.map((start, i) => (start === ends[i] ? short(start) : `${short(start)}-${short(ends[i] ?? start)}`)).join(',');
}

const short = (weekday: Weekday): string => NAMES[weekday - 1] ?? '';
