import { callShares } from '../../domain/call-time.ts';
import { formatDay } from '../../domain/calendar.ts';
import { formatClock, inMinutes, seconds } from '../../kernel/units.ts';
import { minutesOver } from '../measure/minutes-over.ts';
import { perSecond } from '../obligation/prices.ts';
import { type Review, type Scene, defineRule } from '../rule.ts';
import { fieldDays } from '../measure/field-days.ts';

/**
 * Calls that are due have their time.
 *
 * Serves P9 `key-accounts`: calls come by a cadence of their own beside the visits. What a week's calls take is shared
 * out over the rep's days of that week, and kept free at the end of each day in the field. When which customer is
 * called is decided once the visits stand: in that time, or sooner where the rep waits anyway.
 */
export const callTime = defineRule({
  id: 'day/call-time',
  title: { en: 'Calls have their time', zh: '预留电话联系时间' },
  about: {
    en: "The calls that are due take their share of the rep's days on which they may be made and are answered: after the visits there is so much time before the field time ends. The calls themselves are placed once the visits are, where the rep is free and the customer can be reached.",
    zh: '到期的电话联系分摊到可以联系上客户的各天：每天拜访结束后，在外勤时间结束前留出相应时间。拜访排定后，再把电话安排在客户经理空闲且客户方便接听的时段。',
  },
  unit: { en: 'minute of the time for calls used', zh: '分钟电话时间被占用' },
  canBeMust: false,
  params: {},
  sentences: {
    rule: { en: 'The calls that are due have their time in each week.', zh: '每周到期的电话联系都有时间完成。' },
    noTime: {
      en: 'On the days of this call, whoever makes it has no free time at hours at which the customer can be reached.',
      zh: '在应联系的日期内，负责联系的人员在客户方便接听的时段没有空闲时间。',
    },
    used: {
      en: '{rep} is back at {end} on {day}; to keep {minutes} min for calls it would be {by}.',
      zh: '{rep}在{day} {end}返回，为留出{minutes}分钟电话时间应在{by}前返回。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  obligation: (_agenda, params) => params,

  *compile(scene, _params, stance) {
    for (const [slot, { by, share }] of latestReturns(scene).entries()) {
      if (share > 0) yield { term: 'aggregate', slot, of: 'end', side: 'above', limit: by, price: perSecond(stance) };
    }
  },

  *audit(review, _params, stance) {
    const latest = new Map(latestReturns(review).map((limit) => [limit.repDay, limit]));
    for (const { repDay, end } of fieldDays(review)) {
      const { by, share } = latest.get(repDay) ?? { by: end, share: seconds(0) };
      if (share === 0 || end <= by) continue;
      const values = {
        rep: repDay.rep.name,
        day: formatDay(repDay.day),
        end: formatClock(end),
        minutes: inMinutes(share),
        by: formatClock(by),
      };
      yield { ...minutesOver(end - by, stance), sentence: { key: 'used', values } };
    }
  },
});

/** [rep-day] clock time by which the rep is to be back, never before the field time, and how much time the calls take. */
function latestReturns({ territory, repDays, calls }: Pick<Scene & Review, 'territory' | 'repDays' | 'calls'>) {
  const shares = callShares(territory, repDays, calls);
  return repDays.map((repDay, slot) => {
    const share = shares[slot] ?? seconds(0);
    return { repDay, share, by: seconds(Math.max(repDay.field.from, repDay.field.until - share)) };
  });
}
