import type { CustomerRow } from './documents.ts';
import type { Scene } from './scene.ts';

/** A visit or a call, made before the horizon or planned. */
export interface Meeting {
  readonly customer: string;
  readonly day: string;
  readonly kind: string;
  /** Empty where nobody noted who came. */
  readonly rep: string;
  /** Empty for whoever was there. */
  readonly contact: string;
}

/** All visits and calls of a customer: those of history before the horizon, then those of the plan. */
export function meetingsOf({ history, visits, days, horizon }: Scene): (customer: CustomerRow) => readonly Meeting[] {
  const past = history.filter(({ day }) => day < (horizon[0] ?? ''));
  const planned = visits.map(({ customer, contact, ...visit }) => ({ ...visit, customer: customer.id, contact: contact ?? '' }));
  const calls = days
    .flatMap((day) => day.calls)
    .map(({ customer, contact, ...call }) => ({ ...call, kind: 'call', customer: customer.id, contact: contact ?? '' }));
  const all = Map.groupBy([...past, ...planned, ...calls], ({ customer }) => customer);
  return ({ id }) => all.get(id) ?? [];
}
