import { formatDay } from '../../domain/calendar.ts';
import type { Commitment } from '../../domain/commitment.ts';
import { mayMake } from '../../domain/may-serve.ts';
import { type RepDay, mayRunLate } from '../../domain/rep-day/rep-day.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import { type Seconds, formatClock } from '../../kernel/units.ts';
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
  otherHour: {
    type: 'share',
    default: 0.5,
    about: {
      en: 'How much of the price of another day it costs to come on the day, but at another time than the promised one.',
      zh: '日期不变、只改时间的，按改期代价的几分之几计算。',
    },
  },
  otherRep: {
    type: 'share',
    default: 0.25,
    about: {
      en: 'How much of the price of another day it costs to send another rep on the day.',
      zh: '日期不变、只换人的，按改期代价的几分之几计算。',
    },
  },
} as const;

/**
 * Visits keep the days that earlier plans gave them.
 *
 * Serves P4 `plan-audit`: an approved plan is carried out; and P1, where visits are announced. Moving a visit that is only
 * planned is cheap, moving an announced one costs more, and moving a confirmed one much more. Another rep at the promised hour
 * is better than another hour, and both are better than another day.
 */
export const keepPromises = defineRule({
  id: 'plan/keep-promises',
  title: { en: 'Visits stay on the day they were given', zh: '遵守既定拜访安排' },
  about: {
    en: 'A visit to which an earlier plan gave a day costs the price when it is on another day or left out. On its day it costs a part of the price when another rep makes it, and a part when it is not at the time that was promised, whatever the visiting hours. All of this costs many times as much when the visit was announced to the customer or confirmed by it.',
    zh: '先前计划已定日期的拜访，改期或不再安排的，每次计一次代价；日期不变而换人、改时间的，各计一部分代价，约定的时间不受可拜访时间限制。客户已获告知或已确认的，代价成倍增加。',
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
    hour: {
      en: '{customer} is visited on {day} at {start}, not at {at} as was promised.',
      zh: '{customer}在{day} {start}拜访，而约定的是{at}。',
    },
    other: {
      en: '{customer} is visited on {day} as planned, but by another rep.',
      zh: '{customer}如期在{day}拜访，但不是原定的客户经理。',
    },
  },
  sentence: ({ announced, confirmed }) => ({ key: 'rule', values: { announced, confirmed } }),

  /** The promises of each series, with the units that breaking them counts. */
  obligation: ({ series, repDays }, weights): ReadonlyMap<VisitSeries, readonly Promised[]> =>
    new Map(
      series.map((one) => [
        one,
        one.commitments.map((held): Promised => {
          const { day, rep, firmness } = held;
          const units = firmness === 'planned' ? 1 : weights[firmness];
          const hours =
            one.times === null && held.at !== null ? { at: held.at, isOpen: repDays.some((repDay) => holds(repDay, one, held)) } : null;
          return { day, rep, firmness, units, hour: hours, hourUnits: units * weights.otherHour, repUnits: units * weights.otherRep };
        }),
      ]),
    ),

  *compile({ horizon, repDays, series }, promisesOf, stance) {
    const priceOfUnits = (units: number) => Math.round(units * priceOf(stance));
    for (const [index, one] of series.entries()) {
      for (const { day, rep, units, hour, hourUnits, repUnits } of promisesOf.get(one) ?? []) {
        const on = day - horizon.first;
        yield { term: 'phase', series: index, from: on, until: on, least: 1, price: priceOfUnits(units) };
        if (hour?.isOpen === true) {
          yield { term: 'windows', series: index, day: on, windows: [{ from: hour.at, until: ANY_TIME }] };
          yield { term: 'agreed', series: index, day: on, start: hour.at, price: priceOfUnits(hourUnits) };
        }
        for (const [slot, repDay] of repDays.entries()) {
          if (repDay.day !== day) continue;
          const price =
            (rep === null || repDay.rep.id === rep ? 0 : priceOfUnits(repUnits)) + (hour?.isOpen === false ? priceOfUnits(hourUnits) : 0);
          if (price > 0) yield { term: 'slot', series: index, slot, price };
        }
      }
    }
  },

  *audit(review, promisesOf) {
    const served = servedVisits(review);
    for (const [one, promises] of promisesOf) {
      for (const { day, rep, firmness, units, hour, hourUnits, repUnits } of promises) {
        const values = { customer: one.customer.name, day: formatDay(day) };
        const visit = served(one).find((other) => other.day === day);
        if (visit === undefined) {
          yield { units, sentence: { key: firmness, values } };
          continue;
        }
        if (rep !== null && rep !== visit.rep) yield { units: repUnits, sentence: { key: 'other', values } };
        if (hour === null || visit.start === hour.at) continue;
        const times = { start: formatClock(visit.start), at: formatClock(hour.at) };
        yield { units: hourUnits, sentence: { key: 'hour', values: { ...values, ...times } } };
      }
    }
  },
});

/** Later than any visit ends, in seconds from midnight. */
const ANY_TIME = 2 * 86_400;

/** A day that an earlier plan gave to a visit. */
interface Promised extends Pick<Commitment, 'day' | 'rep' | 'firmness'> {
  /** The promised time, and whether any rep could come then; null for none. Otherwise any time of the day is as good. */
  readonly hour: { readonly at: Seconds; readonly isOpen: boolean } | null;
  /** Units that another day counts; on the day, another time and another rep. */
  readonly units: number;
  readonly hourUnits: number;
  readonly repUnits: number;
}

/** Whether a rep-day has room for a visit at its promised time. */
function holds(repDay: RepDay, one: VisitSeries, { day, at }: Commitment): boolean {
  const { rep, field } = repDay;
  if (repDay.day !== day || at === null || !mayMake(rep, one)) return false;
  return at >= field.from && (at + one.dwell <= field.until || (at < field.until && mayRunLate(repDay)));
}
