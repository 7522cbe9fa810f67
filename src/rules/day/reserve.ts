import { formatDay } from '../../domain/calendar.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import { formatClock, inMinutes, minutes, seconds } from '../../kernel/units.ts';
import { minutesOver } from '../measure/minutes-over.ts';
import { byRepDay } from '../obligation/by-rep-day.ts';
import { perSecond } from '../obligation/prices.ts';
import { seriesByVisit } from '../measure/planned-days.ts';
import { defineRule } from '../rule.ts';
import { fieldDays } from '../measure/field-days.ts';
import { prorated } from '../obligation/prorated.ts';

/**
 * Part of each day is kept free for ad-hoc work, and ad-hoc visits may use it.
 *
 * Serves P10 `visit-lines`: time for ad-hoc work and emergencies, which go first but take no more than that time. The
 * reserve is a budget of the day: all other visits leave that much of the field time, and an ad-hoc visit uses as much of
 * the budget as its stay. Each minute by which a rep comes back later has its price, so that optional visits make way
 * first, and then visits without a promise.
 */
export const reserve = defineRule({
  id: 'day/reserve',
  title: { en: 'Time is kept for ad-hoc work', zh: '预留机动时间' },
  about: {
    en: 'On a day with visits the rep is back early enough to leave time for ad-hoc work and emergencies before the field time ends. Visits of ad-hoc requests may use this reserve: the rep may be back later by the time with these customers, up to the whole reserve. On a shift shorter than the longest, and where other duties than those of every day take part of the day, the reserve shrinks with the field time.',
    zh: '有拜访的当天，客户经理提前返回，为临时工作和突发事件预留时间。临时任务的拜访可占用预留时间：返回时间可按其停留时间顺延，最多用完全部预留时间。班次短于最长班次或有日常以外的内勤的，预留时间按外勤时间折算。',
  },
  unit: { en: 'minute of the reserve used', zh: '分钟预留时间被占用' },
  canBeMust: false,
  params: {
    length: {
      type: 'duration',
      default: minutes(30),
      about: { en: 'Time kept free on a full day in the field.', zh: '完整外勤日的预留时间。' },
    },
  },
  sentences: {
    rule: { en: 'A full day in the field keeps {length} min for ad-hoc work.', zh: '完整外勤日预留{length}分钟处理临时工作。' },
    used: {
      en: '{rep} is back at {end} on {day}; to keep the rest of the reserve it should be {by}.',
      zh: '{rep}在{day} {end}返回，为保留余下的预留时间应在{by}前返回。',
    },
  },
  sentence: ({ length }) => ({ key: 'rule', values: { length: inMinutes(length) } }),

  obligation: (agenda, { length }) => ({
    /** The reserve of each rep-day: when it begins, never before the field time does, and how long it is. */
    reserveOf: byRepDay(agenda, (repDay) => {
      const { from, until } = repDay.field;
      const most = seconds(Math.min(until - from, prorated(length, repDay)));
      return { by: seconds(until - most), most };
    }),
    /** The visits that may use it, with their stay. */
    stayOf: new Map(agenda.series.filter(isAdHoc).map((one) => [one, one.dwell])),
  }),

  *compile({ repDays, series }, { reserveOf, stayOf }, stance) {
    const per = Int32Array.from(series, (one) => stayOf.get(one) ?? 0);
    const price = perSecond(stance);
    for (const [slot, repDay] of repDays.entries()) {
      const kept = reserveOf.get(repDay);
      if (kept === undefined) continue;
      const term = { term: 'aggregate', slot, of: 'end', side: 'above', limit: kept.by, price } as const;
      yield per.some((stay) => stay > 0) ? { ...term, eased: { by: { per }, most: kept.most } } : term;
    }
  },

  *audit(review, { reserveOf, stayOf }, stance) {
    const seriesOf = seriesByVisit(review);
    for (const { repDay, visits, end } of fieldDays(review)) {
      const kept = reserveOf.get(repDay);
      if (kept === undefined) continue;
      const series = visits.flatMap(({ visit }) => seriesOf(visit) ?? []);
      const used = series.reduce((sum, one) => sum + (stayOf.get(one) ?? 0), 0);
      const latest = seconds(kept.by + Math.min(used, kept.most));
      if (end <= latest) continue;
      const values = { rep: repDay.rep.name, day: formatDay(repDay.day), end: formatClock(end), by: formatClock(latest) };
      yield { ...minutesOver(end - latest, stance), sentence: { key: 'used', values } };
    }
  },
});

const isAdHoc = ({ answers }: VisitSeries): boolean => answers.length > 0 && answers.every(({ source }) => source === 'ad-hoc');
