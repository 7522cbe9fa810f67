import type { ContactId, CustomerId, RepId, RequestId } from '../kernel/ids.ts';
import type { Calendar, Day } from './calendar.ts';
import type { Commitment } from './commitment.ts';
import type { Companion } from './contact.ts';
import type { Customer, Location } from './customer.ts';
import type { GivenTrip } from './travel/given-trip.ts';
import type { Policy, VisitKind } from './policy.ts';
import type { Rep } from './rep.ts';
import type { Campaign, VisitRequest } from './request.ts';

/** A visit or a call that took place. */
export interface PastVisit {
  readonly customer: CustomerId;
  readonly day: Day;
  readonly kind: VisitKind;
  readonly rep: RepId | null;
  /** The person met; null when it is unknown, and then the visit counts for no contact. */
  readonly contact: ContactId | null;
  /** The requests that it answered. */
  readonly requests: readonly RequestId[];
  /** The day by which the rep promised to come again; null for no promise. */
  readonly followUp: Day | null;
}

/** All data that a plan is made from. */
export interface Territory {
  readonly id: string;
  readonly name: string;
  /** IANA name, such as `Asia/Shanghai`. */
  readonly timeZone: string;
  readonly calendar: Calendar;
  /** The first day on which its reps plan; visits of days before it are not owed. Null when it is unknown. */
  readonly startedOn: Day | null;
  /** Outline, as rings of locations, outer ring first; null for none. */
  readonly boundary: readonly (readonly Location[])[] | null;
  readonly customers: readonly Customer[];
  readonly reps: readonly Rep[];
  readonly policy: Policy;
  readonly history: readonly PastVisit[];
  readonly requests: readonly VisitRequest[];
  readonly campaigns: readonly Campaign[];
  /** Days that earlier plans gave to visits. */
  readonly commitments: readonly Commitment[];
  /** People who lead reps to customers. */
  readonly companions: readonly Companion[];
  /** Travel that is given; travel that is not is estimated. Left out where nothing is given. */
  readonly trips?: readonly GivenTrip[];
}
