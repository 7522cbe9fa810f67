import type { CustomerId } from '../kernel/ids.ts';
import type { Day } from './calendar.ts';
import type { Plan } from './plan.ts';

/** An earlier plan of the same days to start from, and the parts of it that stay as they are. */
export interface StartPlan {
  readonly plan: Pick<Plan, 'days'>;
  /** Days whose visits, reps and orders stay, and that take no other visits. */
  readonly days: readonly Day[];
  /** Customers whose visits keep their day, their rep and their order among each other. */
  readonly customers: readonly CustomerId[];
}
