import { formatDay, holds } from '../../domain/calendar.ts';
import { coversAreaOf, mayMake } from '../../domain/may-serve.ts';
import type { RepDay } from '../../domain/rep-day/rep-day.ts';
import type { Rep } from '../../domain/rep.ts';
import { type VisitSeries, isWanted } from '../../domain/visit.ts';
import type { ParamsOf } from '../../kernel/params.ts';
import { perHour, priceOf } from '../obligation/prices.ts';
import { isPossibleOn } from '../obligation/possible-days.ts';
import { byRepDay } from '../obligation/by-rep-day.ts';
import { workOfSeries } from '../obligation/work-of-series.ts';
import { plannedVisits, seriesByVisit } from '../measure/planned-days.ts';
import { type Agenda, type Review, defineRule } from '../rule.ts';

const params = {
  tolerance: {
    type: 'share',
    default: 0.1,
    about: { en: 'How far a day may be above or below its even share, as a share of it.', zh: '单日可高于或低于平均份额的比例。' },
  },
  typical: {
    type: 'share',
    default: 0.85,
    about: {
      en: 'Part of the field time that a good day uses. Work beyond it costs the whole price.',
      zh: '正常一天占用外勤时间的比例，超过部分按全价计算。',
    },
  },
  speed: {
    type: 'count',
    default: 20,
    least: 1,
    most: 200,
    about: { en: 'Kilometres an hour, as the crow flies, by which the rule estimates travel.', zh: '估算路程所用的直线时速（公里）。' },
  },
} as const;

type Params = ParamsOf<typeof params>;

/**
 * A rep's work is spread evenly over the days and over the reps, from both sides.
 *
 * The work of a visit is its stay and an estimate of the travel to it. The visits due of a customer, optional ones by
 * their weight, are divided among the reps who may make them, and then over each rep's days, both by field time: that
 * is a day's even share. What a day lacks of it costs the price, the more the emptier the day is. What a day has beyond
 * it costs a small part of the price, which rises with each tenth of the field time: of two days the fuller one pays for
 * the next visit. Beyond the typical load it costs the whole price, and three times as much where hardly any
 * slack is left.
 */
export const evenLoad = defineRule({
  id: 'plan/even-load',
  title: { en: 'Work is spread evenly over the days', zh: '每日工作量均衡' },
  about: {
    en: "Work is stays and estimated travel. A rep's even share of a day is the work due, spread over the reps and days by field time. A day that has less, beyond the tolerance, costs the price for each hour, up to three times the price where it stays empty, and more where every day could have a wanted visit. A day that has more costs a tenth of the price for each hour, and another tenth with each tenth of the field time; beyond the typical load, the whole price, and three times the price half-way to a day without slack.",
    zh: '工作量包括停留时间和估算的路程。应完成的工作按外勤时间分摊到各客户经理和各日，即为平均份额。低于平均份额超过允许幅度的，每少一小时按此代价计算，空闲的日子最高三倍，每天都有需要的拜访可排时更高；高于平均份额的，每多一小时按代价的十分之一计算，每再多外勤时间的一成加十分之一；超过正常工作量的按全价计算，再接近满负荷时按三倍计算。',
  },
  unit: { en: 'hour of work above or below the even share', zh: '小时工作量偏离平均份额' },
  canBeMust: false,
  params,
  sentences: {
    rule: {
      en: "A rep's day has its even share of the work, give or take {percent} %, and at most {typical} % of the field time.",
      zh: '客户经理每天的工作量接近平均份额（上下{percent}%），且不超过外勤时间的{typical}%。',
    },
    above: {
      en: '{rep} has work for {minutes} min on {day}; the even share is {share} min.',
      zh: '{rep}在{day}的工作量为{minutes}分钟，平均份额为{share}分钟。',
    },
    idle: {
      en: '{rep} is idle on {day}, while {left} wanted visits are left out.',
      zh: '{rep}在{day}没有拜访，而有{left}次需要的拜访未安排。',
    },
    below: {
      en: '{rep} has work for only {minutes} min on {day}; the even share is {share} min.',
      zh: '{rep}在{day}的工作量只有{minutes}分钟，平均份额为{share}分钟。',
    },
  },
  sentence: ({ tolerance, typical }) => ({
    key: 'rule',
    values: { percent: Math.round(tolerance * 100), typical: Math.round(typical * 100) },
  }),

  /** The work of one visit of each series, in seconds, and the even share of each rep-day with its prices. */
  obligation: (agenda, given) => {
    const workOf = workOfSeries(agenda, given.speed);
    return { workOf, shareOf: sharesOf(agenda, given, workOf) };
  },

  *compile({ series, repDays }, { workOf, shareOf }, stance) {
    const of = { per: Int32Array.from(series, (one) => workOf.get(one) ?? 0) };
    for (const [slot, repDay] of repDays.entries()) {
      for (const { side, limit, times } of shareOf.get(repDay)?.bands ?? []) {
        yield { term: 'aggregate', slot, of, side, limit, price: times * perHour(stance) };
      }
    }
  },

  *audit(review, { workOf, shareOf }, stance) {
    const seriesOf = seriesByVisit(review);
    const visitsOf = Map.groupBy(plannedVisits(review), ({ repDay }) => repDay);
    for (const [repDay, { share, bands }] of shareOf) {
      const work = (visitsOf.get(repDay) ?? []).reduce((sum, { stop }) => {
        const series = seriesOf(stop.visit);
        return sum + (series === null ? 0 : (workOf.get(series) ?? 0));
      }, 0);
      const broken = bands.map(({ side, limit, times }) => ({ times, over: side === 'above' ? work - limit : limit - work }));
      const cost = broken.reduce((sum, { times, over }) => sum + (over > 0 ? Math.round(over * (times * perHour(stance))) : 0), 0);
      if (cost === 0) continue;
      const facts = { rep: repDay.rep.name, day: formatDay(repDay.day) };
      const left = work === 0 ? wantedBy(review, repDay) : 0;
      const values = left > 0 ? { ...facts, left } : { ...facts, minutes: Math.round(work / 60), share: Math.round(share / 60) };
      yield { units: cost / priceOf(stance), cost, sentence: { key: left > 0 ? 'idle' : work > share ? 'above' : 'below', values } };
    }
  },
});

