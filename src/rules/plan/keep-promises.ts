import { formatDay } from '../../domain/calendar.ts';
import type { Commitment } from '../../domain/commitment.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import { servedVisits } from '../measure/served-visits.ts';
import { priceOf } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';

const params = {
  announced: {
    type: 'count',
    default: 4,
    least: 1,
    most: 1000,
    about: {
      en: 'How many times the price it costs to move a visit that was announced to the customer.',
      zh: '改动已告知客户的拜访，按代价的几倍计算。',
    },
  },
  confirmed: {
    type: 'count',
    default: 20,
    least: 1,
    most: 1000,
    about: {
      en: 'How many times the price it costs to move a visit that the customer confirmed.',
      zh: '改动客户已确认的拜访，按代价的几倍计算。',
    },
  },
} as const;

/**
 * Visits keep the days that earlier plans gave them.
 *
 * Serves P4 `plan-audit`: an approved plan is carried out; and P1, where visits are announced. Moving a visit that is only
 * planned is cheap, moving an announced one costs more, and moving a confirmed one much more.
 */
export const keepPromises = defineRule({
  id: 'plan/keep-promises',
  title: { en: 'Visits stay on the day they were given', zh: '遵守既定拜访安排' },
  about: {
    en: 'A visit to which an earlier plan gave a day and a rep costs the price when it is on another day, with another rep, or left out. It costs many times the price when the visit was announced to the customer or confirmed by it.',
    zh: '先前计划已定日期和客户经理的拜访，改期、换人或不再安排的，每次计一次代价；客户已获告知或已确认的，代价成倍增加。',
  },
  unit: { en: 'moved visit that was only planned', zh: '次改动的拜访（仅列入计划、未告知客户）' },
  canBeMust: false,
  params,
  sentences: {
    rule: {
      en: 'Visits stay as earlier plans have them; moving an announced one costs {announced} times as much, a confirmed one {confirmed} times.',
      zh: '拜访按先前计划执行；改动已告知客户的代价为{announced}倍，客户已确认的为{confirmed}倍。',
    },
    planned: { en: '{customer} is not visited on {day}, as was planned.', zh: '{customer}没有按计划在{day}拜访。' },
    announced: { en: '{customer} is not visited on {day}, as was announced to it.', zh: '{customer}没有按告知的日期在{day}拜访。' },
    confirmed: { en: '{customer} is not visited on {day}, as was agreed with it.', zh: '{customer}没有按约定在{day}拜访。' },
    other: {
      en: '{customer} is visited on {day} as planned, but by another rep.',
      zh: '{customer}如期在{day}拜访，但不是原定的客户经理。',
    },
  },
  sentence: ({ announced, confirmed }) => ({ key: 'rule', values: { announced, confirmed } }),

  /** The promised days of each series, with the units that breaking them counts. */
  obligation: ({ series }, weights): ReadonlyMap<VisitSeries, readonly Promised[]> =>
    new Map(
      series.map((one) => [
        one,
        one.commitments.map(({ day, rep, firmness }) => ({ day, rep, firmness, units: firmness === 'planned' ? 1 : weights[firmness] })),
      ]),
    ),

  *compile({ horizon, repDays, series }, promisesOf, stance) {
    for (const [index, one] of series.entries()) {
      for (const { day, rep, units } of promisesOf.get(one) ?? []) {
        const price = units * priceOf(stance);
        yield { term: 'phase', series: index, from: day - horizon.first, until: day - horizon.first, least: 1, price };
        if (rep === null) continue;
        for (const [slot, repDay] of repDays.entries()) {
          if (repDay.day === day && repDay.rep.id !== rep) yield { term: 'slot', series: index, slot, price };
        }
      }
    }
  },

  *audit(review, promisesOf) {
    const served = servedVisits(review);
    for (const [one, promises] of promisesOf) {
      for (const { day, rep, firmness, units } of promises) {
        const visit = served(one).find((other) => other.day === day);
        if (visit !== undefined && (rep === null || rep === visit.rep)) continue;
        const key = visit === undefined ? firmness : 'other';
        yield { units, sentence: { key, values: { customer: one.customer.name, day: formatDay(day) } } };
      }
    }
  },
});

/** A day that an earlier plan gave to a visit. */
interface Promised extends Pick<Commitment, 'day' | 'rep' | 'firmness'> {
  /** Units that another day or rep counts. */
  readonly units: number;
}
