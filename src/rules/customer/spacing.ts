import { type Day, type DayRange, addDays, formatDay } from '../../domain/calendar.ts';
import { countsTowards } from '../../domain/one-trip.ts';
import { type VisitSeries, gapsOf } from '../../domain/visit.ts';
import { hours } from '../../kernel/units.ts';
import { priceOf } from '../obligation/prices.ts';
import { daysWithoutRoom } from '../obligation/possible-days.ts';
import { type Breach, defineRule } from '../rule.ts';
import { type CountedDay, countedDays } from '../measure/counted-days.ts';

/**
 * A customer's visits keep their distance in days, and none comes too long after the one before.
 *
 * A visit that comes too close to another costs more than all that it can be worth, so that it is left out instead. Only
 * promised days and requests may be too close: the customer asked for them.
 */
export const spacing = defineRule({
  id: 'customer/spacing',
  title: { en: 'Visits keep their distance in days', zh: '两次拜访间隔适当' },
  about: {
    en: 'The days from one visit to the next are no fewer and no more than the frequency allows. A request that counts for the frequency counts here too. A visit too close to the one before it costs 40 hours more, and the price of leaving out a visit of the dearest tier: the plan leaves it out instead. Promised and requested visits do not pay this. Each cycle needs days for all its required visits. A visit whose day leaves too few days for another one costs half the price of leaving the other one out. A gap that is certain to be too long by the end of the plan counts too, even if the next visit comes on the day after it. More than a year too long counts as a year.',
    zh: '相邻两次拜访的间隔天数，不少于也不多于拜访频率的规定。计入该频率的临时任务同样计算在内。既未承诺也无人要求的拜访，若与另一次间隔过短，另加40小时和漏访代价最高级别的漏访代价，因此宁可不安排。拜访日期若使同周期另一必访任务无法按间隔安排，加计其漏访代价的一半。到计划结束时已经注定超期的间隔同样计算在内。超期一年以上的按一年计。',
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
    room: {
      en: '{customer} is visited on {from}, which leaves its other required visits no room at {least} days apart.',
      zh: '{customer}安排在{from}拜访，其余必访任务无法保持{least}天间隔。',
    },
    open: {
      en: '{customer} was last visited on {from}; the next visit comes after {days} days at the earliest instead of {most} or fewer.',
      zh: '{customer}最近一次拜访是{from}，下一次最早也要相隔{days}天，应不多于{most}天。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  /** The least and the most days between two visits, by series. Series that any two days suit have no entry. */
  obligation: (agenda): ReadonlyMap<VisitSeries, Gaps> => {
    const { territory, series } = agenda;
    const ofCustomers = Map.groupBy(series, ({ customer }) => customer.id);
    const priceOfTier = new Map(territory.policy.tiers.map(({ id, unserved }): [string, number] => [id, unserved]));
    const dearest = Math.max(0, ...priceOfTier.values());
    const withoutRoom = daysWithoutRoom(agenda);
    const spaced = series.filter((one) => isSpaced(gapsOf(one)));
    return new Map(
      spaced.map((one): [VisitSeries, Gaps] => {
        const others = (ofCustomers.get(one.customer.id) ?? []).filter((other) => countsTowards(other, one));
        // Days that are given leave the visits room or not, whatever the plan does.
        const isFree = others.length === 0 && one.commitments.length === 0;
        return [
          one,
          {
            ...gapsOf(one),
            ...leastGiven(one, others),
            crowding: Math.round(CROWDING + dearest * Math.max(1, ...one.visits.map(({ weight }) => weight))),
            daysWithoutRoom: new Set(isFree ? withoutRoom(one) : []),
            takenRoom: Math.round((priceOfTier.get(one.customer.tier) ?? 0) / 2),
          },
        ];
      }),
    );
  },

  *compile({ series, repDays, horizon }, gapsBySeries, stance) {
    const price = priceOf(stance);
    for (const [index, one] of series.entries()) {
      const gaps = gapsBySeries.get(one);
      if (gaps === undefined) continue;
      const most = gaps.maxGapDays ?? Infinity;
      const between = (least: number) => (days: number) =>
        Math.round(price * (Math.max(0, least - days) + Math.min(MOST_LATE, Math.max(0, days - most))));
      const own = between(gaps.minGapDays);
      yield {
        term: 'gap',
        series: index,
        before: one.lastVisit === null ? null : one.lastVisit - horizon.first,
        between: (days) => own(days) + (days < gaps.leastPromised ? gaps.crowding : 0),
        open: (days) => Math.round(price * Math.min(MOST_LATE, Math.max(0, days - most))),
        given: { first: between(gaps.leastToRequest), between: between(gaps.leastOfRequests) },
      };
      for (const [slot, { day }] of repDays.entries()) {
        if (gaps.daysWithoutRoom.has(day)) yield { term: 'slot', series: index, slot, price: gaps.takenRoom };
      }
    }
  },

  *audit(review, gapsBySeries, stance) {
    const visited = countedDays(review);
    for (const [one, gaps] of gapsBySeries) {
      yield* breachesOf(one, { gaps, days: visited(one), horizon: review.horizon, price: priceOf(stance) });
    }
  },
});

/** Days beyond the longest gap that count: a customer who waits for longer is not more urgent than that. */
const MOST_LATE = 366;

/**
 * A visit too close to another costs so much besides, and what leaving out a visit of the dearest tier costs: more than paces,
 * level days and minimums can pay for it.
 */
const CROWDING = hours(40);

/** The days between a series' visits. Requests that count for it have days of their own: they keep as much distance as those allow. */
interface Gaps extends ReturnType<typeof gapsOf> {
  /** The fewest days from the last visit before the plan to a request. */
  readonly leastToRequest: number;
  /** The fewest days from one request to another. */
  readonly leastOfRequests: number;
  /** The fewest days between two visits that promised days leave: fewer are crowding. */
  readonly leastPromised: number;
  /** The price of crowding, in seconds. */
  readonly crowding: number;
  /** Days on which a visit leaves other required ones no room, and the price of a visit on one, in seconds. */
  readonly daysWithoutRoom: ReadonlySet<Day>;
  readonly takenRoom: number;
}

type Least = Pick<Gaps, 'leastToRequest' | 'leastOfRequests' | 'leastPromised'>;

function leastGiven(one: VisitSeries, others: readonly VisitSeries[]): Least {
  const { minGapDays } = gapsOf(one);
  const requests = others.flatMap(({ visits }) => visits.map(({ days }) => days));
  const promised = one.commitments.map(({ day }): DayRange => ({ first: day, last: day }));
  const toLast = (given: readonly DayRange[]) => (one.lastVisit === null ? [] : given.map(({ last }) => last - (one.lastVisit ?? last)));
  return {
    leastToRequest: Math.min(minGapDays, ...toLast(requests)),
    leastOfRequests: Math.min(minGapDays, ...mostApart(requests, requests)),
    leastPromised: Math.min(minGapDays, ...toLast(promised), ...mostApart(promised, [...promised, ...requests])),
  };
}

/** For each two of some days and others, the most days from one to the other, in either order; nothing for an impossible order. */
const mostApart = (some: readonly DayRange[], others: readonly DayRange[]): readonly number[] =>
  some
    .flatMap((one) => others.flatMap((other) => (one === other ? [] : [other.last - one.first, one.last - other.first])))
    .filter((days) => days > 0);

/** Visits of a series never share a day: a least distance of one day demands nothing. */
const isSpaced = ({ minGapDays, maxGapDays }: ReturnType<typeof gapsOf>): boolean => minGapDays > 1 || maxGapDays !== null;

/** The days of a customer's visits, in order, and the gaps that they are to keep. */
interface Spacing {
  readonly gaps: Gaps;
  readonly days: readonly CountedDay[];
  readonly horizon: DayRange;
  /** The price of a day, in seconds. */
  readonly price: number;
}

function* breachesOf({ customer, lastVisit }: VisitSeries, { gaps, days, horizon, price }: Spacing): Iterable<Breach> {
  const breach = (key: string, units: number, { from, until, least, crowding }: Stretch): Breach => {
    const values = { customer: customer.name, from: formatDay(from), until: formatDay(until), days: until - from };
    const cost = Math.round(units * price) + (key === 'close' ? crowding : 0);
    return { units, cost, sentence: { key, values: { ...values, least, most: gaps.maxGapDays ?? 0 } } };
  };
  const tooLong = (gap: number) => (gaps.maxGapDays === null ? 0 : Math.min(MOST_LATE, Math.max(0, gap - gaps.maxGapDays)));
  for (const stretch of stretchesOf({ gaps, days, lastVisit })) {
    const { from, until, least } = stretch;
    if (least > until - from) yield breach('close', least - (until - from), stretch);
    if (tooLong(until - from) > 0) yield breach('long', tooLong(until - from), stretch);
  }
  for (const { day, isOwn } of days) {
    if (!isOwn || !gaps.daysWithoutRoom.has(day)) continue;
    const values = { customer: customer.name, from: formatDay(day), least: gaps.minGapDays };
    yield { units: gaps.takenRoom / price, cost: gaps.takenRoom, sentence: { key: 'room', values } };
  }
  const last = days.at(-1)?.day ?? lastVisit;
  const next = addDays(horizon.last, 1);
  if (last !== null && tooLong(next - last) > 0) {
    yield breach('open', tooLong(next - last), { from: last, until: next, least: 0, crowding: 0 });
  }
}

/** From one visit to the next, with the fewest days between them and the price of crowding, if any, in seconds. */
interface Stretch {
  readonly from: Day;
  readonly until: Day;
  readonly least: number;
  readonly crowding: number;
}

function stretchesOf({ gaps, days, lastVisit }: Pick<Spacing, 'gaps' | 'days'> & Pick<VisitSeries, 'lastVisit'>): readonly Stretch[] {
  const stretch = (from: Day, until: Day, { isOwn, given }: { readonly isOwn: boolean; readonly given: number }): Stretch => ({
    from,
    until,
    least: isOwn ? gaps.minGapDays : given,
    crowding: isOwn && until - from < gaps.leastPromised ? gaps.crowding : 0,
  });
  return days.flatMap(({ day: until, isOwn }, i): readonly Stretch[] => {
    const before = days[i - 1];
    if (before !== undefined) return [stretch(before.day, until, { isOwn: isOwn || before.isOwn, given: gaps.leastOfRequests })];
    return lastVisit === null ? [] : [stretch(lastVisit, until, { isOwn, given: gaps.leastToRequest })];
  });
}
