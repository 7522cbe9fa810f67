import { z } from 'zod';
import type { CustomerRow } from './documents.ts';
import { type Kind, defineKind } from './kind.ts';
import { fieldMinutes, minutesOf, nameOf, travelMinutes } from './length-kinds.ts';
import { readOpenings } from './opening.ts';
import { type Scene, type SceneDay, type SceneRep, type SceneVisit, weekdayOf } from './scene.ts';

/** Kinds of visits that managers make. */
const MANAGING = new Set(['manager', 'inspection']);

/**
 * No rep has a working day without visits while wanted visits that the rep could make that day are left out. A visit
 * counts as wanted when leaving it out costs more than so many minutes: less is the price of one that is not behind.
 */
const noIdleDays = defineKind('noIdleDays', { wantedFrom: z.number() }, function* ({ wantedFrom }, scene) {
  const { days, unserved, customers } = scene;
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  const wanted = unserved.filter(({ kind, required, price }) => kind !== 'call' && (required || price > wantedFrom * 60));
  for (const day of days) {
    if (day.visits.length > 0 || fieldMinutes(day) < SHORT) continue;
    const own = wanted.filter(({ customer: id, kind, contact }) => {
      const customer = byId.get(id);
      return (
        customer !== undefined &&
        mayMake(day.rep, customer, kind) &&
        isPossibleOn(scene, day.day, { customer, contact: contact?.id ?? null })
      );
    });
    if (own.length > 0) yield `${nameOf(day)} is idle, while ${own.length} wanted visits are left out.`;
  }
});

/** A day with less field time than this holds no visit. */
const SHORT = 60;

function mayMake(rep: SceneRep, customer: CustomerRow, kind: string): boolean {
  if (MANAGING.has(kind) !== (rep.role === 'manager')) return false;
  const isOpen = customer.required_rep === '' || customer.required_rep === rep.id || rep.role === 'manager';
  return isOpen && (rep.areas.length === 0 || customer.area === '' || rep.areas.includes(customer.area));
}

/** Whether customer, contact and companion have time on a day at all. */
function isPossibleOn(
  { contacts, companions }: Scene,
  day: string,
  { customer, contact }: Pick<SceneVisit, 'customer' | 'contact'>,
): boolean {
  const person = contacts.find(({ id, customer: of }) => id === contact && of === customer.id);
  const companion = companions.find(({ id }) => id === customer.companion);
  const hours = [customer.hours, person?.hours ?? '', companion?.hours ?? ''].filter((text) => text !== '').map(readOpenings);
  const isOff = customer.closed_days.includes(day) || (companion?.days_off.includes(day) ?? false);
  return !isOff && hours.every((openings) => (openings.get(weekdayOf(day)) ?? []).length > 0);
}

/**
 * The loads of a rep's full days, stays and travel by field time, lie within so many points of their mean. A day that
 * is too full counts where one of its visits could move to a day below the mean by the hours of customer, contact and
 * companion; a day that is not full enough where a visit of a day above the mean could move to it. A rep with a mean
 * below `from` percent is let off: a few visits cannot be spread evenly.
 */
const levelLoads = defineKind('levelLoads', { points: z.number(), from: z.number() }, function* ({ points, from }, scene) {
  for (const own of Map.groupBy(scene.days, ({ rep }) => rep.id).values()) {
    const fullest = Math.max(...own.map(fieldMinutes));
    const visits = own.flatMap((day) => day.visits);
    const full = own
      .filter((day) => fieldMinutes(day) >= fullest * 0.99 && visits.some((visit) => isPossibleOn(scene, day.day, visit)))
      .map((day) => ({ day, load: loadOf(day) }));
    const mean = full.reduce((sum, { load }) => sum + load, 0) / full.length;
    if (mean < from) continue;
    const [low, high] = [full.filter(({ load }) => load < mean), full.filter(({ load }) => load > mean)];
    const canMove = (visits: readonly SceneVisit[], to: SceneDay) => visits.some((visit) => isPossibleOn(scene, to.day, visit));
    for (const { day, load } of full.filter((one) => Math.abs(one.load - mean) > points)) {
      const isAvoidable =
        load > mean ? low.some((other) => canMove(day.visits, other.day)) : high.some((other) => canMove(other.day.visits, day));
      if (isAvoidable) yield `${nameOf(day)} has a load of ${Math.round(load)} %, the mean is ${Math.round(mean)} %.`;
    }
  }
});

