import { z } from 'zod';
import { audienceOf, audienceShape } from './audience.ts';
import { clockSeconds } from './documents.ts';
import { type Kind, defineKind } from './kind.ts';
import { meetingsOf } from './met.ts';
import { type Scene, type SceneVisit, addDays, clockName, daysFrom, weekdayOf } from './scene.ts';

/** Whoever has an appointment in the horizon is visited then: the rep is there as early as was meant, and on time. */
const appointmentsKept = defineKind('appointmentsKept', {}, function* (_, { requests, visits, horizon }) {
  const agreed = requests.filter(({ appointment_day: day }) => horizon.includes(day));
  if (agreed.length === 0) yield 'Nothing is agreed on in the horizon.';
  for (const { id, appointment_day: day, appointment_at: at, early_minutes: early } of agreed) {
    const time = clockSeconds(at);
    const visit = visits.find(({ answers }) => answers.includes(id));
    const isKept =
      visit !== undefined && visit.day === day && visit.arrival <= time - 60 * Number(early) && visit.start <= time && time < visit.end;
    if (!isKept)
      yield `The appointment ${id} at ${at} on ${day} is not kept${visit === undefined ? '' : `: the rep is there on ${visit.day} from ${clockName(visit.arrival)}`}.`;
  }
});

/** What has to be done once, by a date in the horizon, is done from its first day to that date. */
const requestsKept = defineKind('requestsKept', {}, function* (_, { requests, visits, days, horizon }) {
  const due = requests.filter(({ required, deadline }) => required !== 'no' && horizon.includes(deadline));
  if (due.length === 0) yield 'Nothing has to be done in the horizon.';
  const made = [...visits, ...days.flatMap(({ calls }) => calls)];
  for (const { id, customer, from, deadline } of due) {
    if (!made.some(({ answers, day }) => answers.includes(id) && from <= day && day <= deadline))
      yield `${id} of ${customer} is not done from ${from} to ${deadline}.`;
  }
});

/** Whoever knows of a day of an earlier plan is visited on that day, by whoever was to come. */
const commitmentsKept = defineKind('commitmentsKept', {}, function* (_, { commitments, visits, horizon }) {
  const known = commitments.filter(({ day, firmness }) => horizon.includes(day) && (firmness === 'announced' || firmness === 'confirmed'));
  if (known.length === 0) yield 'Nobody was told of a day in the horizon.';
  for (const { customer, day, rep, firmness } of known) {
    if (!visits.some((visit) => visit.customer.id === customer && visit.day === day && (rep === '' || visit.rep === rep)))
      yield `${customer} was ${firmness === 'announced' ? 'told of' : 'promised'} ${day}${rep === '' ? '' : ` and ${rep}`}, and is not visited then.`;
  }
});

const metOnce = { ...audienceShape, contactRole: z.string(), visitKind: z.string(), from: z.iso.date(), until: z.iso.date() };

/** Each contact of the role has a visit of the kind that a campaign asks for, between two days. */
const campaignTold = defineKind('campaignTold', metOnce, function* ({ contactRole, visitKind, from, until, ...audience }, scene) {
  const ids = new Set(audienceOf(scene, audience).map(({ id }) => id));
  const meant = scene.contacts.filter(({ role, customer }) => role === contactRole && ids.has(customer));
  if (meant.length === 0) yield `Nobody is ${contactRole}.`;
  for (const { id, customer } of meant) {
    const isTold = scene.visits.some(
      ({ contact, customer: one, answers, kind, day }) =>
        one.id === customer && contact === id && answers.length > 0 && kind === visitKind && from <= day && day <= until,
    );
    if (!isTold) yield `${id} of ${customer} is not told between ${from} and ${until}.`;
  }
});

