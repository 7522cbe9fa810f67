import type { Seconds } from '../../kernel/units.ts';
import { agreedTimes } from '../hours/meeting-hours.ts';
import type { PlannedDay, VisitStop } from '../plan.ts';
import type { Break } from '../policy.ts';
import type { VisitSeries } from '../visit.ts';
import type { RepDay } from './rep-day.ts';

/** A planned day with its rep-day, and the series of its visits; null for a visit that is not due. */
export interface DayWithSeries {
  readonly planned: PlannedDay;
  readonly repDay: RepDay;
  readonly seriesOf: (visit: VisitStop) => VisitSeries | null;
}

/** A visit at an agreed time: its latest start by agreement, and its earliest end. */
interface Agreed {
  readonly stop: VisitStop;
  readonly latestStart: number;
  readonly earliestEnd: number;
}

/**
 * Whether agreed times push a break past the end of its window, as duties do. It then starts right after a visit that
 * keeps an agreed time, and would fit neither before nor between the agreed times of the day so far.
 */
export function isPushed({ id, earliest, length }: Break, start: Seconds, day: DayWithSeries): boolean {
  const { planned, repDay } = day;
  const left = leftBefore(planned.stops, id, start);
  const agreed = planned.stops.flatMap((stop) => (stop.type === 'visit' && stop.end <= left ? agreedAt(day, stop) : []));
  const last = agreed.at(-1);
  if (last === undefined || last.stop.end !== left || last.stop.start > last.latestStart) return false;
  return agreed.every(({ latestStart }, i) => {
    const free = Math.max(earliest, agreed[i - 1]?.earliestEnd ?? repDay.field.from);
    return free + length > latestStart;
  });
}

/** The time from which nothing but other breaks, one after the other, leads to a break's start. */
function leftBefore(stops: PlannedDay['stops'], id: string, start: Seconds): Seconds {
  const before = stops.find((stop) => stop.type === 'break' && stop.break !== id && stop.start < start && stop.end === start);
  return before === undefined ? start : leftBefore(stops, id, before.start);
}

function agreedAt({ planned, seriesOf }: DayWithSeries, stop: VisitStop): readonly Agreed[] {
  const series = seriesOf(stop);
  const times = series === null ? null : agreedTimes(series, planned.day);
  if (series === null || times === null || times.length === 0) return [];
  const [first, last] = [Math.min(...times.map(({ from }) => from)), Math.max(...times.map(({ until }) => until))];
  const stay = stop.end - stop.start;
  // A promise is one start, however long the visit.
  const latestStart = series.times === null ? first : last - stay;
  return [{ stop, latestStart, earliestEnd: first + (series.times === null ? stay : series.dwell) }];
}
