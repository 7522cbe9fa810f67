import type { Reason } from '../../domain/unserved/unserved.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import { literalSentence } from '../../kernel/text.ts';
import { compileProblem } from '../compile/compile-problem.ts';
import { type Board, dueVisit, ownDays } from './board.ts';
import { type Standing, fitsOn, freeTime, leastNeed, standingOf } from './fits.ts';
import { dayText, fill, lengthDown } from './words.ts';

/** The planned days of boards, as if requests had no last day: made once for each board. */
const withoutLastDays = new WeakMap<Board, Standing>();

/** Whether a visit is requested, without an appointment, and its last day comes before the end of the plan. */
export function endsEarly({ compiled }: Board, visit: number): boolean {
  const { series, visit: due } = dueVisit(compiled, visit);
  return series.origin.by === 'request' && series.times === null && due.days.last < compiled.scene.horizon.last;
}

/** A reason with the first day after the visit's last one on which it would fit as the days stand; the same reason where there is none. */
export function withLaterDay(board: Board, visit: number, reason: Reason): Reason {
  if (!endsEarly(board, visit)) return reason;
  const { scene } = board.compiled;
  const { days } = dueVisit(board.compiled, visit).visit;
  const standing = laterStanding(board);
  const closed = ownDays(board, visit);
  const slots = [...scene.repDays.keys()].filter((r) => {
    const day = scene.repDays[r]?.day ?? -1;
    return day > days.last && !closed.has(day - scene.horizon.first);
  });
  const slot = slots.toSorted((a, b) => dayOf(board, a) - dayOf(board, b) || a - b).find((r) => fitsOn(standing, visit, r));
  const repDay = slot === undefined ? undefined : scene.repDays[slot];
  if (slot === undefined || repDay === undefined) return reason;
  const need = leastNeed(standing, visit, slot);
  const { en = '', zh = '' } = reason.sentence.values;
  const text = fill(
    {
      en: '{why}; it would fit on {day}, where {free} are free, but its last day is {last}.',
      zh: '{why}；{day}空余{free}可以排下，但最晚日期为{last}。',
    },
    {
      why: { en: String(en).replace(/\.$/, ''), zh: String(zh).replace(/。$/, '') },
      free: lengthDown(freeTime(standing, visit, { slot, need })),
      day: dayText(repDay.day),
      last: dayText(days.last),
    },
  );
  return { ...reason, sentence: literalSentence(text) };
}

const dayOf = ({ compiled }: Board, r: number): number => compiled.scene.repDays[r]?.day ?? 0;

function laterStanding(board: Board): Standing {
  const known = withoutLastDays.get(board);
  if (known !== undefined) return known;
  const { compiled, travel, effort, planned } = board;
  const { scene, terms } = compiled;
  effort.add(5000 + 5 * terms.length);
  const series = scene.series.map((one) => withoutLastDay(one, scene.horizon.last));
  const standing = standingOf(compileProblem({ ...scene, series }, travel).problem, planned.tours, effort);
  withoutLastDays.set(board, standing);
  return standing;
}

const withoutLastDay = (series: VisitSeries, last: VisitSeries['visits'][number]['days']['last']): VisitSeries =>
  series.origin.by === 'request' && series.times === null
    ? { ...series, visits: series.visits.map((visit) => ({ ...visit, days: { first: visit.days.first, last } })) }
    : series;