/** Stays and travel, in percent of the field time. */
const loadOf = (day: SceneDay): number => ((minutesOf(day.visits) + travelMinutes(day)) / fieldMinutes(day)) * 100;

/** Nobody is visited twice a day by reps, unless two contacts or two appointments ask for it. */
const onceADay = defineKind('onceADay', {}, function* (_asked, { visits, requests }) {
  const agreed = new Set(requests.filter((request) => request.appointment_day !== '').map(({ id }) => id));
  const byReps = visits.filter(({ kind }) => !MANAGING.has(kind));
  for (const [key, own] of Map.groupBy(byReps, ({ customer, day }) => `${customer.id} on ${day}`)) {
    const named = own.filter((visit) => visit.contact !== null);
    const hasReason =
      new Set(named.map(({ contact }) => contact)).size === own.length ||
      own.every(({ answers }) => answers.some((request) => agreed.has(request)));
    if (own.length > 1 && !hasReason) yield `${key} is visited ${own.length} times.`;
  }
});

/** The visits to each contact of a role, those of the history included, lie at least so many days apart. */
const contactsApart = defineKind('contactsApart', { role: z.string(), days: z.int().min(1) }, function* ({ role, days }, scene) {
  const met = scene.contacts.filter((contact) => contact.role === role);
  if (met.length === 0) yield `Nobody is ${role}.`;
  for (const { id, customer } of met) {
    const planned = scene.visits.filter((visit) => visit.customer.id === customer && visit.contact === id).map(({ day }) => day);
    const made = scene.history.filter((visit) => visit.customer === customer && visit.contact === id).map(({ day }) => day);
    const all = [...made, ...planned].toSorted();
    for (const [i, day] of all.entries()) {
      const before = all[i - 1];
      if (before === undefined || !planned.includes(day)) continue;
      const gap = Temporal.PlainDate.from(before).until(day).days;
      if (gap < days) yield `${id} of ${customer} is visited on ${before} and ${gap} days later.`;
    }
  }
});

/** At least so many percent of the visits to customers with a clear usual weekday fall on it: see `clearWeekday`. */
const usualWeekday = defineKind('usualWeekday', { percent: z.number() }, function* ({ percent }, scene) {
  const regular = scene.visits.filter(({ kind, answers }) => !MANAGING.has(kind) && answers.length === 0);
  const judged = regular.flatMap((visit) => {
    const usual = clearWeekday(scene, visit);
    return usual === null ? [] : [weekdayOf(visit.day) === usual];
  });
  const kept = judged.filter(Boolean).length;
  if (judged.length === 0) yield 'No customer has a usual weekday.';
  else if (kept < (judged.length * percent) / 100) yield `${kept} of ${judged.length} visits fall on the usual weekday.`;
});

/** The weekday of at least two, and three in five, of a customer's last five visits before the horizon; null for none. */
function clearWeekday({ history, horizon }: Scene, { customer, kind }: SceneVisit): number | null {
  const first = horizon[0] ?? '';
  const past = history.filter((visit) => visit.customer === customer.id && visit.kind === kind && visit.day < first);
  const last = past
    .map(({ day }) => day)
    .toSorted()
    .slice(-5)
    .map(weekdayOf);
  const counts = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, count: last.filter((other) => other === weekday).length }));
  const most = counts.toSorted((a, b) => b.count - a.count)[0];
  return most !== undefined && most.count >= 2 && most.count >= 0.6 * last.length ? most.weekday : null;
}

/** Expectations of how even the days are, and how steady the rhythm. */
export const levelKinds: readonly Kind[] = [noIdleDays, levelLoads, onceADay, contactsApart, usualWeekday];
