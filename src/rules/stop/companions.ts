import { formatDay } from '../../domain/calendar.ts';
import { companionHours, fixedTimes, withPromisedTime } from '../../domain/hours/meeting-hours.ts';
import { formatClock } from '../../kernel/units.ts';
import { plannedVisits, seriesByVisit } from '../measure/planned-days.ts';
import { defineRule } from '../rule.ts';
import { isWithin } from '../measure/windows.ts';
import { windowsByDay } from '../obligation/windows-by-day.ts';
import { windowTerms } from './window-terms.ts';

/**
 * Visits with a companion fall into the hours of the companion.
 *
 * Serves P6 `health-products`: the dealer's salesman goes along to the dealer's customers. The rule cannot keep two reps
 * from needing one companion at the same time: terms concern one visit at a time.
 */
export const companions = defineRule({
  id: 'stop/companions',
  title: { en: 'Companions have time for the visit', zh: '陪同人员有空时拜访' },
  about: {
    en: "A visit with a companion falls into the companion's hours, and on none of the companion's days off. An agreed time goes first. Two reps may need the same companion at the same time: better give all customers of one companion to one rep.",
    zh: '需要陪同的拜访安排在陪同人员有空的时段，避开其休息日；已约定时间的，按约定时间。同一陪同人员若带领多名客户经理，可能同一时间被两人需要，宜由一名客户经理负责其带领的全部客户。',
  },
  unit: null,
  canBeMust: true,
  params: {},
  sentences: {
    rule: { en: 'Visits fall into the hours of their companion.', zh: '拜访须在陪同人员有空的时段。' },
    busy: {
      en: '{customer} is visited from {start} to {end} on {day}, when the companion {companion} has no time.',
      zh: '{customer}在{day} {start}至{end}安排了拜访，而陪同人员{companion}当时没有空。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  /** The hours of the companion; a time that is agreed on goes before them. */
  obligation: (agenda) =>
    windowsByDay(agenda, (one, day) => {
      const hours = companionHours(agenda.territory, one, day);
      return hours === null || fixedTimes(one, day) !== null ? null : withPromisedTime(hours, one, day);
    }),

  *compile(scene, windows) {
    yield* windowTerms(scene, windows);
  },

  *audit(review, windows) {
    const seriesOf = seriesByVisit(review);
    for (const { stop, customer, planned } of plannedVisits(review)) {
      const series = seriesOf(stop.visit);
      const hours = series === null ? undefined : windows.get(series)?.get(planned.day);
      if (hours === undefined || isWithin(stop, hours)) continue;
      const values = { customer: customer.name, companion: series?.companion?.name ?? '', day: formatDay(planned.day) };
      yield { units: 1, sentence: { key: 'busy', values: { ...values, start: formatClock(stop.start), end: formatClock(stop.end) } } };
    }
  },
});
