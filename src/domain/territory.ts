import type { CustomerId, RepId } from '../kernel/ids.ts';
import type { Calendar, Day } from './calendar.ts';
import type { Customer, Location } from './customer.ts';
import type { Policy, VisitKind } from './policy.ts';
import type { Rep } from './rep.ts';

/** A visit that took place. */
export interface PastVisit {
  readonly customer: CustomerId;
  readonly day: Day;
  readonly kind: VisitKind;
  readonly rep: RepId | null;
}

/** Everything that a plan is made from. */
export interface Territory {
  readonly id: string;
  readonly name: string;
  /** IANA name, such as `Asia/Shanghai`. */
  readonly timeZone: string;
  readonly calendar: Calendar;
  /** Outline, as rings of locations, outer ring first; null where none is drawn. */
  readonly boundary: readonly (readonly Location[])[] | null;
  readonly customers: readonly Customer[];
  readonly reps: readonly Rep[];
  readonly policy: Policy;
  readonly history: readonly PastVisit[];
}