/** Each visit lasts as long as was planned for it: by its request, else by its customer, else by its tier. An appointment's early time is no part of it. */
const stayHonoured = defineKind('stayHonoured', { tiers: z.record(z.string(), z.number()) }, function* ({ tiers }, { requests, visits }) {
  if (visits.length === 0) yield 'The plan has no visits.';
  const byId = new Map(requests.map((request) => [request.id, request]));
  for (const { customer, answers, start, end, day, kind } of visits) {
    if (kind === 'manager' || kind === 'inspection') continue;
    const asked = answers.flatMap((id) => byId.get(id) ?? []);
    const usual = Number(customer.dwell_minutes || (tiers[customer.tier] ?? 0));
    const early = asked.reduce((sum, { early_minutes: minutes }) => sum + Number(minutes), 0);
    const longest = Math.max(...asked.map(({ dwell_minutes: minutes }) => Number(minutes || usual)), asked.length === 0 ? usual : 0);
    const planned = longest + early;
    // A request may stand for a visit of a frequency that lasts longer.
    if (end - start !== 60 * planned && end - start !== 60 * (Math.max(longest, usual) + early))
      yield `The visit to ${customer.id} on ${day} lasts ${(end - start) / 60} min; ${planned} were planned.`;
  }
});

/** Whoever was promised at the last visit to be seen again is seen again by then; at once where that day is over. */
const followUpsKept = defineKind('followUpsKept', {}, function* (_, { history, visits, horizon }) {
  const [first, last] = [horizon[0] ?? '', horizon.at(-1) ?? ''];
  const latest = new Map(
    history
      .filter(({ day }) => day < first)
      .toSorted((a, b) => (a.day < b.day ? -1 : 1))
      .map((visit) => [`${visit.customer} ${visit.kind} ${visit.contact}`, visit]),
  );
  const promised = [...latest.values()].filter(({ follow_up: by }) => by !== '' && by <= last);
  if (promised.length === 0) yield 'Nothing was promised for the horizon.';
  for (const { customer, follow_up: by } of promised) {
    const until = by < first ? last : by;
    if (!visits.some((visit) => visit.customer.id === customer && visit.day <= until)) yield `${customer} was to be seen again by ${by}.`;
  }
});

/** New customers have their first visit within so many days of being won, as far as the horizon reaches. */
const newCustomersWithin = defineKind('newCustomersWithin', { days: z.int().min(1) }, function* ({ days }, scene) {
  const won = scene.customers.filter(({ status, since }) => status === 'new' && since !== '');
  const due = won.filter(({ since }) => addDays(since, days) <= (scene.horizon.at(-1) ?? ''));
  if (due.length === 0) yield 'Nobody is new.';
  const meetings = meetingsOf(scene);
  for (const customer of due) {
    const by = addDays(customer.since, days);
    const until = by < (scene.horizon[0] ?? '') ? (scene.horizon.at(-1) ?? '') : by;
    const isSeen = meetings(customer).some(({ kind, day }) => kind !== 'call' && customer.since <= day && day <= until);
    if (!isSeen) yield `${customer.id}, won on ${customer.since}, is not seen by ${by}.`;
  }
});

/** Customers not seen for at least so many days are all seen within the first working days of the horizon, so many of them. */
const longestUnseenFirst = defineKind(
  'longestUnseenFirst',
  { ...audienceShape, unseenDays: z.int().min(1), withinDays: z.int().min(1) },
  function* ({ unseenDays, withinDays, ...audience }, scene) {
    const first = scene.horizon[0] ?? '';
    const worked = scene.horizon.filter(scene.calendar.isWorkingDay).slice(0, withinDays);
    const meetings = meetingsOf(scene);
    const lastSeen = (customer: Scene['customers'][number]) =>
      meetings(customer)
        .filter(({ day, kind }) => day < first && kind !== 'call')
        .map(({ day }) => day)
        .toSorted()
        .at(-1);
    const forgotten = audienceOf(scene, audience).filter((customer) => {
      const last = lastSeen(customer);
      return last !== undefined && last <= addDays(first, -unseenDays);
    });
    if (forgotten.length === 0) yield `Nobody was unseen for ${unseenDays} days.`;
    for (const customer of forgotten) {
      const isSeen = meetings(customer).some(({ day }) => worked.includes(day));
      if (!isSeen) yield `${customer.id}, last seen on ${lastSeen(customer)}, is not visited by ${worked.at(-1)}.`;
    }
  },
);

