import { callShares } from '../../domain/calls/call-time.ts';
import { formatDay } from '../../domain/calendar.ts';
import type { Policy } from '../../domain/policy.ts';
import { formatClock, inMinutes, seconds } from '../../kernel/units.ts';
import { minutesOver } from '../measure/minutes-over.ts';
import { perSecond } from '../obligation/prices.ts';
import { byRepDay } from '../obligation/by-rep-day.ts';
import { defineRule } from '../rule.ts';
import { fieldDays } from '../measure/field-days.ts';

/** The most calls that a rep makes on a day by a policy; null where it has no limit. */
export function mostCallsADay({ rules }: Pick<Policy, 'rules'>): number | null {
  const most = rules.find(({ rule }) => rule === callTime.id)?.params['mostADay'];
  return typeof most === 'number' ? most : null;
}

/**
 * Calls that are due have their time.
 *
 * Serves P9 `key-accounts`: calls have a frequency of their own beside the visits. The time of a week's calls is shared
 * out over the rep's days of that week, and kept free at the end of each day in the field. The calls get their times
 * after the visits are planned: in that time, or earlier where the rep waits anyway.
 */
export const callTime = defineRule({
  id: 'day/call-time',
  title: { en: 'Calls have their time', zh: '预留电话联系时间' },
  about: {
    en: "The calls that are due share the rep's days on which they may be made and the customer can be reached: their time stays free between the visits and the end of the field time. The calls get their times after the visits are planned, when the rep is free and the customer can be reached: spread over the days, and never on a day on which the rep is at the customer.",
    zh: '到期的电话联系分摊到可以联系上客户的各天：每天拜访结束后，在外勤时间结束前留出相应时间。拜访排定后，再把电话安排在客户经理空闲且客户方便接听的时段，分散在各天，当天要上门的客户不再打电话。',
  },
  unit: { en: 'minute of the time for calls used', zh: '分钟电话时间被占用' },
  canBeMust: false,
  params: {
    mostADay: {
      type: 'count',
      default: 20,
      least: 1,
      most: 200,
      about: {
        en: 'Most calls of a rep on one day; calls beyond that go to other days.',
        zh: '每人每天最多电话数，超出的安排到其他日期。',
      },
    },
  },
  sentences: {
    rule: {
      en: 'The calls that are due have their time in each week, at most {mostADay} on a day.',
      zh: '每周到期的电话联系都有时间完成，每天最多{mostADay}通。',
    },
    noTime: {
      en: 'On the days of this call, the rep who makes it has no free time at hours at which the customer can be reached.',
      zh: '在应联系的日期内，负责联系的人员在客户方便接听的时段没有空闲时间。',
    },
    visited: {
      en: 'On each day of this call on which the rep works, the rep is at the customer.',
      zh: '在应联系的日期内，客户经理每个工作日都要上门拜访该客户。',
    },
    full: {
      en: 'On the days of this call, the rep who makes it has {most} calls already, the most of a day.',
      zh: '在应联系的日期内，负责联系的人员每天的电话已达上限{most}通。',
    },
    noTimeOrFull: {
      en: 'On the days of this call, the rep who makes it has {most} calls already, the most of a day, or no free time at hours at which the customer can be reached.',
      zh: '在应联系的日期内，负责联系的人员有的日子电话已达上限{most}通，其余日子在客户方便接听的时段没有空闲时间。',
    },
    used: {
      en: '{rep} is back at {end} on {day}; to keep {minutes} min for calls it should be {by}.',
      zh: '{rep}在{day} {end}返回，为留出{minutes}分钟电话时间应在{by}前返回。',
    },
  },
  sentence: ({ mostADay }) => ({ key: 'rule', values: { mostADay } }),

  /** The latest return of each rep-day on which required calls take time. */
  obligation: (agenda) => {
    const shares = callShares(agenda.territory, agenda.repDays, agenda.calls);
    return byRepDay(agenda, ({ field }, slot) => {
      const share = shares[slot] ?? seconds(0);
      // Never before the field time begins.
      return share === 0 ? null : { share, by: seconds(Math.max(field.from, field.until - share)) };
    });
  },

  *compile({ repDays }, latestReturns, stance) {
    for (const [slot, repDay] of repDays.entries()) {
      const latest = latestReturns.get(repDay);
      if (latest !== undefined) yield { term: 'aggregate', slot, of: 'end', side: 'above', limit: latest.by, price: perSecond(stance) };
    }
  },

  *audit(review, latestReturns, stance) {
    for (const { repDay, end } of fieldDays(review)) {
      const latest = latestReturns.get(repDay);
      if (latest === undefined || end <= latest.by) continue;
      const times = { end: formatClock(end), minutes: inMinutes(latest.share), by: formatClock(latest.by) };
      const values = { rep: repDay.rep.name, day: formatDay(repDay.day), ...times };
      yield { ...minutesOver(end - latest.by, stance), sentence: { key: 'used', values } };
    }
  },
});
