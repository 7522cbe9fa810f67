import { type Day, type DayRange, addDays } from '../domain/calendar.ts';
import type { Customer } from '../domain/customer.ts';
import type { Territory } from '../domain/territory.ts';

/** Days by which a history may begin later than a cycle and still be taken for all that happened in the cycle. */
const SLACK = 7;

/**
 * The first day from which a territory owes visits: the day on which it started, or else, where its history is empty, the
 * horizon's first day. A history that begins within a cycle, more than a week after the cycle, says the same.
 */
export function territoryOwesFrom({ startedOn, history }: Pick<Territory, 'startedOn' | 'history'>, horizon: DayRange): Day {
  if (startedOn !== null) return startedOn;
  const days = history.filter(({ day }) => day < horizon.first).map(({ day }) => day);
  return days.length === 0
    ? horizon.first
    : addDays(
        days.reduce((first, day) => (day < first ? day : first)),
        -SLACK,
      );
}

/** The first day from which a customer is owed visits: that of its territory, or the day on which it got its present status. */
export const customerIsOwedFrom = (territoryFrom: Day, { since }: Pick<Customer, 'since'>): Day =>
  since !== null && since > territoryFrom ? since : territoryFrom;
