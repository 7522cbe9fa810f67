import { planTerritory } from '../../src/app/plan-territory.ts';
import { writePlan } from '../../src/contract/plan/write-plan.ts';
import type { PlanDocument } from '../../src/contract/plan/plan-document.ts';
import { type Day, type DayRange, addDays, formatDay, weekOf } from '../../src/domain/calendar.ts';
import { pastVisitsOf } from '../../src/domain/plan.ts';
import type { PastVisit, Territory } from '../../src/domain/territory.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';

/** The weeks that intersect a month, Monday to Sunday, from the first day that is not history yet to the last of the year. */
export function weeksOf({ first, last }: DayRange, historyUntil: Day): readonly DayRange[] {
  const mondays = Array.from({ length: 6 }, (_, i) => addDays(weekOf(first).first, 7 * i)).filter((monday) => monday <= last);
  const endOfYear = addDays(first, 366);
  return mondays
    .map((monday) => ({ first: monday, last: addDays(monday, 6) }))
    .map((week) => ({ first: later(week.first, addDays(historyUntil, 1)), last: week.last }))
    .filter((week) => week.first <= week.last)
    .map((week) => ({ ...week, last: sameYear(week.last, week.first) ? week.last : lastOfYear(week.first, endOfYear) }));
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const sameYear = (a: Day, b: Day): boolean => formatDay(a).slice(0, 4) === formatDay(b).slice(0, 4);

function lastOfYear(from: Day, until: Day): Day {
  let last = from;
  while (last < until && sameYear(addDays(last, 1), from)) last = addDays(last, 1);
  return last;
}

/** Weeks planned one after the other, each fed what the ones before did. */
export interface PlannedWeeks {
  readonly documents: readonly PlanDocument[];
  /** What is on record after the last of them. */
  readonly history: readonly PastVisit[];
}

/** Plans week after week, each with so many steps of the search. */
export async function planWeeks(territory: Territory, weeks: readonly DayRange[], work: number, seed = 1): Promise<PlannedWeeks> {
  const documents: PlanDocument[] = [];
  const history = [...territory.history];
  for (const horizon of weeks) {
    const fed = { ...territory, history: [...history] };
    const { plan, cost, kpis } = await planTerritory(fed, {
      horizon,
      travel: estimate,
      endPlaces: new Map(),
      seed,
      budget: { work },
      workers: 2,
    });
    documents.push(writePlan(plan, { territory: fed, cost, kpis, run: {} }));
    history.push(...pastVisitsOf(plan));
  }
  return { documents, history };
}

/** The days of several plans as one plan document, from a day on. */
export function joinPlans(documents: readonly PlanDocument[], from: string): PlanDocument {
  const [head] = documents;
  if (head === undefined) throw new Error('There is no plan to join.');
  const { plan } = head;
  return {
    plan: {
      ...plan,
      horizon: { from, to: documents.at(-1)?.plan.horizon.to ?? plan.horizon.to },
      days: documents.flatMap((one) => one.plan.days).filter(({ day }) => day >= from),
      unserved: documents.flatMap((one) => one.plan.unserved),
    },
    run: {},
  };
}
