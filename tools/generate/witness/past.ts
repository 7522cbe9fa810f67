import { addDays, monthOf } from '../../../src/domain/calendar.ts';
import type { PastVisit, Territory } from '../../../src/domain/territory.ts';
import { createRandom } from '../../../src/kernel/random.ts';
import type { TeamSpec } from '../spec.ts';
import { planMonth, visitsOf } from './plan-month.ts';

const LATELY = 8; // days before the end of the month

/**
 * The visits before the month: those that the policy requires in the month before, except of customers who are newer or
 * whose last visit the spec sets, and the visits that the spec adds.
 */
export function historyBefore(spec: TeamSpec, territory: Territory): readonly PastVisit[] {
  const earlier = monthOf(addDays(spec.month.first, -1));
  const idle: Territory = { ...territory, requests: [], campaigns: [], commitments: [], history: [] };
  const since = new Map(territory.customers.map((customer) => [customer.id, customer.since]));
  const regular = visitsOf(planMonth(idle, earlier, spec.orderLead)).filter(
    ({ customer, day }) => !(customer in spec.lastVisits) && (since.get(customer) ?? day) <= day,
  );
  const kept = withoutMissed(regular, spec);
  const rare = territory.customers.flatMap((customer): readonly PastVisit[] => {
    const day = spec.lastVisits[customer.id] ?? null;
    const rep = customer.requiredRep ?? customer.preferredRep;
    return day === null ? [] : [{ customer: customer.id, day, kind: 'ordinary', rep, contact: null, requests: [], followUp: null }];
  });
  return [...kept, ...rare, ...spec.extraVisits].toSorted((a, b) => a.day - b.day);
}

/** The visits without the last one of a few customers, who still have a visit late in the month and so are not overdue yet. */
function withoutMissed(visits: readonly PastVisit[], { missed, seed }: TeamSpec): readonly PastVisit[] {
  const random = createRandom(seed);
  const last = visits.at(-1)?.day;
  const byCustomer = [...Map.groupBy(visits, ({ customer }) => customer).values()];
  const late = byCustomer.filter((own) => last !== undefined && (own.at(-2)?.day ?? 0) > last - LATELY);
  const lots = late.map((own) => ({ visit: own.at(-1), lot: random.next() })).toSorted((a, b) => a.lot - b.lot);
  const missedVisits = new Set(lots.slice(0, Math.round(missed * byCustomer.length)).map(({ visit }) => visit));
  return visits.filter((visit) => !missedVisits.has(visit));
}
