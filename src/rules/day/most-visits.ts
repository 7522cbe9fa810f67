import { formatDay } from '../../domain/calendar.ts';
import type { Amount } from '../../terms/terms.ts';
import { byRepDay } from '../obligation/by-rep-day.ts';
import { priceOf } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';
import { fieldDays } from '../measure/field-days.ts';
import { prorated } from '../obligation/prorated.ts';

/** A day has no more visits than a rep can make well. */
export const mostVisits = defineRule({
  id: 'day/most-visits',
  title: { en: 'Days in the field are not too full', zh: '每日最多拜访户数' },
  about: {
    en: "A full day in the field has at most this number of visits. A full day is the rep's longest shift with the duties of every day. On a shorter shift, and where other duties take part of the day, the number shrinks with the field time, rounded down, but never below one.",
    zh: '完整外勤日的拜访户数不超过上限。完整外勤日指客户经理最长的班次，只扣除每天都有的内勤；班次较短或有其他内勤的，上限按外勤时间折算并舍去尾数，但不少于一户。',
  },
  unit: { en: 'visit above the most', zh: '户超出上限的拜访' },
  canBeMust: true,
  params: {
    most: {
      type: 'count',
      default: 40,
      least: 1,
      most: 200,
      about: { en: 'Most visits of a full day in the field.', zh: '完整外勤日的最多户数。' },
    },
  },
  sentences: {
    rule: { en: 'A full day in the field has at most {most} visits.', zh: '完整外勤日拜访不超过{most}户。' },
    crammed: {
      en: '{rep} has {visits} visits on {day}; the most are {most}.',
      zh: '{rep}在{day}拜访{visits}户，当天上限为{most}户。',
    },
  },
  sentence: ({ most }) => ({ key: 'rule', values: { most } }),

  /** The most visits of each rep-day. */
  obligation: (agenda, { most }) => byRepDay(agenda, (repDay) => Math.max(1, Math.floor(prorated(most, repDay)))),

  *compile({ repDays, series }, mostOf, stance) {
    const each: Amount = { per: new Int32Array(series.length).fill(1) };
    for (const [slot, repDay] of repDays.entries()) {
      const limit = mostOf.get(repDay);
      if (limit !== undefined) yield { term: 'aggregate', slot, of: each, side: 'above', limit, price: priceOf(stance) };
    }
  },

  *audit(review, mostOf) {
    for (const { repDay, visits } of fieldDays(review)) {
      const most = mostOf.get(repDay);
      if (most === undefined || visits.length <= most) continue;
      const values = { rep: repDay.rep.name, day: formatDay(repDay.day), visits: visits.length, most };
      yield { units: visits.length - most, sentence: { key: 'crammed', values } };
    }
  },
});
