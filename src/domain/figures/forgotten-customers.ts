import type { CustomerId } from '../../kernel/ids.ts';
import type { Day } from '../calendar.ts';
import type { Customer } from '../customer.ts';
import { frequenciesFor } from '../frequency-for.ts';
import type { Plan } from '../plan.ts';
import type { Cycle, Frequency, VisitKind } from '../policy.ts';
import type { Territory } from '../territory.ts';
import { lastVisitDays } from './days-since.ts';

/** A customer without a visit for longer than its frequency allows, the visits of the plan included. */
export interface ForgottenCustomer {
  readonly customer: CustomerId;
  /** The last visit; null for a customer who was never visited. */
  readonly lastVisit: Day | null;
  /** Days from that to the end of the plan; null likewise. */
  readonly days: number | null;
  /** The most days that its frequency allows. */
  readonly most: number;
}

/** Kinds of visits by which reps keep up with their customers. */
const BY_REPS: ReadonlySet<VisitKind> = new Set<VisitKind>(['ordinary', 'return']);

/** Days of a month, at most. */
const MONTH = 31;

/**
 * The customers that are forgotten at the end of a plan, those without a visit for longest first: their last visit is longer
 * ago than the longest gap of their frequency, or two of its cycles where it has none. Retained customers who were never
 * visited come last; where nothing is known of the past they are left out.
 */
export function forgottenCustomers(plan: Plan, territory: Territory): readonly ForgottenCustomer[] {
  const lastDays = lastVisitDays(territory, plan);
  return territory.customers
    .flatMap((customer): readonly ForgottenCustomer[] => {
      const most = longestGapFor(territory, customer);
      if (most === null) return [];
      const lastVisit = lastDays.get(customer.id) ?? null;
      const days = lastVisit === null ? null : plan.horizon.last - lastVisit;
      const isForgotten = days === null ? customer.status === 'retained' && territory.history.length > 0 : days > most;
      return isForgotten ? [{ customer: customer.id, lastVisit, days, most }] : [];
    })
    .toSorted((a, b) => (b.days ?? -1) - (a.days ?? -1));
}

/** The most days that a customer may be without a visit; null for a customer without regular visits. */
function longestGapFor(territory: Territory, customer: Customer): number | null {
  const limits = frequenciesFor(territory, customer).filter(isRegular).map(limitOf);
  return limits.length === 0 ? null : Math.min(...limits);
}

const isRegular = ({ kind, count, sample }: Frequency): boolean => BY_REPS.has(kind) && count.bound !== 'atMost' && sample === null;

const limitOf = ({ maxGapDays, cycle }: Frequency): number => maxGapDays ?? 2 * daysIn(cycle);

const daysIn = (cycle: Cycle): number => (cycle.every === 'days' ? cycle.length : MONTH * (cycle.every === 'month' ? 1 : cycle.count));