/** The number of wanted visits left out that the rep could make on the day: all but those that are not behind their pace. */
function wantedBy({ plan, series }: Review, { rep, day }: RepDay): number {
  const leftOut = new Set(plan.unserved.map(({ visit }) => visit));
  const own = series.filter((one) => mayMake(rep, one) && coversAreaOf(rep, one.customer));
  return own.flatMap(({ visits }) => visits).filter((visit) => isWanted(visit) && leftOut.has(visit.id) && holds(visit.days, day)).length;
}

/** A day's even share of work in seconds, and the prices of work beyond it. */
interface Share {
  readonly share: number;
  readonly bands: readonly Band[];
}

/** A part of the price: so many times the rule's price for work above or below a limit. Bands add up. */
interface Band {
  readonly side: 'above' | 'below';
  /** Whole seconds. */
  readonly limit: number;
  readonly times: number;
}

/** An idle day of a rep who has a wanted visit for each day costs so many times the price of half such a visit. */
const IDLE = 6;
/** Tolerances below the even share at which an emptier day costs once more. */
const EMPTIER = [1, 3, 5];
/** Part of the price by which work beyond the even share becomes dearer with each step. */
const FULLER = 0.1;
/** The steps, as a part of the field time. */
const STEP = 0.1;

function sharesOf(agenda: Agenda, given: Params, workOf: ReadonlyMap<VisitSeries, number>): ReadonlyMap<RepDay, Share> {
  const useful = new Set(
    agenda.repDays.filter((repDay) => repDay.fieldTime > 0 && agenda.series.some((one) => isPossibleOn(agenda, one, repDay))),
  );
  const inField = Map.groupBy(useful, ({ rep }) => rep);
  const timeOf = new Map([...inField].map(([rep, own]) => [rep, sum(own.map(({ fieldTime }) => fieldTime))]));
  const due = dueOf(timeOf, agenda.series, workOf);
  return byRepDay(agenda, (repDay) => {
    if (!useful.has(repDay)) return null;
    const { rep, fieldTime } = repDay;
    const { work, wanted, wantedWork } = due.get(rep) ?? NOTHING;
    const share = Math.min(work / Math.max(1, timeOf.get(rep) ?? 0), given.typical) * fieldTime;
    const one = Math.min(1, wanted / (inField.get(rep)?.length ?? 1)) * (wanted === 0 ? 0 : wantedWork / wanted);
    return { share, bands: [{ side: 'below', limit: Math.round(one / 2), times: IDLE }, ...bandsOf(share, fieldTime, given)] };
  });
}

function bandsOf(share: number, fieldTime: number, { tolerance, typical }: Params): readonly Band[] {
  const start = Math.round(share * (1 + tolerance));
  const steps = Math.max(0, Math.ceil((fieldTime - start) / (STEP * fieldTime)));
  return [
    ...EMPTIER.map((n): Band => ({ side: 'below', limit: Math.round(share * (1 - n * tolerance)), times: 1 })),
    ...Array.from({ length: steps }, (_, n): Band => ({ side: 'above', limit: Math.round(start + n * STEP * fieldTime), times: FULLER })),
    { side: 'above', limit: Math.round(typical * fieldTime), times: 1 },
    // Half-way to a day without any slack.
    { side: 'above', limit: Math.round(((1 + typical) / 2) * fieldTime), times: 2 },
  ].filter((band): band is Band => band.limit > 0);
}

/** What is due from a rep: work in seconds, optional visits by their weight; the number of wanted visits, and their work. */
interface Due {
  readonly work: number;
  readonly wanted: number;
  readonly wantedWork: number;
}

const NOTHING: Due = { work: 0, wanted: 0, wantedWork: 0 };

/** The visits due by rep. The reps who may make a visit share it by their field time. */
function dueOf(
  timeOf: ReadonlyMap<Rep, number>,
  series: readonly VisitSeries[],
  workOf: ReadonlyMap<VisitSeries, number>,
): ReadonlyMap<Rep, Due> {
  const due = new Map<Rep, Due>();
  for (const one of series) {
    const makers = [...timeOf].filter(([rep]) => mayMake(rep, one) && coversAreaOf(rep, one.customer));
    const inAll = sum(makers.map(([, time]) => time));
    const each = workOf.get(one) ?? 0;
    const weight = sum(one.visits.map(({ required, weight: part }) => (required ? 1 : Math.min(1, part))));
    const wanted = one.visits.filter(isWanted).length;
    for (const [rep, time] of makers) {
      const before = due.get(rep) ?? NOTHING;
      const part = time / inAll;
      due.set(rep, {
        work: before.work + each * weight * part,
        wanted: before.wanted + wanted * part,
        wantedWork: before.wantedWork + each * wanted * part,
      });
    }
  }
  return due;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
