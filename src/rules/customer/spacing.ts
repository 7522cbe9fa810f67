import { type Day, type DayRange, addDays, formatDay } from '../../domain/calendar.ts';
import type { Customer } from '../../domain/customer.ts';
import { type VisitSeries, gapsOf } from '../../domain/visit.ts';
import { priceOf } from '../obligation/prices.ts';
import { type Breach, defineRule } from '../rule.ts';
import { countedDays } from '../measure/counted-days.ts';

/** A customer's visits keep their distance in days, and none comes too long after the one before. */
export const spacing = defineRule({
  id: 'customer/spacing',
  title: { en: 'Visits keep their distance in days', zh: '两次拜访间隔适当' },
  about: {
    en: 'The days from one visit to the next are no fewer and no more than the frequency allows. A request that counts for the frequency counts here too. A gap that is certain to be too long by the end of the plan counts too, even if the next visit comes on the day after it. More than a year too long counts as a year.',
    zh: '相邻两次拜访的间隔天数，不少于也不多于拜访频率的规定。计入该频率的临时任务同样计算在内。到计划结束时已经注定超期的间隔同样计算在内。超期一年以上的按一年计。',
  },
  unit: { en: 'day too close or too long', zh: '天（间隔过短或过长）' },
  canBeMust: false,
  params: {},
  sentences: {
    rule: { en: 'Visits are as many days apart as their frequency allows.', zh: '拜访间隔天数符合拜访频率的规定。' },
    close: {
      en: '{customer} is visited on {from} and again on {until}: {days} days apart instead of {least} or more.',
      zh: '{customer}在{from}与{until}两次拜访只隔{days}天，应不少于{least}天。',
    },
    long: {
      en: '{customer} is visited on {from} and then on {until}: {days} days apart instead of {most} or fewer.',
      zh: '{customer}在{from}与{until}两次拜访相隔{days}天，应不多于{most}天。',
    },
    open: {
      en: '{customer} was last visited on {from}; the next visit comes after {days} days at the earliest instead of {most} or fewer.',
      zh: '{customer}最近一次拜访是{from}，下一次最早也要相隔{days}天，应不多于{most}天。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  /** The least and the most days between two visits, by series. Series that any two days suit have no entry. */
  obligation: ({ series }): ReadonlyMap<VisitSeries, Gaps> =>
    new Map(series.map((one) => [one, gapsOf(one)] as const).filter(([, gaps]) => isSpaced(gaps))),

  *compile({ series, horizon }, gapsBySeries, stance) {
    const price = priceOf(stance);
    for (const [index, one] of series.entries()) {
      const gaps = gapsBySeries.get(one);
      if (gaps === undefined) continue;
      const least = gaps.minGapDays;
      const most = gaps.maxGapDays ?? Infinity;
      yield {
        term: 'gap',
        series: index,
        before: one.lastVisit === null ? null : one.lastVisit - horizon.first,
        between: (days) => Math.round(price * (Math.max(0, least - days) + Math.min(MOST_LATE, Math.max(0, days - most)))),
        open: (days) => Math.round(price * Math.min(MOST_LATE, Math.max(0, days - most))),
      };
    }
  },

  *audit(review, gapsBySeries) {
    const visited = countedDays(review);
    for (const [one, gaps] of gapsBySeries) {
      const days = visited(one);
      const all = one.lastVisit === null ? days : [one.lastVisit, ...days];
      yield* breachesOf(one.customer, { gaps, days: all, horizon: review.horizon });
    }
  },
});

/** Days beyond the longest gap that count: a customer who waits for longer is not more urgent than that. */
const MOST_LATE = 366;

type Gaps = ReturnType<typeof gapsOf>;

/** Visits of a series never share a day: a least distance of one day demands nothing. */
const isSpaced = ({ minGapDays, maxGapDays }: Gaps): boolean => minGapDays > 1 || maxGapDays !== null;

/** The days of a customer's visits, in order, and the gaps that they are to keep. */
interface Spacing {
  readonly gaps: Gaps;
  readonly days: readonly Day[];
  readonly horizon: DayRange;
}

function* breachesOf({ name }: Customer, { gaps, days, horizon }: Spacing): Iterable<Breach> {
  const limits = { least: gaps.minGapDays, most: gaps.maxGapDays ?? 0 };
  const breach = (key: string, units: number, [from, until]: readonly [Day, Day]): Breach => ({
    units,
    sentence: { key, values: { customer: name, from: formatDay(from), until: formatDay(until), days: until - from, ...limits } },
  });
  const tooLong = (gap: number) => (gaps.maxGapDays === null ? 0 : Math.min(MOST_LATE, Math.max(0, gap - gaps.maxGapDays)));
  for (const [i, until] of days.entries()) {
    const from = days[i - 1];
    if (from === undefined) continue;
    const close = gaps.minGapDays - (until - from);
    const long = tooLong(until - from);
    if (close > 0) yield breach('close', close, [from, until]);
    if (long > 0) yield breach('long', long, [from, until]);
  }
  const last = days.at(-1);
  const next = addDays(horizon.last, 1);
  if (last !== undefined && tooLong(next - last) > 0) yield breach('open', tooLong(next - last), [last, next]);
}
