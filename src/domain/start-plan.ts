import type { CustomerId, VisitId } from '../kernel/ids.ts';
import type { Day } from './calendar.ts';
import type { Plan } from './plan.ts';

/** An earlier plan of the same days to start from, and the parts of it that stay as they are. */
export interface StartPlan {
  readonly plan: Pick<Plan, 'days'>;
  /** Days whose visits, reps and orders stay, and that take no other visits. */
  readonly days: readonly Day[];
  /** Customers whose visits keep their day, their rep and their order among each other. */
  readonly customers: readonly CustomerId[];
  /** Its visits by reps or to customers who have left the territory; they are not in `plan`. */
  readonly gone: readonly StartVisit[];
}

/** A visit of a plan to start from. */
export interface StartVisit {
  readonly visit: VisitId;
  readonly customer: CustomerId;
  readonly day: Day;
}

/** A visit that a search did not take over, because its rep or customer has left, it is not due, or it no longer fits where it was. */
export interface LeftOfStart extends StartVisit {
  readonly because: 'gone' | 'not-due' | 'no-longer-fits';
}
