import { formatDay } from '../../domain/calendar.ts';
import type { RepDay } from '../../domain/rep-day/rep-day.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import { type Seconds, formatClock, inMinutes, minutes, seconds } from '../../kernel/units.ts';
import { minutesOver } from '../measure/minutes-over.ts';
import { perSecond } from '../obligation/prices.ts';
import { seriesByVisit } from '../measure/planned-days.ts';
import { defineRule } from '../rule.ts';
import { type FieldDay, fieldDays } from '../measure/field-days.ts';
import { prorated } from '../obligation/prorated.ts';

/**
 * Some of each day is kept free for what comes up, and what comes up may use it.
 *
 * Serves P10 `visit-lines`: time for ad-hoc work and emergencies, which may go first but not beyond that time. The
 * reserve is a budget of the day: whatever else is planned leaves so much of the field time, and a visit that an
 * ad-hoc request asks for draws on it by its stay. A rep who comes back later than that pays for every minute, so
 * that optional visits, and then those that nobody was promised, make way.
 */
export const reserve = defineRule({
  id: 'day/reserve',
  title: { en: 'Time is kept for ad-hoc work', zh: '预留机动时间' },
  about: {
    en: 'On a day with visits the rep is back so long before the field time ends that ad-hoc work and emergencies have room. Visits that ad-hoc requests ask for may use the reserve: the rep may be back later by the time with these customers, up to the whole of it. On a shift shorter than the longest, and where other duties than those of every day take part of the day, the reserve shrinks with the field time.',
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
      en: '{rep} is back at {end} on {day}; to keep what is left of the reserve it would be {by}.',
      zh: '{rep}在{day} {end}返回，为保留余下的预留时间应在{by}前返回。',
    },
  },
  sentence: ({ length }) => ({ key: 'rule', values: { length: inMinutes(length) } }),

  obligation: (_agenda, params) => params,

  *compile({ repDays, series }, { length }, stance) {
    const per = Int32Array.from(series, (one) => (isAdHoc(one) ? one.dwell : 0));
    const price = perSecond(stance);
    for (const [slot, repDay] of repDays.entries()) {
      const { by, most } = budgetOf(repDay, length);
      const term = { term: 'aggregate', slot, of: 'end', side: 'above', limit: by, price } as const;
      yield per.some((stay) => stay > 0) ? { ...term, eased: { by: { per }, most } } : term;
    }
  },

  *audit(review, { length }, stance) {
    const seriesOf = seriesByVisit(review);
    const stayOf = ({ visits }: FieldDay) =>
      visits.reduce((sum, { visit }) => {
        const series = seriesOf(visit);
        return series !== null && isAdHoc(series) ? sum + series.dwell : sum;
      }, 0);
    for (const field of fieldDays(review)) {
      const { repDay, end } = field;
      const { by, most } = budgetOf(repDay, length);
      const latest = seconds(by + Math.min(stayOf(field), most));
      if (end <= latest) continue;
      const values = { rep: repDay.rep.name, day: formatDay(repDay.day), end: formatClock(end), by: formatClock(latest) };
      yield { ...minutesOver(end - latest, stance), sentence: { key: 'used', values } };
    }
  },
});

const isAdHoc = ({ asked }: VisitSeries): boolean => asked.by === 'request' && asked.request.source === 'ad-hoc';

/** The clock time at which the reserve begins, never before the field time does, and how long it is. */
function budgetOf(repDay: RepDay, length: Seconds): { readonly by: Seconds; readonly most: Seconds } {
  const { from, until } = repDay.field;
  const most = seconds(Math.min(until - from, prorated(length, repDay)));
  return { by: seconds(until - most), most };
}
