import { type DayRange, type Weekday, weekdayOf } from '../../domain/calendar.ts';
import { priceOf } from '../obligation/prices.ts';
import { lastVisits, usualWeekday } from '../obligation/usual-visits.ts';
import { type Agenda, defineRule } from '../rule.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import { mostFrequent } from '../measure/most-frequent.ts';
import { servedVisits } from '../measure/served-visits.ts';

/**
 * A customer's visits fall on one weekday, so that it knows when to expect the rep.
 *
 * The usual weekday is that of most of its last visits, those of earlier plans included. Where none is clear, it is the
 * weekday of most of its visits in the plan; within seven days no two visits can share a weekday.
 */
export const sameWeekday = defineRule({
  id: 'customer/same-weekday',
  title: { en: 'A customer is visited on the same weekday', zh: '固定星期几拜访' },
  about: {
    en: "Each of a customer's visits that is not on its usual weekday costs the price. The usual weekday is that of at least two, and of three in five, of its last five visits. A customer without one has the weekday of most of its visits in the plan, where the plan is longer than seven days. Visits for requests are free to choose.",
    zh: '同一客户的拜访，凡不在惯常星期几的，每次按此代价计算。惯常星期几取最近五次拜访中至少两次且占六成以上的星期几；没有的，计划超过七天时取计划期内拜访次数最多的星期几。临时任务不受此限。',
  },
  unit: { en: 'visit on another weekday', zh: '次不在惯常星期几的拜访' },
  canBeMust: false,
  params: {},
  sentences: {
    rule: { en: "A customer's visits fall on the same weekday.", zh: '同一客户固定在星期几拜访。' },
    other: {
      en: '{customer}: {others} of {visits} visits are not on the usual weekday.',
      zh: '{customer}：{visits}次拜访中有{others}次不在惯常的星期几。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  /** The usual weekday of each series that has one; null for that of most of its visits in the plan. */
  obligation: weekdaysOf,

  *compile({ series, repDays }, weekdayFor, stance) {
    for (const [index, one] of series.entries()) {
      const weekday = weekdayFor.get(one);
      if (weekday === undefined) continue;
      if (weekday === null) yield { term: 'weekday', series: index, price: priceOf(stance) };
      else {
        for (const [slot, { day }] of repDays.entries()) {
          if (weekdayOf(day) !== weekday) yield { term: 'slot', series: index, slot, price: priceOf(stance) };
        }
      }
    }
  },

  *audit(review, weekdayFor) {
    const served = servedVisits(review);
    for (const [one, weekday] of weekdayFor) {
      const weekdays = served(one).map(({ day }) => weekdayOf(day));
      const usual = weekday === null ? mostFrequent(weekdays) : weekdays.filter((other) => other === weekday).length;
      const others = weekdays.length - usual;
      if (others === 0) continue;
      yield { units: others, sentence: { key: 'other', values: { customer: one.customer.name, visits: weekdays.length, others } } };
    }
  },
});

function weekdaysOf(agenda: Agenda): ReadonlyMap<VisitSeries, Weekday | null> {
  const last = lastVisits(agenda);
  return new Map(
    agenda.series.flatMap((one): readonly (readonly [VisitSeries, Weekday | null])[] => {
      if (one.origin.by === 'request') return [];
      const usual = usualWeekday((last.get(one) ?? []).map(({ day }) => day));
      return usual !== null || (one.visits.length > 1 && hasWeekdaysTwice(agenda.horizon)) ? [[one, usual]] : [];
    }),
  );
}

const hasWeekdaysTwice = ({ first, last }: DayRange): boolean => last - first >= 7;
