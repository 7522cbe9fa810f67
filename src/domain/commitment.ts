import type { ContactId, CustomerId, RepId, RequestId } from '../kernel/ids.ts';
import type { Seconds } from '../kernel/units.ts';
import type { Day } from './calendar.ts';
import type { VisitKind } from './policy.ts';

/** How firmly a visit's day is held: in an approved plan, told to the customer, or agreed with it. */
export type Firmness = 'planned' | 'announced' | 'confirmed';

/** A day that an earlier plan gave to a visit. Whoever plans again keeps it, or pays for the change. */
export interface Commitment {
  readonly customer: CustomerId;
  readonly contact: ContactId | null;
  readonly kind: VisitKind;
  /** The request that the visit is for; null for a visit of a frequency. */
  readonly request: RequestId | null;
  readonly day: Day;
  /** Who was to come; null for anybody. */
  readonly rep: RepId | null;
  /** The time that was named; null for the day alone. */
  readonly at: Seconds | null;
  readonly firmness: Firmness;
}

/** Whether the customer knows of it, so that leaving it out would break a promise. */
export const isPromised = ({ firmness }: Commitment): boolean => firmness !== 'planned';
