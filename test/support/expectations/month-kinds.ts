import { z } from 'zod';
import { isOver } from './cycles.ts';
import type { CustomerRow } from './documents.ts';
import { type Kind, defineKind } from './kind.ts';
import { type Scene, type SceneCalendar, type SceneVisit, dayOfMonth, monthDays, monthOf, weekOf } from './scene.ts';

const weekly = { tag: z.string(), least: z.int().min(1).default(1) };

/**
 * Customers with the tag are visited in every week of the horizon, visits before it included. A week in
 * which nobody who may come works owes nothing, and one that goes on working after the horizon neither.
 */
const weeklyVisits = defineKind('weeklyVisits', weekly, function* ({ tag, least }, scene) {
  const points = scene.customers.filter(({ tags }) => tags.includes(tag));
  if (points.length === 0) yield `No customer is tagged ${tag}.`;
  const daysSeen = daysSeenBy(scene);
  const weeks = [...new Map(scene.horizon.map((day) => [weekOf(day).join(), weekOf(day)])).values()];
  for (const week of weeks) {
    for (const point of points) {
      const workdays = week.filter((day) => someoneWorks(scene, point, day));
      if (workdays.length === 0 || !isOver(scene, workdays)) continue;
      const seen = daysSeen(point, week).length;
      if (seen < least) yield `${point.id} is visited ${seen} times in the week of ${week[0]} instead of ${least}.`;
    }
  }
});

const monthly = { tier: z.string(), least: z.int().min(1), statuses: z.array(z.string()).optional() };

/** Each customer of the tier has so many visits in every month that the horizon closes, those before the horizon included. */
const tierVisits = defineKind('tierVisits', monthly, function* ({ tier, least, statuses }, scene) {
  const customers = scene.customers.filter((customer) => customer.tier === tier && (statuses?.includes(customer.status) ?? true));
  const months = monthsOf(scene).filter((month) => isOver(scene, month.filter(scene.calendar.isWorkingDay)));
  if (customers.length === 0) yield `No customer is of tier ${tier}.`;
  if (months.length === 0) yield 'The horizon closes no month.';
  const daysSeen = daysSeenBy(scene);
  for (const month of months) {
    for (const customer of customers) {
      const seen = daysSeen(customer, month).length;
      if (seen < least) yield `${customer.id} of tier ${tier} has ${seen} visits in ${monthOf(month[0] ?? '')} instead of ${least}.`;
    }
  }
});

const phase = {
  tags: z.array(z.string()).min(1),
  fromDay: z.int().min(1),
  untilDay: z.int().max(31),
  least: z.int().min(0).default(1),
};

/**
 * Between two days of the month, customers with one of the tags have so many visits each, and they
 * make up more of all visits than on the other days of the month. Without a working day in between,
 * as many working days after it stand in.
 */
const focusPhase = defineKind('focusPhase', phase, function* ({ tags, fromDay, untilDay, least }, scene) {
  const focus = scene.customers.filter((customer) => customer.tags.some((tag) => tags.includes(tag)));
  if (focus.length === 0) yield `No customer is tagged ${tags.join(' or ')}.`;
  const phases = monthsOf(scene).map((month) => ({ month, days: phaseDays(month, { fromDay, untilDay }, scene.calendar) }));
  const within = phases.filter(({ days }) => days.length > 0 && days.every((day) => scene.horizon.includes(day)));
  if (within.length === 0) yield `The horizon holds no phase from the ${fromDay}. to the ${untilDay}.`;

  const daysSeen = daysSeenBy(scene);
  for (const { month, days } of within) {
    for (const customer of focus) {
      const seen = daysSeen(customer, days).length;
      if (seen < least) yield `${customer.id} has ${seen} visits from ${days[0]} to ${days.at(-1)} instead of ${least}.`;
    }
    const visits = scene.visits.filter(({ day }) => month.includes(day));
    const inside = shareOf(
      focus,
      visits.filter(({ day }) => days.includes(day)),
    );
    const outside = shareOf(
      focus,
      visits.filter(({ day }) => !days.includes(day)),
    );
    if (outside !== null && (inside ?? 0) <= outside) {
      yield `Focus customers have ${percent(inside)} of the visits from ${days[0]} to ${days.at(-1)}, and ${percent(outside)} of the month's others.`;
    }
  }
});

function phaseDays(
  month: readonly string[],
  { fromDay, untilDay }: { readonly fromDay: number; readonly untilDay: number },
  calendar: SceneCalendar,
) {
  const working = month.filter(calendar.isWorkingDay);
  const within = working.filter((day) => fromDay <= dayOfMonth(day) && dayOfMonth(day) <= untilDay);
  return within.length > 0 ? within : working.filter((day) => dayOfMonth(day) > untilDay).slice(0, untilDay - fromDay + 1);
}

/** The focus customers' share of some visits; null without visits. */
function shareOf(focus: readonly CustomerRow[], visits: readonly SceneVisit[]): number | null {
  const ids = new Set(focus.map(({ id }) => id));
  return visits.length === 0 ? null : visits.filter(({ customer }) => ids.has(customer.id)).length / visits.length;
}

const percent = (share: number | null): string => `${Math.round((share ?? 0) * 100)} %`;

/** The months that the horizon touches, each with all its days. */
const monthsOf = ({ horizon }: Scene): readonly (readonly string[])[] => [
  ...new Map(horizon.map((day) => [monthOf(day), monthDays(day)])).values(),
];

const someoneWorks = ({ reps, calendar }: Scene, { required_rep: owner }: CustomerRow, day: string): boolean =>
  reps.some(({ id }) => (owner === '' || owner === id) && calendar.shiftOn(id, day) !== null);

/** Days on which a customer was visited before the horizon or is by the plan, among the given ones. */
function daysSeenBy({ history, visits, horizon }: Scene): (customer: CustomerRow, among: readonly string[]) => readonly string[] {
  const past = history
    .filter(({ day, kind }) => day < (horizon[0] ?? '') && kind !== 'call')
    .map(({ customer, day }) => ({ id: customer, day }));
  const byCustomer = Map.groupBy([...past, ...visits.map(({ customer, day }) => ({ id: customer.id, day }))], ({ id }) => id);
  return ({ id }, among) => (byCustomer.get(id) ?? []).map(({ day }) => day).filter((day) => among.includes(day));
}

/** Expectations of a customer's days over weeks and months. */
export const monthKinds: readonly Kind[] = [weeklyVisits, tierVisits, focusPhase];
