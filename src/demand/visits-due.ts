import { type Calendar, type Day, type DayRange, formatDay, holds, workingDays } from '../domain/calendar.ts';
import type { Customer } from '../domain/customer.ts';
import type { Frequency, Tier } from '../domain/policy.ts';
import type { PastVisit, Territory } from '../domain/territory.ts';
import type { Visit, VisitSeries } from '../domain/visit.ts';
import { present } from '../kernel/assert.ts';
import { visitId } from '../kernel/ids.ts';
import { cyclesIn } from './cycle.ts';
import { frequenciesFor } from './frequency-for.ts';
import { latestDays } from './latest-days.ts';
import { paceAt } from './pace.ts';
import { roomFor } from './room-for.ts';

/** Weight of a visit that is not behind its pace: it may be pulled forward, but nothing is lost without it. */
const PULLED_FORWARD = 0.05;

/** What one cycle asks within the horizon. */
interface CycleDemand {
  readonly cycle: DayRange;
  /** The cycle's days in the horizon; at least one is a working day. */
  readonly days: DayRange;
  /** Counted visits before the horizon. */
  readonly done: number;
  /** Visits that an even pace has made by the horizon's end, with a fraction. */
  readonly pace: number;
  /** What the frequency's count leaves to do. */
  readonly asked: number;
  /** How many of the horizon's visits the spacing has room for. */
  readonly room: number;
}

/** A customer under a frequency over a horizon, with what happened before. */
interface Case {
  readonly calendar: Calendar;
  readonly horizon: DayRange;
  readonly customer: Customer;
  readonly frequency: Frequency;
  /** Days of the visits before the horizon that count. */
  readonly past: readonly Day[];
  readonly lastVisit: Day | null;
}

/**
 * The visits due in a horizon: for each customer as listed, for each of its frequencies as listed.
 *
 * Of each cycle the count less the visits already made is due. Required is what an even pace over working
 * days has made by the horizon's end, rounded down, and what keeps the longest gap; the rest is wanted, the
 * more the further the customer is behind. `atMost` asks nothing by pace. A gap may ask for more than
 * the count where that is `atLeast`, never otherwise. Series without visits are left out.
 */
export function visitsDue(territory: Territory, horizon: DayRange): readonly VisitSeries[] {
  const { calendar, policy } = territory;
  const before = Map.groupBy(
    territory.history.filter(({ day }) => day < horizon.first),
    ({ customer }) => customer,
  );
  const tiers = new Map(policy.tiers.map((tier) => [tier.id, tier]));
  return territory.customers.flatMap((customer) =>
    frequenciesFor(policy, customer).flatMap((frequency) => {
      const past = countedDays(before.get(customer.id) ?? [], frequency);
      const due = visitsOf({ calendar, horizon, customer, frequency, past, lastVisit: past.at(-1) ?? null });
      return due.length === 0 ? [] : [seriesOf(customer, frequency, { visits: due, lastVisit: past.at(-1) ?? null, tiers })];
    }),
  );
}

/** Days of the visits that count towards a frequency, in order. */
const countedDays = (visits: readonly PastVisit[], { kind, countsAlso }: Frequency): readonly Day[] =>
  visits
    .filter((visit) => visit.kind === kind || countsAlso.includes(visit.kind))
    .map(({ day }) => day)
    .toSorted((a, b) => a - b);

function seriesOf(
  customer: Customer,
  frequency: Frequency,
  { tiers, ...rest }: Pick<VisitSeries, 'visits' | 'lastVisit'> & { readonly tiers: ReadonlyMap<string, Tier> },
): VisitSeries {
  const dwell = customer.dwell ?? present(tiers.get(customer.tier), `Tier "${customer.tier}"`).dwell;
  return { customer, frequency, dwell, ...rest };
}

function visitsOf(one: Case): readonly Visit[] {
  const cycles = cyclesIn(one.frequency.cycle, one.horizon).flatMap((cycle) => demandOf(one, cycle));
  const required = requiredOf(one, cycles);
  return cycles.flatMap((demand, i) => visitsOfCycle(one, demand, required[i] ?? 0));
}

/** Nothing where the cycle has no working day left in the horizon. */
function demandOf({ calendar, horizon, frequency, past, lastVisit }: Case, cycle: DayRange): readonly CycleDemand[] {
  const days = intersection(cycle, horizon);
  const working = workingDays(calendar, days);
  if (working.length === 0) return [];
  const done = past.filter((day) => holds(cycle, day)).length;
  const { visits } = frequency.count;
  return [
    {
      cycle,
      days,
      done,
      pace: paceAt({ calendar, cycle, until: horizon.last, visits }),
      asked: Math.max(0, visits - done),
      room: roomFor({ days: working, minGapDays: frequency.minGapDays, lastVisit }),
    },
  ];
}

const intersection = (a: DayRange, b: DayRange): DayRange => ({
  first: a.first > b.first ? a.first : b.first,
  last: a.last < b.last ? a.last : b.last,
});

/** [cycle] visits required: those of the pace, and more where a gap would break without them. */
function requiredOf({ calendar, horizon, frequency, lastVisit }: Case, cycles: readonly CycleDemand[]): readonly number[] {
  const { bound } = frequency.count;
  const required = cycles.map(({ pace, done, asked }) => (bound === 'atMost' ? 0 : Math.min(asked, Math.max(0, Math.floor(pace) - done))));
  const at = (i: number) => required[i] ?? 0;

  latestDays({ calendar, lastVisit, maxGapDays: frequency.maxGapDays, horizon }).forEach((latest, nth) => {
    const begun = cycles.filter(({ days }) => days.first <= latest);
    const inTime = begun.reduce((sum, _, i) => sum + at(i), 0);
    if (inTime > nth) return;
    const withinCount = begun.findLastIndex(({ asked }, i) => asked > at(i));
    const i = withinCount < 0 && bound === 'atLeast' ? begun.length - 1 : withinCount;
    if (i >= 0) required[i] = at(i) + 1;
  });
  return required;
}

function visitsOfCycle({ customer, frequency }: Case, demand: CycleDemand, required: number): readonly Visit[] {
  const { cycle, days, done, pace, asked, room } = demand;
  const count = Math.max(required, Math.min(asked, room));
  return Array.from({ length: count }, (_, i) => ({
    id: visitId(customer.id, frequency.id, formatDay(cycle.first), done + i + 1),
    days,
    required: i < required,
    weight: i < required ? 1 : Math.min(1, Math.max(PULLED_FORWARD, pace - done - i)),
  }));
}
