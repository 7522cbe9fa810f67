import { daysOf, formatDay, holds } from '../../domain/calendar.ts';
import { meetingHours } from '../../domain/meeting-hours.ts';
import type { Window } from '../../domain/visiting-hours.ts';
import { formatClock } from '../../kernel/units.ts';
import { plannedVisits, seriesByVisit } from '../planned-days.ts';
import { defineRule } from '../rule.ts';

const MIDNIGHT = 86_400;

/** Visits fall into the hours at which customer, contact and companion have time, or at the time agreed on, from start to end. */
export const openingHours = defineRule({
  id: 'stop/opening-hours',
  title: { en: 'Visits fall into visiting hours', zh: '在可拜访时间内拜访' },
  about: {
    en: "A visit starts and ends within one stretch of the customer's visiting hours on that day. On public holidays the hours for holidays hold, where there are any. Where nothing is known of a customer, the policy's hours for town or country hold. The contact who is met and the companion who leads the way need to have time too. A visit with an appointment is made at its time, whatever the hours.",
    zh: '拜访从开始到结束都落在客户当天的同一段可拜访时间内。法定节假日按客户的节假日时间，没有单列的照星期几的时间；客户时间不详的，按制度为城区或农村规定的默认时间。要见的联系人和陪同人员当时也要有空。有预约的拜访按约定时间进行，不受上述时间限制。',
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

  *compile({ territory, horizon, repDays, series }) {
    const worked = new Set(repDays.map(({ day }) => day));
    const days = daysOf(horizon).filter((day) => worked.has(day));
    for (const [index, one] of series.entries()) {
      for (const day of days) {
        if (!one.visits.some((visit) => holds(visit.days, day))) continue;
        const windows = meetingHours(territory, one, day);
        if (!isAllDay(windows)) yield { term: 'windows', series: index, day: day - horizon.first, windows };
      }
    }
  },

  *audit(review) {
    const seriesOf = seriesByVisit(review);
    for (const { stop, customer, planned } of plannedVisits(review)) {
      const series = seriesOf(stop.visit);
      if (series === null) continue;
      const windows = meetingHours(review.territory, series, planned.day);
      if (windows.some(({ from, until }) => from <= stop.start && stop.end <= until)) continue;
      const values = { customer: customer.name, day: formatDay(planned.day) };
      const times = { start: formatClock(stop.start), end: formatClock(stop.end), hours: hoursText(windows) };
      const key = windows.length === 0 ? 'closed' : 'outside';
      yield { units: 1, sentence: { key, values: { ...values, ...times } } };
    }
  },
});

const isAllDay = (windows: readonly Window[]): boolean => windows.some(({ from, until }) => from === 0 && until === MIDNIGHT);

const hoursText = (windows: readonly Window[]): string =>
  windows.map(({ from, until }) => `${formatClock(from)}–${formatClock(until)}`).join(', ');
