import { z } from 'zod';
import { clock } from './documents.ts';
import { type Kind, defineKind } from './kind.ts';
import { fieldMinutes, nameOf } from './length-kinds.ts';
import { type SceneCalendar, type SceneDay, addDays, clockName, dayOfMonth, monthDays, weekdayOf } from './scene.ts';

const minimum = { setting: z.enum(['town', 'country']), perFullDay: z.number(), fullFieldMinutes: z.number() };
const minimumOfKind = z.object({ kind: z.literal('fewestVisits'), ...minimum });
type Minimum = z.infer<typeof minimumOfKind>;

/**
 * Visits on a full day in the field, fewer in proportion where duties take part of it. A day is held
 * against the setting that most of its visits have; on a mixed day the minimums of its settings mix.
 */
const fewestVisits = defineKind('fewestVisits', minimum, function* ({ setting, fullFieldMinutes }, { days, expect }) {
  const minimums = expect.expectations.flatMap((other) => minimumOfKind.safeParse(other).data ?? []);
  for (const day of days) {
    if (mainSetting(day, minimums) !== setting) continue;
    const full = day.visits.length === 0 ? Math.min(...minimums.map(({ perFullDay }) => perFullDay)) : mixed(day, minimums);
    const least = Math.floor(full * Math.min(1, fieldMinutes(day) / fullFieldMinutes));
    if (day.visits.length < least) yield `${nameOf(day)} has ${day.visits.length} visits instead of ${least}.`;
  }
});

function mainSetting({ visits }: SceneDay, minimums: readonly Minimum[]): string | undefined {
  const share = (setting: string) => visits.filter(({ customer }) => customer.setting === setting).length;
  return minimums.toSorted((a, b) => share(b.setting) - share(a.setting) || a.perFullDay - b.perFullDay)[0]?.setting;
}

function mixed({ visits }: SceneDay, minimums: readonly Minimum[]): number {
  const each = visits.map(({ customer }) => minimums.find(({ setting }) => setting === customer.setting)?.perFullDay ?? 0);
  return each.reduce((sum, n) => sum + n, 0) / visits.length;
}

/** The day's first stop is a duty at the base that starts by the clock. */
const atOfficeBefore = defineKind('atOfficeBefore', { clock }, function* ({ clock }, { days }) {
  for (const day of days) {
    const [first] = day.duties;
    const isFirst = first !== undefined && day.visits.every(({ start }) => start >= first.start);
    if (!isFirst || first.start > clock || !isAtBase(day, first))
      yield `${nameOf(day)} does not begin at the office by ${clockName(clock)}.`;
  }
});

/** Duties that begin before the clock, of which there is one at least, are done by then. */
const dutiesDoneBy = defineKind('dutiesDoneBy', { clock }, function* ({ clock }, { days }) {
  for (const day of days) {
    const early = day.duties.filter(({ start }) => start < clock);
    if (early.length === 0) yield `${nameOf(day)} has no duty before ${clockName(clock)}.`;
    for (const { name, end } of early)
      if (end > clock) yield `${nameOf(day)}: ${name} lasts until ${clockName(end)}, past ${clockName(clock)}.`;
  }
});

/** The rep is at the first customer by the clock, unless a duty lasts that long. */
const firstCustomerBefore = defineKind('firstCustomerBefore', { clock }, function* ({ clock }, { days }) {
  for (const day of days) {
    const [first] = day.visits;
    if (first === undefined || day.duties.some(({ start, end }) => start <= clock && end >= clock)) continue;
    if (first.arrival > clock) yield `${nameOf(day)} reaches the first customer at ${clockName(first.arrival)}, after ${clockName(clock)}.`;
  }
});

const officeDays = {
  from: clock,
  weekday: z.int().min(1).max(7).optional(),
  dayOfMonth: z.int().min(1).max(31).optional(),
  lastWorkingDay: z.literal(true).optional(),
};

/** Office work at the base from the clock to the shift's end; a date that is no working day moves to the next. */
const officeDuty = defineKind('officeDuty', officeDays, function* ({ from, ...when }, { days, calendar, horizon }) {
  const isNamed = (day: string) => weekdayOf(day) === when.weekday || dayOfMonth(day) === when.dayOfMonth;
  const isLast = (day: string) => when.lastWorkingDay === true && monthDays(day).findLast(calendar.isWorkingDay) === day;
  const due = horizon.filter((day) => calendar.isWorkingDay(day) && (isLast(day) || datesHeldOn(day, calendar).some(isNamed)));

  if (due.length === 0) yield 'The horizon holds no day with this duty.';
  for (const day of days.filter((day) => due.includes(day.day))) {
    const atBase = day.duties.filter((duty) => isAtBase(day, duty)).toSorted((a, b) => a.start - b.start);
    // One duty may follow the other.
    const until = atBase.reduce((end, duty) => (duty.start <= end ? Math.max(end, duty.end) : end), from);
    const isKept = until >= day.shift.until;
    if (!isKept) yield `${nameOf(day)} is not in the office from ${clockName(from)} to the end of the shift.`;
  }
});

/** A working day and the days off right before it, a month of them at most: duties of these move to it. */
function datesHeldOn(day: string, { isWorkingDay }: SceneCalendar): readonly string[] {
  const before = Array.from({ length: 31 }, (_, i) => addDays(day, -1 - i));
  const last = before.findIndex(isWorkingDay);
  return [day, ...before.slice(0, last < 0 ? before.length : last)];
}

function isAtBase({ rep }: SceneDay, { location }: SceneDay['duties'][number]): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;
  return location !== null && near(location.lat, rep.start_lat) && near(location.lng, rep.start_lng);
}

/** Expectations of a rep's day as a whole. */
export const dayKinds: readonly Kind[] = [fewestVisits, atOfficeBefore, dutiesDoneBy, firstCustomerBefore, officeDuty];
