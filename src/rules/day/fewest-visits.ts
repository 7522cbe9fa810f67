import { formatDay } from '../../domain/calendar.ts';
import type { Setting } from '../../domain/customer.ts';
import type { RepDay } from '../../domain/rep-day/rep-day.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import type { Amount } from '../../terms/terms.ts';
import { plannedVisits } from '../measure/planned-days.ts';
import { defineRule } from '../rule.ts';
import { byRepDay } from '../obligation/by-rep-day.ts';
import { prorated } from '../obligation/prorated.ts';

/**
 * Every day in the field has its least number of visits, in town or in the country.
 *
 * Serves P3 `tobacco`: thirty in town, twenty-five in the country; and P8 `check-in`: four a day.
 *
 * A day's work is cut into equal units: with 30 and 25 into 150, of which a visit in town adds 5 and one in
 * the country 6. So ⌊30 × share⌋ visits suffice on a day in town and ⌊25 × share⌋ on one in the country,
 * whatever the share of a full day's field time. On a mixed day the two add up: it has enough when visits in
 * town ÷ their least + visits in the country ÷ theirs reaches 1. A visit missing in town costs the price; one
 * in the country costs as many times more as its least is smaller, so that an empty day costs the same
 * wherever it would have been spent.
 */
export const fewestVisits = defineRule({
  id: 'day/fewest-visits',
  title: { en: 'Days in the field are full', zh: '每日最少拜访户数' },
  about: {
    en: "A full day in the field has at least these numbers of visits in town or in the country; a day with both counts each by its share. A full day is the rep's longest shift with the duties of every day. On a shorter shift, and where other duties take part of the day, the numbers shrink with the field time, rounded down; a day too short for one visit needs none. Walk-ins count only where the policy says so. The price is that of a missing visit in town; one in the country costs more, in proportion to the two numbers.",
    zh: '完整的外勤日，城区或农村的拜访户数不少于规定；当天两类都有的，按各自比例合计。完整外勤日指客户经理最长的班次，只扣除每天都有的内勤。班次较短或有其他内勤的，户数按外勤时间折算并舍去尾数；不足一户的不作要求。随机拜访只有制度规定计入时才算。代价按少访一户城区客户计；少访一户农村客户的代价按两者规定户数之比折算。',
  },
  unit: { en: 'missing visit in town', zh: '户城区客户少访' },
  canBeMust: false,
  params: {
    town: {
      type: 'count',
      default: 30,
      least: 1,
      most: 200,
      about: { en: 'Fewest visits of a full day in town.', zh: '城区完整外勤日的最少户数。' },
    },
    country: {
      type: 'count',
      default: 25,
      least: 1,
      most: 200,
      about: { en: 'Fewest visits of a full day in the country.', zh: '农村完整外勤日的最少户数。' },
    },
    walkIns: {
      type: 'flag',
      default: false,
      about: { en: 'Whether walk-ins count.', zh: '随机拜访是否计入。' },
    },
  },
  sentences: {
    rule: {
      en: 'A full day in the field has at least {town} visits in town or {country} in the country.',
      zh: '完整外勤日城区不少于{town}户，农村不少于{country}户。',
    },
    short: {
      en: '{rep} has {visits} visits on {day}; the day needs {town} in town or {country} in the country.',
      zh: '{rep}在{day}拜访{visits}户，当天城区应不少于{town}户，农村应不少于{country}户。',
    },
  },
  sentence: ({ town, country }) => ({ key: 'rule', values: { town, country } }),

  obligation: (agenda, { town, country, walkIns }) => ({
    minimumOf: byRepDay(agenda, (repDay) => minimumOn(repDay, { town, country })),
    /** Whether walk-ins count. */
    walkIns,
  }),

  *compile({ repDays, series }, { minimumOf, walkIns }, stance) {
    const amounts = new Map<string, Amount>();
    for (const [slot, repDay] of repDays.entries()) {
      const minimum = minimumOf.get(repDay);
      if (minimum === undefined) continue;
      const { units, full } = minimum;
      const key = `${units.town} ${units.country}`;
      const of = amounts.get(key) ?? amountOf(series, units, walkIns);
      amounts.set(key, of);
      yield { term: 'aggregate', slot, of, side: 'below', limit: full, price: Number(stance) / units.town };
    }
  },

  *audit(review, { minimumOf, walkIns }, stance) {
    const visitsOf = Map.groupBy(plannedVisits(review), ({ repDay }) => repDay);
    for (const [repDay, { least, units, full }] of minimumOf) {
      const counted = (visitsOf.get(repDay) ?? []).filter(({ stop }) => walkIns || stop.kind !== 'walk-in');
      const missing = full - counted.reduce((sum, { customer }) => sum + units[customer.setting], 0);
      if (missing <= 0) continue;
      const values = { rep: repDay.rep.name, day: formatDay(repDay.day), visits: counted.length, ...least };
      const cost = Math.round(missing * (Number(stance) / units.town));
      yield { units: missing / units.town, cost, sentence: { key: 'short', values } };
    }
  },
});

type BySetting = Readonly<Record<Setting, number>>;

/** The least work of one day. */
interface Minimum {
  /** Visits that suffice where all are of the setting. */
  readonly least: BySetting;
  /** Units that a visit adds. */
  readonly units: BySetting;
  /** Units that make a day; the least common multiple of the two. */
  readonly full: number;
}

/** The least work of a rep-day; null for a day that is too short for one visit. */
function minimumOn(repDay: RepDay, perFullDay: BySetting): Minimum | null {
  const town = Math.floor(prorated(perFullDay.town, repDay));
  const country = Math.floor(prorated(perFullDay.country, repDay));
  if (town < 1 || country < 1) return null;
  const full = (town / greatestDivisor(town, country)) * country;
  return { least: { town, country }, units: { town: full / town, country: full / country }, full };
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

const amountOf = (series: readonly VisitSeries[], units: BySetting, walkIns: boolean): Amount => ({
  per: Int32Array.from(series, ({ customer, kind }) => (walkIns || kind !== 'walk-in' ? units[customer.setting] : 0)),
});
