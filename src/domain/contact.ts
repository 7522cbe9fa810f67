import type { CompanionId, ContactId } from '../kernel/ids.ts';
import type { Day } from './calendar.ts';
import type { VisitingHours } from './visiting-hours.ts';

/** A person at a customer. Visits count for each person apart. */
export interface Contact {
  readonly id: ContactId;
  readonly name: string;
  /** The person's role there, such as `leader` or `warehouse`; frequencies name it. */
  readonly role: string;
  /** The person's hours, within those of the customer; null for all of those. */
  readonly hours: VisitingHours | null;
}

/** A person who leads reps to customers and is no rep, such as a dealer's salesman. */
export interface Companion {
  readonly id: CompanionId;
  readonly name: string;
  /** The companion's hours; null for any time. */
  readonly hours: VisitingHours | null;
  readonly daysOff: readonly Day[];
}
