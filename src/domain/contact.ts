import type { CompanionId, ContactId } from '../kernel/ids.ts';
import type { Day } from './calendar.ts';
import type { VisitingHours } from './visiting-hours.ts';

/** A person at a customer. Who meets the keeper of the warehouse has not met the leader. */
export interface Contact {
  readonly id: ContactId;
  readonly name: string;
  /** What the person does there, such as `leader` or `warehouse`; frequencies name it. */
  readonly role: string;
  /** When the person can be met, within the customer's hours; null for all of those. */
  readonly hours: VisitingHours | null;
}

/** Somebody who is no rep but leads reps to customers, such as a dealer's salesman. */
export interface Companion {
  readonly id: CompanionId;
  readonly name: string;
  /** When the companion has time; null for any time. */
  readonly hours: VisitingHours | null;
  readonly daysOff: readonly Day[];
}
