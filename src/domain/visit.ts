import type { VisitId } from '../kernel/ids.ts';
import type { Seconds } from '../kernel/units.ts';
import type { Day, DayRange } from './calendar.ts';
import type { Customer } from './customer.ts';
import type { Frequency } from './policy.ts';

/** One occurrence that is due. */
export interface Visit {
  readonly id: VisitId;
  /** Days on which it may fall: its cycle within the horizon. */
  readonly days: DayRange;
  /** Required by the pace or by the longest gap; otherwise wanted, as its weight says. */
  readonly required: boolean;
  /** 0 … 1 for optional visits: how far the customer is behind its pace. 1 for required ones. */
  readonly weight: number;
}

/**
 * The visits of one customer under one frequency over the horizon, required ones first within
 * each cycle. Visits of one cycle are interchangeable but for what leaving them out costs.
 */
export interface VisitSeries {
  readonly customer: Customer;
  readonly frequency: Frequency;
  readonly dwell: Seconds;
  /** The last counted visit before the horizon; null when there is none. */
  readonly lastVisit: Day | null;
  readonly visits: readonly Visit[];
}
