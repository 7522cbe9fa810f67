import { type Calendar, type Day, type DayRange, addDays, addWorkingDays, isWorkingDay, weekdayOf, workingDays } from './calendar.ts';
import type { Customer } from './customer.ts';

/** How many working days before an order a visit falls: from 0, the order day itself, to `most`. */
export interface OrderLead {
  readonly least: number;
  readonly most: number;
}

/** Whether the customer orders on the day. What falls on days off is ordered on the next working day. */
export function isOrderDay(calendar: Calendar, { orderWeekday }: Customer, at: Day): boolean {
  if (orderWeekday === null || !isWorkingDay(calendar, at)) return false;
  const before = addWorkingDays(calendar, at, -1) ?? addDays(at, -1);
  return Array.from({ length: at - before }, (_, back) => weekdayOf(addDays(at, -back))).includes(orderWeekday);
}

/** The working days of a range that lie so shortly before an order of the customer; all of them when it has no order day. */
export function daysBeforeOrder(calendar: Calendar, customer: Customer, range: DayRange, { least, most }: OrderLead): readonly Day[] {
  const days = workingDays(calendar, range);
  if (customer.orderWeekday === null) return days;
  const leads = Array.from({ length: most - least + 1 }, (_, i) => least + i);
  return days.filter((day) =>
    leads.some((lead) => {
      const order = addWorkingDays(calendar, day, lead);
      return order !== null && isOrderDay(calendar, customer, order);
    }),
  );
}
