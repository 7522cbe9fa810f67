import type { DayRange } from '../domain/calendar.ts';
import type { Plan } from '../domain/plan.ts';
import type { Territory } from '../domain/territory.ts';
import type { FixedTime, VisitSeries } from '../domain/visit.ts';
import type { CustomerId, RepId } from '../kernel/ids.ts';
import { seconds } from '../kernel/units.ts';
import { seriesDue } from './series-due.ts';

/**
 * The due visits of managers together with their reps, after the reps are planned: each at the time of one of the stops
 * that the plan has at the customer. Optional visits without such a stop are left out.
 */
export function jointVisitsDue(territory: Territory, horizon: DayRange, plan: Pick<Plan, 'days'>): readonly VisitSeries[] {
  const stops = stopsByCustomer(plan);
  return seriesDue(territory, horizon, ({ joint }) => joint).flatMap((series): readonly VisitSeries[] => {
    const times = (stops.get(series.customer.id) ?? []).filter((time) => isOfTeam(territory, series, time.with));
    const visits = times.length > 0 ? series.visits : series.visits.filter(({ required }) => required);
    if (visits.length === 0) return [];
    const longest = Math.min(series.dwell, ...times.map(({ from, until }) => until - from));
    return [{ ...series, times, visits, dwell: seconds(longest) }];
  });
}

function stopsByCustomer({ days }: Pick<Plan, 'days'>): ReadonlyMap<CustomerId, readonly FixedTime[]> {
  const stops = days.flatMap(({ rep, day, stops: all }) =>
    all.flatMap((stop) =>
      stop.type === 'visit' ? [{ customer: stop.customer, time: { day, from: stop.start, until: stop.end, with: rep } }] : [],
    ),
  );
  return new Map([...Map.groupBy(stops, ({ customer }) => customer)].map(([customer, own]) => [customer, own.map(({ time }) => time)]));
}

/** Whether a rep belongs to the team of a manager who may make the visits; a rep without a superior belongs to every team. */
function isOfTeam({ reps }: Territory, { makers }: VisitSeries, id: RepId | null): boolean {
  const rep = reps.find((one) => one.id === id);
  return rep !== undefined && !makers.includes(rep.id) && (rep.manager === null || makers.includes(rep.manager));
}
