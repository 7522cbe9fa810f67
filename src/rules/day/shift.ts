import { formatDay } from '../../domain/calendar.ts';
import { mayRunLate } from '../../domain/rep-day/rep-day.ts';
import { FORBIDDEN } from '../../terms/terms.ts';
import { formatClock, hours } from '../../kernel/units.ts';
import { minutesOver } from '../measure/minutes-over.ts';
import { byRepDay } from '../obligation/by-rep-day.ts';
import { perSecond } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';
import { fieldDays } from '../measure/field-days.ts';

/**
 * The rep is back at the base when the field time ends.
 *
 * Where the rule has a price, overtime is possible up to a cap, but not where a duty closes the day.
 * Overtime is worth one and a half times working time: a price of `PT90S` a minute.
 */
export const shift = defineRule({
  id: 'day/shift',
  title: { en: 'Reps are back in time', zh: '按时返回' },
  about: {
    en: 'On a day with visits the rep is back when the shift ends, or when the office work begins that closes the day. Where the rule has a price, each minute of overtime costs it and overtime never exceeds the cap; it never delays office work.',
    zh: '有拜访的当天，客户经理须在下班前返回；当天以内勤结束的，须在内勤开始前返回。按代价计算时，每分钟加班计一次代价，且不超过上限；不得因此耽误内勤。',
  },
  unit: { en: 'minute of overtime', zh: '分钟加班' },
  canBeMust: true,
  params: {
    mostOvertime: {
      type: 'duration',
      default: hours(1),
      about: {
        en: 'The most overtime on a day where overtime is priced; a must allows none.',
        zh: '按代价计算时每天加班的上限；作为必须时不允许加班。',
      },
    },
  },
  sentences: {
    rule: { en: 'Reps are back when their field time ends.', zh: '外勤时段结束前须返回。' },
    late: {
      en: '{rep} is back at {end} on {day}, {minutes} min after the end of the field time.',
      zh: '{rep}在{day} {end}返回，超出外勤时段{minutes}分钟。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  /** The end of the field time of each rep-day, and the most overtime where it is priced. */
  obligation: (agenda, { mostOvertime }) =>
    byRepDay(agenda, (repDay) => ({ until: repDay.field.until, overtime: mayRunLate(repDay) ? mostOvertime : 0 })),

  *compile({ repDays }, endOf, stance) {
    for (const [slot, repDay] of repDays.entries()) {
      const latest = endOf.get(repDay);
      if (latest === undefined) continue;
      const { until } = latest;
      const overtime = stance === 'must' ? 0 : latest.overtime;
      yield { term: 'aggregate', slot, of: 'end', side: 'above', limit: until + overtime, price: FORBIDDEN };
      if (overtime > 0) yield { term: 'aggregate', slot, of: 'end', side: 'above', limit: until, price: perSecond(stance) };
    }
  },

  *audit(review, endOf, stance) {
    for (const { repDay, end } of fieldDays(review)) {
      const over = end - (endOf.get(repDay)?.until ?? end);
      if (over <= 0) continue;
      const values = { rep: repDay.rep.name, day: formatDay(repDay.day), end: formatClock(end), minutes: Math.ceil(over / 60) };
      yield { ...minutesOver(over, stance), sentence: { key: 'late', values } };
    }
  },
});
