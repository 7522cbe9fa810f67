import { formatDay } from '../../domain/calendar.ts';
import { fixedTimes, welcomeHours, withPromisedTime } from '../../domain/hours/meeting-hours.ts';
import { formatClock } from '../../kernel/units.ts';
import { plannedVisits, seriesByVisit } from '../measure/planned-days.ts';
import { defineRule } from '../rule.ts';
import { hoursText, isWithin } from '../measure/windows.ts';
import { windowsByDay } from '../obligation/windows-by-day.ts';
import { windowTerms } from './window-terms.ts';

/** Visits fall into the hours at which customer and contact have time, from start to end. */
export const openingHours = defineRule({
  id: 'stop/opening-hours',
  title: { en: 'Visits fall into visiting hours', zh: '在可拜访时间内拜访' },
  about: {
    en: "A visit starts and ends within one window of the customer's visiting hours on that day. On public holidays the customer's hours for holidays hold, if it has any. For a customer without known hours, the policy's hours for town or country hold. The contact to meet needs to have time too. A visit with an agreed time need not keep the visiting hours.",
    zh: '拜访从开始到结束都落在客户当天的同一段可拜访时间内。法定节假日按客户的节假日时间，没有单列的照星期几的时间；客户时间不详的，按制度为城区或农村规定的默认时间。要见的联系人当时也要有空。已约定时间的拜访不受上述时间限制。',
  },
  unit: null,
  canBeMust: true,
  params: {},
  sentences: {
    rule: { en: "Visits fall into the customer's visiting hours.", zh: '拜访须在客户的可拜访时间内。' },
    outside: {
      en: '{customer} is visited from {start} to {end} on {day}; visiting hours are {hours}.',
      zh: '{customer}在{day}的拜访时间为{start}至{end}，而可拜访时间为{hours}。',
    },
    closed: {
      en: '{customer} is visited on {day}, when there are no visiting hours.',
      zh: '{customer}在{day}不接待拜访，却安排了拜访。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  /** The hours of customer and contact; a time that is agreed on goes before them. */
  obligation: (agenda) =>
    windowsByDay(agenda, (one, day) =>
      fixedTimes(one, day) === null ? withPromisedTime(welcomeHours(agenda.territory, one, day), one, day) : null,
    ),

  *compile(scene, windows) {
    yield* windowTerms(scene, windows);
  },

  *audit(review, windows) {
    const seriesOf = seriesByVisit(review);
    for (const { stop, customer, planned } of plannedVisits(review)) {
      const series = seriesOf(stop.visit);
      const hours = series === null ? undefined : windows.get(series)?.get(planned.day);
      if (hours === undefined || isWithin(stop, hours)) continue;
      const values = { customer: customer.name, day: formatDay(planned.day) };
      const times = { start: formatClock(stop.start), end: formatClock(stop.end), hours: hoursText(hours) };
      const key = hours.length === 0 ? 'closed' : 'outside';
      yield { units: 1, sentence: { key, values: { ...values, ...times } } };
    }
  },
});
