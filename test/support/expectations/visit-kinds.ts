import { z } from 'zod';
import { type Kind, defineKind } from './kind.ts';
import { isOpen, readOpenings } from './opening.ts';
import { type SceneVisit, clockName, weekdayOf } from './scene.ts';

/** Each visit lasts so many minutes, or as long as the customer's own row asks. */
const leastStay = defineKind('leastStay', { minutes: z.number() }, function* ({ minutes }, { visits }) {
  if (visits.length === 0) yield 'The plan has no visits.';
  for (const visit of visits) {
    const least = Math.max(minutes, Number(visit.customer.dwell_minutes));
    const stay = (visit.end - visit.start) / 60;
    if (stay < least) yield `${nameOf(visit)} lasts ${stay} min instead of ${least}.`;
  }
});

const byDefault = { unknown: z.strictObject({ town: z.string().optional(), country: z.string().optional() }).optional() };

/** Each visit lies within the customer's hours, start to end, or within those of its setting where it has none of its own. */
const openingHours = defineKind('openingHours', byDefault, function* ({ unknown }, { visits }) {
  for (const visit of visits) {
    const { hours, setting, closed_days: closed } = visit.customer;
    const text = hours === '' ? (unknown?.[setting] ?? '24/7') : hours;
    if (closed.includes(visit.day) || !isOpen(readOpenings(text), weekdayOf(visit.day), stretchOf(visit))) {
      yield `${nameOf(visit)} lasts from ${clockName(visit.start)} to ${clockName(visit.end)}; open: ${text}.`;
    }
  }
});

/** Whoever is to be met is met within hours of their own. */
const contactHours = defineKind('contactHours', {}, function* (_, { visits, contacts }) {
  const hoursOf = new Map(contacts.flatMap(({ customer, id, hours }) => (hours === '' ? [] : [[`${customer} ${id}`, hours]])));
  if (hoursOf.size === 0) yield 'Nobody has hours of their own.';
  for (const visit of visits) {
    const hours = hoursOf.get(`${visit.customer.id} ${visit.contact}`);
    if (hours === undefined || isOpen(readOpenings(hours), weekdayOf(visit.day), stretchOf(visit))) continue;
    yield `${nameOf(visit)} meets ${visit.contact} from ${clockName(visit.start)} to ${clockName(visit.end)}, and not within ${hours}.`;
  }
});

/** Whoever leads the way to a customer has time for each visit there. */
const companionsLead = defineKind('companionsLead', {}, function* (_, { visits, companions, customers }) {
  if (customers.every(({ companion }) => companion === '')) yield 'Nobody is led anywhere.';
  for (const visit of visits) {
    const guide = companions.find(({ id }) => id === visit.customer.companion);
    if (guide === undefined) continue;
    const hours = guide.hours === '' ? '24/7' : guide.hours;
    if (!guide.days_off.includes(visit.day) && isOpen(readOpenings(hours), weekdayOf(visit.day), stretchOf(visit))) continue;
    yield `${nameOf(visit)} lasts from ${clockName(visit.start)} to ${clockName(visit.end)}, when ${guide.id} has no time.`;
  }
});

/** Customers who belong to a rep see no other, but for the visits that are for managers. */
const ownReps = defineKind('ownReps', {}, function* (_, { visits, reps }) {
  const managers = new Set(reps.filter(({ role }) => role === 'manager').map(({ id }) => id));
  for (const visit of visits) {
    const owner = visit.customer.required_rep;
    const isForManagers = visit.kind === 'manager' || visit.kind === 'inspection';
    if (owner !== '' && owner !== visit.rep && !(isForManagers && managers.has(visit.rep)))
      yield `${nameOf(visit)} is made by ${visit.rep}; the customer belongs to ${owner}.`;
  }
});

/** Exactly so many required visits are left out. */
const unservedRequired = defineKind('unservedRequired', { exactly: z.int() }, function* ({ exactly }, { unserved }) {
  const left = unserved.filter(({ required }) => required);
  if (left.length !== exactly)
    yield `${left.length} required visits are unserved instead of ${exactly}: ${left.map(({ visit }) => visit).join(', ')}.`;
});

/** The visits of a rep's day that no request asks for are of so many visit lines at most; customers on no line fit anywhere. */
const linesADay = defineKind('linesADay', { most: z.int().min(1) }, function* ({ most }, { days, customers }) {
  if (customers.every(({ line }) => line === '')) yield 'Nobody is on a visit line.';
  for (const { rep, day, visits } of days) {
    const regular = visits.filter(({ answers }) => answers.length === 0);
    const lines = new Set(regular.map(({ customer: { line } }) => line).filter((line) => line !== ''));
    if (lines.size > most) yield `${rep.id} on ${day} has visits of ${lines.size} lines: ${[...lines].join(', ')}.`;
  }
});

const stretchOf = ({ start, end }: SceneVisit) => ({ from: start, until: end });
const nameOf = ({ customer, day }: SceneVisit): string => `The visit to ${customer.id} on ${day}`;

/** Expectations of single visits. */
export const visitKinds: readonly Kind[] = [leastStay, openingHours, contactHours, companionsLead, ownReps, linesADay, unservedRequired];
