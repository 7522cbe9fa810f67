import type { CustomerId, VisitId } from '../../kernel/ids.ts';
import type { Day } from '../calendar.ts';
import type { Plan } from '../plan.ts';
import type { VisitKind } from '../policy.ts';
import type { Territory } from '../territory.ts';

/** Days on which each customer was or will be contacted, in order. */
interface Contacts {
  /** Visits in person. */
  readonly visits: ReadonlyMap<CustomerId, readonly Day[]>;
  /** Visits and calls. */
  readonly all: ReadonlyMap<CustomerId, readonly Day[]>;
}

/**
 * By visit, served or not: the days since the customer's last visit, planned ones included; for a call, since the last visit
 * or call. An unserved visit counts to the end of the plan. Spot checks count as no visit. Null for customers without an earlier
 * visit; where nothing is known of the past they are left out.
 */
export function daysSinceLast({ history }: Pick<Territory, 'history'>, plan: Plan): ReadonlyMap<VisitId, number | null> {
  const contacts = contactsOf(history, plan);
  const since = new Map<VisitId, number | null>();
  const note = (visit: VisitId, days: readonly Day[] | undefined, until: Day) => {
    const last = days?.findLast((day) => day < until);
    if (last !== undefined) since.set(visit, until - last);
    else if (history.length > 0) since.set(visit, null);
  };
  for (const { day, stops, calls } of plan.days) {
    for (const stop of stops) if (stop.type === 'visit') note(stop.visit, contacts.visits.get(stop.customer), day);
    for (const call of calls) note(call.visit, contacts.all.get(call.customer), day);
  }
  const end = plan.horizon.last;
  for (const { visit, customer, kind } of plan.unserved) {
    note(visit, (kind === 'call' ? contacts.all : contacts.visits).get(customer), end);
  }
  return since;
}

/** The day of each customer's last visit up to a day, of those in the history and in a plan; spot checks and calls count as none. */
export function lastVisitDays({ history }: Pick<Territory, 'history'>, plan: Plan): ReadonlyMap<CustomerId, Day> {
  const { visits } = contactsOf(history, plan);
  return new Map(
    [...visits].flatMap(([customer, days]) => {
      const last = days.at(-1);
      return last === undefined ? [] : [[customer, last] as const];
    }),
  );
}

function contactsOf(history: Territory['history'], { days }: Plan): Contacts {
  const planned = days.flatMap(({ day, stops, calls }) =>
    [...stops.filter((stop) => stop.type === 'visit'), ...calls].map(({ customer, kind }) => ({ customer, kind, day })),
  );
  const contacts = [...history, ...planned].filter(({ kind }) => kind !== 'inspection').toSorted((a, b) => a.day - b.day);
  return { visits: daysByCustomer(contacts.filter(({ kind }) => kind !== 'call')), all: daysByCustomer(contacts) };
}

const daysByCustomer = (
  contacts: readonly { readonly customer: CustomerId; readonly kind: VisitKind; readonly day: Day }[],
): ReadonlyMap<CustomerId, readonly Day[]> =>
  new Map([...Map.groupBy(contacts, ({ customer }) => customer)].map(([customer, own]) => [customer, own.map(({ day }) => day)]));
