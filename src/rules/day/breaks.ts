import { formatDay } from '../../domain/calendar.ts';
import type { BreakStop, VisitStop } from '../../domain/plan.ts';
import type { Break } from '../../domain/policy.ts';
import { formatClock, inMinutes } from '../../kernel/units.ts';
import { type DayWithSeries, isPushed } from '../../domain/rep-day/pushed-break.ts';
import { plannedDays, seriesByVisit } from '../measure/planned-days.ts';
import { byRepDay } from '../obligation/by-rep-day.ts';
import { defineRule } from '../rule.ts';

/**
 * Reps get their breaks: each once, in full, within its window, and never in the middle of a visit or duty.
 */
export const breaks = defineRule({
  id: 'day/breaks',
  title: { en: 'Breaks are taken', zh: '保证休息' },
  about: {
    en: 'Each break of the policy starts within its window and has its full length. It falls between visits, during a leg, or after the return, never into a visit or a duty. Where a duty takes the beginning of its window, the break follows the duty; where duties leave no room for it, the break is left out. Agreed times come before breaks, too: a break that fits neither before nor between them starts late, right after one of them.',
    zh: '制度规定的休息须在其时段内开始并足时。休息安排在拜访之间、途中或返回之后，不打断拜访和内勤。内勤占用时段开头的，休息顺延到内勤之后；内勤未留出时间的，当天不安排该休息。约定的拜访时间同样优先于休息：其前或其间排不下的休息，紧接在约定的拜访之后，可以晚于时段。',
  },
  unit: null,
  canBeMust: true,
  params: {},
  sentences: {
    rule: { en: 'Reps take their breaks in time and in full.', zh: '按时、足时休息。' },
    count: { en: '{rep} has the break {break} {times} times on {day}.', zh: '{rep}在{day}的“{break}”休息安排了{times}次。' },
    mistimed: {
      en: '{rep} takes the break {break} from {start} to {end} on {day}; it starts between {earliest} and {latest} and lasts {minutes} min.',
      zh: '{rep}在{day}的“{break}”休息为{start}至{end}，应在{earliest}至{latest}之间开始，时长{minutes}分钟。',
    },
    interrupts: {
      en: '{rep} takes the break {break} at {start} on {day}, during a visit or a duty.',
      zh: '{rep}在{day} {start}的“{break}”休息与拜访或内勤重叠。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  /** The breaks of each rep-day. */
  obligation: (agenda) => byRepDay(agenda, (repDay) => repDay.breaks),

  *compile({ repDays }, breaksOf) {
    for (const [slot, repDay] of repDays.entries()) {
      for (const { earliest, latest, length } of breaksOf.get(repDay) ?? []) {
        yield { term: 'activity', slot, earliest, latest, length, place: null };
      }
    }
  },

  *audit(review, breaksOf) {
    const bySeries = seriesByVisit(review);
    const seriesOf = ({ visit }: VisitStop) => bySeries(visit);
    for (const day of plannedDays(review)) {
      for (const pause of breaksOf.get(day.repDay) ?? []) yield* breachesOf({ ...day, seriesOf }, pause);
    }
  },
});

function* breachesOf(day: DayWithSeries, pause: Break) {
  const { repDay, planned } = day;
  const { id, earliest, latest, length } = pause;
  const values = { rep: repDay.rep.name, day: formatDay(repDay.day), break: id };
  const taken = planned.stops.filter((stop): stop is BreakStop => stop.type === 'break' && stop.break === id);
  if (taken.length !== 1) yield { units: 1, sentence: { key: 'count', values: { ...values, times: taken.length } } };
  for (const { start, end } of taken) {
    const times = { ...values, start: formatClock(start), end: formatClock(end) };
    const isLate = start > latest && !isPushed(pause, start, day);
    if (start < earliest || isLate || end - start !== length) {
      const due = { earliest: formatClock(earliest), latest: formatClock(latest), minutes: inMinutes(length) };
      yield { units: 1, sentence: { key: 'mistimed', values: { ...times, ...due } } };
    }
    const interrupts = planned.stops.some((stop) => stop.type !== 'break' && stop.start < end && start < stop.end);
    if (interrupts) yield { units: 1, sentence: { key: 'interrupts', values: times } };
  }
}
