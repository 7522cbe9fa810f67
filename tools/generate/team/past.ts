import { type Day, type DayRange, addDays, monthOf } from '../../../src/domain/calendar.ts';
import type { PastVisit, Territory } from '../../../src/domain/territory.ts';
import type { TeamSpec } from '../spec.ts';
import type { Errand } from './errand.ts';
import { type TeamMonth, planTeam } from './plan-team.ts';

/** Every visit and call of a month, by day. */
export function visitsOf({ reps, calls }: TeamMonth): readonly PastVisit[] {
  const met = reps.flatMap(({ rep, days, orders, errands }) =>
    orders.flatMap((order, d) =>
      order.flatMap((n) => {
        const errand = errands[n - 1];
        const day = days[d]?.repDay.day;
        return errand === undefined || day === undefined ? [] : [pastVisit(errand, rep.id, day)];
      }),
    ),
  );
  return [...met, ...calls.map(({ errand, rep, day }) => pastVisit(errand, rep, day))].toSorted((a, b) => a.day - b.day);
}

const pastVisit = ({ customer, kind, contact, request }: Errand, rep: PastVisit['rep'], day: Day): PastVisit => ({
  customer: customer.id,
  day,
  kind,
  rep,
  contact: contact?.id ?? null,
  request,
  followUp: null,
});

/**
 * What was done before the month: all that the policy asked of the month before, but for customers who were not yet
 * known or of whom the spec says when they were last seen; and whatever else the spec tells.
 */
export function historyBefore(spec: TeamSpec, territory: Territory, month: DayRange): readonly PastVisit[] {
  const earlier = monthOf(addDays(month.first, -1));
  const idle: Territory = { ...territory, requests: [], campaigns: [], commitments: [], history: [] };
  const since = new Map(territory.customers.map((customer) => [customer.id, customer.since]));
  const regular = visitsOf(planTeam(spec, idle, earlier)).filter(
    ({ customer, day }) => !(customer in spec.lastSeen) && (since.get(customer) ?? day) <= day,
  );
  const rare = territory.customers.flatMap((customer): readonly PastVisit[] => {
    const day = spec.lastSeen[customer.id] ?? null;
    const rep = customer.requiredRep ?? customer.preferredRep;
    return day === null ? [] : [{ customer: customer.id, day, kind: 'ordinary', rep, contact: null, request: null, followUp: null }];
  });
  return [...regular, ...rare, ...spec.history].toSorted((a, b) => a.day - b.day);
}
