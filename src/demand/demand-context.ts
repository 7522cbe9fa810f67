import type { Calendar, Day, DayRange } from '../domain/calendar.ts';
import type { Commitment } from '../domain/commitment.ts';
import type { CompanionId, CustomerId } from '../kernel/ids.ts';
import type { Customer } from '../domain/customer.ts';
import type { Frequency, VisitKind } from '../domain/policy.ts';
import type { VisitRequest } from '../domain/request.ts';
import type { PastVisit, Territory } from '../domain/territory.ts';
import type { VisitSeries } from '../domain/visit.ts';
import { present } from '../kernel/assert.ts';
import type { Seconds } from '../kernel/units.ts';

/** Chooses series by the kind of their visits, and by whether managers make them together with reps. */
export type SeriesFilter = (facts: Pick<Frequency, 'kind' | 'joint' | 'telephone'>) => boolean;

/** A territory over a horizon, with data by customer. */
export interface DemandContext {
  readonly territory: Territory;
  readonly calendar: Calendar;
  readonly horizon: DayRange;
  readonly filter: SeriesFilter;
  /** Visits before the horizon. */
  readonly past: ReadonlyMap<CustomerId, readonly PastVisit[]>;
  readonly requests: ReadonlyMap<CustomerId, readonly VisitRequest[]>;
  /** Within the horizon, by day. */
  readonly commitments: ReadonlyMap<CustomerId, readonly Commitment[]>;
  /** The first day from which the territory owes visits. */
  readonly owesFrom: Day;
  /** The days of a cycle for which a customer is drawn, all of them without a sample; null for a customer who is not drawn. */
  readonly daysDrawn: (frequency: Frequency, cycle: DayRange, customer: Customer) => DayRange | null;
}

/** The customer's own time, or else its tier's. */
export function dwellAt({ policy }: Pick<Territory, 'policy'>, { dwell, tier }: Customer): Seconds {
  const own = policy.tiers.find(({ id }) => id === tier);
  return dwell ?? present(own, `Tier "${tier}"`).dwell;
}

/** The companion of a series; calls and inspections have none. */
export function companionOf({ companions }: Territory, kind: VisitKind, id: CompanionId | null): VisitSeries['companion'] {
  if (id === null || kind === 'call' || kind === 'inspection') return null;
  return present(
    companions.find((companion) => companion.id === id),
    `Companion "${id}"`,
  );
}
