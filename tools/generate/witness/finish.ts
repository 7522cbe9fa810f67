import { formatDay } from '../../../src/domain/calendar.ts';
import { present } from '../../../src/kernel/assert.ts';
import { formatClock, seconds } from '../../../src/kernel/units.ts';
import { openingsOn } from './beat.ts';
import { stayTime } from './month-draft.ts';
import type { MonthTask } from './month-task.ts';
import { orderDay } from './order-day.ts';
import type { BeatMonth } from './plan-month.ts';
import { type DayTask, walkDay } from './walk-day.ts';

/** A month with every day in a good order, what it comes to, and what is wrong with it. */
export interface FinishedMonth extends BeatMonth {
  /** Time with customers, on the way and waiting ÷ field time. */
  readonly load: number;
  /** A sentence each; nothing for a month that keeps all promises. */
  readonly problems: readonly string[];
}

/** Puts each day of a month in order and walks through it. */
export function finishMonth(task: MonthTask, { days, rounds, misplaced }: BeatMonth, firstBy: number): FinishedMonth {
  const walks = days.map((day, d) => {
    const openings = task.beat.customers.map((customer) => openingsOn(customer, day.day, task.policy, task.calendar));
    const dayTask: DayTask = { beat: task.beat, day, openings };
    const round = orderDay(dayTask, present(rounds[d], 'round'), firstBy);
    return { day, round, least: task.floors[d] ?? 0, walk: walkDay(dayTask, round) };
  });
  const problems = walks.flatMap(({ day, round, least, walk: { first, end, missed } }) => {
    const late = round.length > 0 && first > firstBy;
    const found = [
      round.length < least ? `${round.length} visits instead of ${least}` : null,
      missed > 0 ? `${missed} shut doors` : null,
      late ? `first visit at ${formatClock(seconds(first))}` : null,
      end > day.field.until ? `back at ${formatClock(seconds(end))}` : null,
    ];
    return found.flatMap((problem) => (problem === null ? [] : `${formatDay(day.day)}: ${problem}`));
  });
  const busy = walks.reduce((sum, { round, walk }) => sum + stayTime(task.beat, round) + walk.away, 0);
  return {
    days,
    rounds: walks.map(({ round }) => round),
    misplaced,
    load: busy / days.reduce((sum, { fieldTime }) => sum + fieldTime, 0),
    problems: [...problems, ...misplaced.map((stop) => `customer ${stop} has other days than asked`)],
  };
}
