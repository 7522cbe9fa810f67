import type { RepId } from '../../kernel/ids.ts';
import { type Seconds, seconds } from '../../kernel/units.ts';
import { type Day, holds } from '../calendar.ts';
import { coversAreaOf, mayMake } from '../may-serve.ts';
import { callingHours } from '../hours/meeting-hours.ts';
import type { RepDay } from '../rep-day/rep-day.ts';
import type { Rep } from '../rep.ts';
import type { Territory } from '../territory.ts';
import type { VisitSeries } from '../visit.ts';

/** The rep who makes the calls of a series: the customer's own rep if allowed, else the first rep who may; null for none. */
export function callerOf(reps: readonly Rep[], series: Pick<VisitSeries, 'customer' | 'makers'>): RepId | null {
  const { customer } = series;
  const able = reps.filter((rep) => mayMake(rep, series) && coversAreaOf(rep, customer)).map(({ id }) => id);
  return [customer.requiredRep, customer.preferredRep, ...able].find((id) => id !== null && able.includes(id)) ?? null;
}

/** Whether the customer can be reached on a day for as long as a call takes. */
export const isReached = (territory: Territory, series: VisitSeries, day: Day): boolean =>
  !series.customer.closedDays.includes(day) && callingHours(territory, series, day).some(({ from, until }) => until - from >= series.dwell);

/**
 * [rep-day] the share of required calls in its time. A call is shared by the days of its caller on which it may be made
 * and the customer can be reached, in proportion to their field time; a call without such a day takes no time.
 */
export function callShares(territory: Territory, repDays: readonly RepDay[], calls: readonly VisitSeries[]): readonly Seconds[] {
  const shares = repDays.map(() => 0);
  const slotsOf = new Map([...Map.groupBy(repDays.keys(), (slot) => repDays[slot]?.rep.id)].map(([rep, slots]) => [rep, [...slots]]));
  for (const series of calls) {
    const caller = callerOf(territory.reps, series);
    const open = (caller === null ? [] : (slotsOf.get(caller) ?? [])).flatMap((slot) => {
      const repDay = repDays[slot];
      return repDay !== undefined && repDay.fieldTime > 0 && isReached(territory, series, repDay.day) ? [{ slot, ...repDay }] : [];
    });
    for (const { required, days } of series.visits) {
      const bearers = required ? open.filter(({ day }) => holds(days, day)) : [];
      const field = bearers.reduce((sum, { fieldTime }) => sum + fieldTime, 0);
      for (const { slot, fieldTime } of bearers) shares[slot] = (shares[slot] ?? 0) + (series.dwell * fieldTime) / field;
    }
  }
  return shares.map((share) => seconds(share));
}
