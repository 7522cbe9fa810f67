import { type Day, addDays, dayOfMonth, formatDay, holds, monthOf, workingDays } from '../../domain/calendar.ts';
import type { Territory } from '../../domain/territory.ts';
import { type VisitSeries, kindsCounted } from '../../domain/visit.ts';
import { present } from '../../kernel/assert.ts';
import type { ParamsOf } from '../../kernel/params.ts';
import { priceOf } from '../obligation/prices.ts';
import { type Agenda, defineRule } from '../rule.ts';
import { servedVisits } from '../measure/served-visits.ts';

const params = {
  fromDay: {
    type: 'count',
    default: 6,
    least: 1,
    most: 31,
    about: { en: 'First day of the month on which the emphasis holds.', zh: '侧重拜访从每月几日开始。' },
  },
  untilDay: {
    type: 'count',
    default: 10,
    least: 1,
    most: 31,
    about: { en: 'Last day of the month on which the emphasis holds.', zh: '侧重拜访到每月几日结束。' },
  },
  tags: {
    type: 'words',
    default: ['volatile', 'enterprise'],
    about: { en: 'The emphasis is on customers with any of these tags.', zh: '带有其中任一标签的客户为侧重对象。' },
  },
} as const;

type Params = ParamsOf<typeof params>;

/**
 * Certain customers are visited within certain days of the month.
 *
 * While the days go on after the plan's end, a missing visit costs only the share of them that is over:
 * the next plan can still make it. It costs nothing if history holds the visit, or if none is due.
 */
export const focusPhase = defineRule({
  id: 'customer/focus-phase',
  title: { en: 'Days of the month with an emphasis', zh: '月度侧重拜访阶段' },
  about: {
    en: 'Each customer with one of the tags is visited at least once between two days of the month. If none of those days is a working day, as many of the next working days of the month stand in. For a customer with visits of several kinds only the first kind counts.',
    zh: '带有指定标签的客户，在每月的侧重阶段内至少拜访一次。若该阶段没有工作日，则顺延到当月其后同样天数的工作日。有多种拜访的客户只看第一种。',
  },
  unit: { en: 'customer without a visit in the phase', zh: '户侧重阶段内未拜访的客户' },
  canBeMust: false,
  params,
  sentences: {
    rule: {
      en: 'Customers tagged {tags} are visited between day {fromDay} and day {untilDay} of the month.',
      zh: '每月{fromDay}日至{untilDay}日侧重拜访带有{tags}标签的客户。',
    },
    missing: {
      en: '{customer} is not visited between {from} and {until}.',
      zh: '{customer}在{from}至{until}期间没有拜访。',
    },
  },
  sentence: ({ fromDay, untilDay, tags }) => ({ key: 'rule', values: { fromDay, untilDay, tags: tags.join(', ') } }),

  obligation: emphasisedVisits,

  *compile({ horizon, series }, visits, stance) {
    const indexOf = new Map(series.map((one, index) => [one, index]));
    for (const { series: one, from, until, share } of visits) {
      const index = present(indexOf.get(one), 'A series of the scene');
      const price = Math.round(share * priceOf(stance));
      yield { term: 'phase', series: index, from: from - horizon.first, until: until - horizon.first, least: 1, price };
    }
  },

  *audit(review, visits) {
    const served = servedVisits(review);
    for (const { series: one, from, until, share } of visits) {
      if (served(one).some(({ day }) => from <= day && day <= until)) continue;
      const values = { customer: one.customer.name, from: formatDay(from), until: formatDay(until) };
      yield { units: share, sentence: { key: 'missing', values } };
    }
  },
});

/** One visit that a customer should have within certain days of the horizon. */
interface EmphasisedVisit {
  readonly series: VisitSeries;
  readonly from: Day;
  readonly until: Day;
  /** The part of the phase's working days that is over by the horizon's end, above 0 and up to 1. */
  readonly share: number;
}

function emphasisedVisits({ territory, horizon, series }: Agenda, params: Params): readonly EmphasisedVisit[] {
  // The series of one customer follow each other: only the first of them is emphasised.
  const emphasised = series.filter(({ customer }, i) => hasTag(customer.tags, params) && series[i - 1]?.customer.id !== customer.id);
  const visits: EmphasisedVisit[] = [];
  for (let { first, last } = monthOf(horizon.first); first <= horizon.last; { first, last } = monthOf(addDays(last, 1))) {
    const phase = phaseDays(territory, { first, last }, params);
    const inHorizon = phase.filter((day) => holds(horizon, day));
    const [from, until] = [inHorizon.at(0), inHorizon.at(-1)];
    if (from === undefined || until === undefined) continue;
    const share = phase.filter((day) => day <= horizon.last).length / phase.length;
    const isVisited = visitedIn(territory, phase, horizon.first);
    for (const one of emphasised) {
      if (isDueWithin(one, from, until) && !isVisited(one)) visits.push({ series: one, from, until, share });
    }
  }
  return visits;
}

const hasTag = (own: readonly string[], { tags }: Params): boolean => tags.some((tag) => own.includes(tag));

/** Working days of the month's phase; where it has none, as many of the next working days as it has days. */
function phaseDays(
  { calendar }: Territory,
  month: { readonly first: Day; readonly last: Day },
  { fromDay, untilDay }: Params,
): readonly Day[] {
  const working = workingDays(calendar, month);
  const within = working.filter((day) => fromDay <= dayOfMonth(day) && dayOfMonth(day) <= untilDay);
  if (within.length > 0) return within;
  return working.filter((day) => dayOfMonth(day) > untilDay).slice(0, Math.max(0, untilDay - fromDay + 1));
}

const isDueWithin = ({ visits }: VisitSeries, from: Day, until: Day): boolean =>
  visits.some(({ days }) => days.first <= until && days.last >= from);

/** Whether history holds a visit of a series within the phase. */
function visitedIn({ history }: Territory, phase: readonly Day[], before: Day): (series: VisitSeries) => boolean {
  const [from, until] = [phase.at(0) ?? before, phase.at(-1) ?? before];
  const visits = history.filter(({ day }) => from <= day && day <= until && day < before);
  const byCustomer = Map.groupBy(visits, ({ customer }) => customer);
  return (one) => (byCustomer.get(one.customer.id) ?? []).some((visit) => kindsCounted(one).includes(visit.kind));
}