/** Customers with an order day are visited on it or so many working days before, never after; requests have days of their own. */
const orderDaysOnly = defineKind(
  'orderDaysOnly',
  { lead: z.tuple([z.int().min(0), z.int().min(0)]) },
  function* ({ lead: [least, most] }, scene) {
    const ordering = scene.visits.filter(({ customer, answers }) => customer.order_weekday !== '' && answers.length === 0);
    if (ordering.length === 0) yield 'Nobody who orders on a weekday is visited.';
    for (const { customer, day } of ordering) {
      const ahead = workingDaysFrom(scene, day, most + 1);
      const isLed = ahead.slice(least).some((order) => isOrderDay(scene, customer.order_weekday, order));
      if (!isLed) yield `${customer.id} orders on ${customer.order_weekday} and is visited on ${day}.`;
    }
  },
);

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** A day and the working days after it, so many in all. */
function workingDaysFrom({ calendar }: Scene, day: string, count: number): readonly string[] {
  return [day, ...daysFrom(addDays(day, 1), 40).filter(calendar.isWorkingDay)].slice(0, count);
}

/** Whether an order falls on a working day: by its weekday, or moved there from the days off before. */
function isOrderDay({ calendar }: Scene, weekday: string, day: string): boolean {
  const off = daysFrom(addDays(day, -31), 31).toReversed();
  const moved = off.slice(0, off.findIndex(calendar.isWorkingDay));
  return [day, ...moved].some((one) => WEEKDAYS[weekdayOf(one) - 1] === weekday);
}

/** While a required visit is left out, nobody who could make it walks in anywhere. */
const noWalkInDisplaces = defineKind('noWalkInDisplaces', {}, function* (_, { visits, unserved, customers }) {
  const owners = new Map(customers.map(({ id, required_rep: owner }) => [id, owner]));
  const left = unserved.filter(({ required }) => required);
  for (const { rep, customer, day } of visits.filter(({ kind }) => kind === 'walk-in')) {
    const displaced = left.find((one) => ['', rep].includes(owners.get(one.customer) ?? ''));
    if (displaced !== undefined) yield `${rep} walks in at ${customer.id} on ${day}, and ${displaced.visit} is left out.`;
  }
});

/** Of the required visits of a more important tier no larger share is left out than of a less important one's. Tiers from the most important on. */
const importantFirstWhenShort = defineKind('importantFirstWhenShort', { tiers: z.array(z.string()).min(2) }, function* ({ tiers }, scene) {
  const tierOf = new Map(scene.customers.map(({ id, tier }) => [id, tier]));
  const shares = tiers.map((tier) => {
    const left = scene.unserved.filter(({ required, customer }) => required && tierOf.get(customer) === tier).length;
    const made = scene.visits.filter((visit: SceneVisit) => visit.required && visit.customer.tier === tier).length;
    return { tier, left, share: left === 0 ? 0 : left / (left + made) };
  });
  if (shares.every(({ left }) => left === 0)) yield 'No required visit is left out: there is nothing to be put first.';
  for (const [i, { tier, share, left }] of shares.entries()) {
    const next = shares[i + 1];
    if (next !== undefined && share > next.share)
      yield `Of tier ${tier} ${left} required visits are left out, a larger share than of tier ${next.tier}.`;
  }
});

/** Expectations of what is agreed on, promised, due once, and put first. */
export const agendaKinds: readonly Kind[] = [
  appointmentsKept,
  requestsKept,
  commitmentsKept,
  campaignTold,
  stayHonoured,
  followUpsKept,
  newCustomersWithin,
  longestUnseenFirst,
  orderDaysOnly,
  noWalkInDisplaces,
  importantFirstWhenShort,
];
