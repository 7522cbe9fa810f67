import { type Day, type DayRange, isWorkingDay, weekdayOf } from '../../../src/domain/calendar.ts';
import type { Companion, Contact } from '../../../src/domain/contact.ts';
import type { Customer } from '../../../src/domain/customer.ts';
import type { VisitKind } from '../../../src/domain/policy.ts';
import type { Territory } from '../../../src/domain/territory.ts';
import { type VisitingHours, type Window, overlapOf } from '../../../src/domain/visiting-hours.ts';
import type { RepId, RequestId } from '../../../src/kernel/ids.ts';
import { seconds } from '../../../src/kernel/units.ts';

/** What a customer, or one of its contacts, is to be visited for in a month. */
export interface Errand {
  readonly customer: Customer;
  /** Who is to be met; null for whoever is there. */
  readonly contact: Contact | null;
  readonly kind: VisitKind;
  /** The request that asks for it; null for a frequency. */
  readonly request: RequestId | null;
  /** [visit] the days of which the visit takes one, in order of time. */
  readonly cycles: readonly DayRange[];
  readonly minGapDays: number;
  readonly maxGapDays: number;
  /** Seconds of one visit, with what an appointment is kept early by. */
  readonly dwell: number;
  /** The last visit before the month that counts; null for none. */
  readonly before: Day | null;
  /** Days of which one must have a visit; null where none must. */
  readonly within: DayRange | null;
  /** The only times at which the visit may start, by day; null for any that the customer welcomes. */
  readonly fixed: { readonly day: Day; readonly from: number } | null;
  /** Who may go, in the territory's order. */
  readonly makers: readonly RepId[];
}

/** When an errand can be done on a day, start to end; empty where not at all. */
export function openingsOf({ calendar, policy, companions }: Territory, errand: Errand, at: Day): readonly Window[] {
  const { customer, contact, kind, fixed, dwell } = errand;
  if (customer.closedDays.includes(at)) return [];
  if (fixed !== null) return fixed.day === at ? [{ from: seconds(fixed.from), until: seconds(fixed.from + dwell) }] : [];
  const companion = kind === 'inspection' ? undefined : companions.find(({ id }) => id === customer.companion);
  if (isAway(companion, at)) return [];
  const isHoliday = calendar.exceptions.has(at) && !isWorkingDay(calendar, at);
  const on = ({ byWeekday, onHolidays }: VisitingHours) => (isHoliday ? onHolidays : null) ?? byWeekday[weekdayOf(at)];
  const open = on(customer.hours ?? policy.defaultHours[customer.setting]);
  return [contact?.hours, companion?.hours].reduce<readonly Window[]>((left, hours) => (hours ? overlapOf(left, on(hours)) : left), open);
}

const isAway = (companion: Companion | undefined, at: Day): boolean => companion?.daysOff.includes(at) === true;

/** The place of a visit in lists: equal for visits that count for each other. */
export const aimOf = ({ customer, contact, kind }: Errand): string => `${customer.id}\n${kind}\n${contact?.id ?? ''}`;
