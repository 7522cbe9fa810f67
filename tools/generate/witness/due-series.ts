import { callsDue, visitsDue } from '../../../src/demand/visits-due.ts';
import { type Day, type DayRange, addDays, overlapOfRanges } from '../../../src/domain/calendar.ts';
import type { Frequency } from '../../../src/domain/policy.ts';
import type { PastVisit, Territory } from '../../../src/domain/territory.ts';
import { type VisitSeries, firstVisitBy, gapsOf, kindsCounted } from '../../../src/domain/visit.ts';
import { type Limits, limitsOf } from './limits.ts';

/** A series with the visits that the witness makes in a month. */
export interface DueSeries {
  readonly series: VisitSeries;
  /** [visit] the days of which the visit takes one, in order of time. */
  readonly ranges: readonly DayRange[];
  /** How many of the visits, from the first, are in the history already. */
  readonly made: number;
  /** Days of which one has a visit; null where none needs to. */
  readonly within: DayRange | null;
}

const SOON = 3; // days after the first of the month until overdue visits are made: the 4th is the last day of the history

/** A month, with the visits that the history has in it. */
interface Month {
  readonly days: DayRange;
  readonly made: readonly PastVisit[];
  /** The days after those of the history. */
  readonly left: DayRange;
  readonly focus: Limits['focus'];
}

/**
 * The series with required visits in a month, with calls apart from visits that a rep travels to. Spot checks, whose
 * customers are drawn by lot, are left out.
 */
export function dueIn(
  territory: Territory,
  days: DayRange,
): { readonly visits: readonly DueSeries[]; readonly calls: readonly DueSeries[] } {
  const made = territory.history.filter(({ day }) => day >= days.first);
  const first = addDays(made.at(-1)?.day ?? addDays(days.first, -1), 1);
  const month: Month = { days, made, left: { first, last: days.last }, focus: limitsOf(territory.policy).focus };
  const dueOf = (all: readonly VisitSeries[]) =>
    all
      .filter(({ origin }) => origin.by === 'request' || isRegular(origin.frequency))
      .map((series) => dueSeries(series, month))
      .filter(({ ranges, series }) => ranges.length > 0 && series.makers.length > 0);
  return { visits: dueOf(visitsDue(territory, days)), calls: dueOf(callsDue(territory, days)) };
}

const isRegular = ({ sample, count }: Frequency): boolean => sample === null && count.bound !== 'atMost';

/** Visits of the history keep their days, and the others come afterwards. */
function dueSeries(series: VisitSeries, month: Month): DueSeries {
  const own = month.made.filter(({ customer, kind }) => customer === series.customer.id && kindsCounted(series).includes(kind));
  const required = series.visits.filter((visit) => visit.required).slice(own.length);
  return {
    series,
    ranges: [...own.map(({ day }) => ({ first: day, last: day })), ...required.map(({ days }) => overlapOfRanges(days, month.left))],
    made: own.length,
    within: daysWithin(series, month),
  };
}

/** The promised day, the days of the focus phase, or those by which an overdue or new customer is visited. */
function daysWithin(series: VisitSeries, { days: month, focus }: Month): DayRange | null {
  const { origin, commitments, customer, lastVisit } = series;
  const soon = { first: month.first, last: addDays(month.first, SOON) };
  if (origin.by === 'request') return origin.request.due.last < month.first ? soon : null;
  const [held] = commitments;
  if (held !== undefined) return { first: held.day, last: held.day };
  if (customer.tags.some((tag) => focus.tags.includes(tag)))
    return { first: addDays(month.first, focus.fromDay - 1), last: addDays(month.first, focus.untilDay - 1) };
  const firstBy = firstVisitBy(origin.frequency, customer, lastVisit);
  if (firstBy !== null && firstBy >= month.first) return overlapOfRanges(month, { first: month.first, last: firstBy });
  const { maxGapDays } = gapsOf(series);
  const latest: Day | null = firstBy ?? (lastVisit === null || maxGapDays === null ? null : addDays(lastVisit, maxGapDays));
  return latest === null || latest >= month.first ? null : soon;
}
