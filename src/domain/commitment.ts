import type { ContactId, CustomerId, RepId, RequestId } from '../kernel/ids.ts';
import type { Seconds } from '../kernel/units.ts';
import type { Day } from './calendar.ts';
import type { VisitKind } from './policy.ts';

/** How firm a visit's day is: in an approved plan, announced to the customer, or confirmed by it. */
export type Firmness = 'planned' | 'announced' | 'confirmed';

/** A day that an earlier plan gave to a visit. The next plan keeps it, or the change has a price. */
export interface Commitment {
  readonly customer: CustomerId;
  readonly contact: ContactId | null;
  readonly kind: VisitKind;
  /** The request that the visit is for; null for a visit of a frequency. */
  readonly request: RequestId | null;
  readonly day: Day;
  /** The rep of the earlier plan; null for any. */
  readonly rep: RepId | null;
  /** The time that the customer expects; null for the day alone. */
  readonly at: Seconds | null;
  readonly firmness: Firmness;
}

/** Whether the customer expects the visit, so that leaving it out breaks a promise. */
export const isPromised = ({ firmness }: Commitment): boolean => firmness !== 'planned';
