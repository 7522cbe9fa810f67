import { formatDay } from '../../domain/calendar.ts';
import type { RepDay } from '../../domain/rep-day.ts';
import { type Seconds, formatClock, inMinutes, minutes, seconds } from '../../kernel/units.ts';
import { minutesOver, perSecond } from '../prices.ts';
import { defineRule } from '../rule.ts';
import { fieldDays, prorated } from './measures.ts';

/**
 * Some of each day is kept free for what comes up.
 *
 * Serves P10 `visit-lines`: time for ad-hoc work and emergencies. The reserve is kept at the end of the field
 * time. A rep who comes back even later than that has used more than the reserve, and every minute counts.
 */
export const reserve = defineRule({
  id: 'day/reserve',
  title: { en: 'Time is kept for ad-hoc work', zh: '预留机动时间' },
  about: {
    en: 'On a day with visits the rep is back so long before the field time ends that ad-hoc work and emergencies have room. On a shift shorter than the longest, and where other duties than those of every day take part of the day, the reserve shrinks with the field time.',
    zh: '有拜访的当天，客户经理提前返回，为临时工作和突发事件预留时间。班次短于最长班次或有日常以外的内勤的，预留时间按外勤时间折算。',
  },
  unit: { en: 'minute of the reserve used', zh: '分钟预留时间被占用' },
  canBeMust: true,
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
      en: '{rep} is back at {end} on {day}; to keep the reserve it would be {by}.',
      zh: '{rep}在{day} {end}返回，为保留预留时间应在{by}前返回。',
    },
  },
  sentence: ({ length }) => ({ key: 'rule', values: { length: inMinutes(length) } }),

  *compile({ repDays }, { length }, stance) {
    for (const [slot, repDay] of repDays.entries()) {
      yield { term: 'aggregate', slot, of: 'end', side: 'above', limit: latestReturn(repDay, length), price: perSecond(stance) };
    }
  },

  *audit(review, { length }, stance) {
    for (const { repDay, end } of fieldDays(review)) {
      const by = latestReturn(repDay, length);
      if (end <= by) continue;
      const values = { rep: repDay.rep.name, day: formatDay(repDay.day), end: formatClock(end), by: formatClock(by) };
      yield { ...minutesOver(end - by, stance), sentence: { key: 'used', values } };
    }
  },
});

/** Clock time at which the reserve begins; never before the field time does. */
const latestReturn = (repDay: RepDay, length: Seconds): Seconds =>
  seconds(Math.max(repDay.field.from, repDay.field.until - seconds(prorated(length, repDay))));
