import { z } from 'zod';
import { type AudienceAsked, audienceOf, audienceShape } from './audience.ts';
import { type Every, closedCycles, cycleName, every } from './cycles.ts';
import type { CustomerRow } from './documents.ts';
import { type Kind, defineKind } from './kind.ts';
import { type Meeting, meetingsOf } from './met.ts';
import type { Scene } from './scene.ts';

const counted = { ...audienceShape, least: z.int().min(1), every };

interface Counting extends AudienceAsked {
  readonly least: number;
  readonly every: Every;
}

/** So many meetings of each customer in each cycle that the horizon closes, visits before it included. */
function* countInCycles(scene: Scene, asked: Counting, what: string, counts: (meeting: Meeting, customer: CustomerRow) => boolean) {
  const customers = audienceOf(scene, asked);
  const cycles = closedCycles(scene, asked.every);
  if (customers.length === 0) yield `No customer is meant: ${JSON.stringify(asked)}.`;
  if (cycles.length === 0) yield 'The horizon closes no cycle.';
  const meetings = meetingsOf(scene);
  for (const days of cycles) {
    for (const customer of customers) {
      // Who became a customer within a cycle owes it nothing yet.
      if (customer.since > (days[0] ?? '')) continue;
      const made = meetings(customer).filter((meeting) => days.includes(meeting.day) && counts(meeting, customer)).length;
      if (made < asked.least) yield `${customer.id} has ${made} ${what} in ${cycleName(days)} instead of ${asked.least}.`;
    }
  }
}

const byKind = { ...counted, visitKind: z.string(), countsAlso: z.array(z.string()).default([]), contactRole: z.string().optional() };

/**
 * Each customer has so many visits of the kind in every cycle. With a role, each of its contacts of that role is met
 * so often; visits that meet others do not count, and a customer without such a contact is let off.
 */
const visitsByKindAtLeast = defineKind('visitsByKindAtLeast', byKind, function* (asked, scene) {
  const { visitKind, countsAlso, contactRole } = asked;
  const kinds = new Set([visitKind, ...countsAlso]);
  if (contactRole === undefined) {
    yield* countInCycles(scene, asked, `visits of the kind ${visitKind}`, ({ kind }) => kinds.has(kind));
    return;
  }
  const met = scene.contacts.filter(({ role }) => role === contactRole);
  if (met.length === 0) yield `Nobody is ${contactRole}.`;
  for (const { id, customer } of met) {
    const own = { ...scene, customers: scene.customers.filter((one) => one.id === customer) };
    if (audienceOf(own, asked).length === 0) continue;
    yield* countInCycles(own, asked, `visits of the kind ${visitKind} to ${id}`, ({ kind, contact }) => kinds.has(kind) && contact === id);
  }
});

/** Each customer is called so often in every cycle. */
const callsAtLeast = defineKind('callsAtLeast', counted, function* (asked, scene) {
  yield* countInCycles(scene, asked, 'calls', ({ kind }) => kind === 'call');
});

/**
 * Each customer sees a manager so often in every cycle; `joint` asks that a rep is there at the same time, which
 * can be told of the plan's own visits only.
 */
const managerVisits = defineKind('managerVisits', { ...counted, joint: z.boolean().default(false) }, function* (asked, scene) {
  const managers = new Set(scene.reps.filter(({ role }) => role === 'manager').map(({ id }) => id));
  if (managers.size === 0) yield 'Nobody is a manager.';
  yield* countInCycles(scene, asked, "managers' visits", ({ rep, kind }) => managers.has(rep) && kind !== 'call');
  if (!asked.joint) return;
  for (const visit of scene.visits.filter(({ rep, kind }) => managers.has(rep) && kind === 'manager')) {
    const isJoined = scene.visits.some(
      (other) =>
        !managers.has(other.rep) &&
        other.customer === visit.customer &&
        other.day === visit.day &&
        other.start <= visit.start &&
        visit.end <= other.end,
    );
    if (!isJoined) yield `${visit.rep} visits ${visit.customer.id} on ${visit.day} without its rep.`;
  }
});

/** In every cycle so many customers are visited by managers who check on reps. */
const spotChecks = defineKind('spotChecks', { least: z.int().min(1), every }, function* ({ least, every: cycle }, scene) {
  const managers = new Set(scene.reps.filter(({ role }) => role === 'manager').map(({ id }) => id));
  const cycles = closedCycles(scene, cycle);
  const meetings = meetingsOf(scene);
  if (cycles.length === 0) yield 'The horizon closes no cycle.';
  for (const days of cycles) {
    const checked = scene.customers.filter((customer) =>
      meetings(customer).some(({ kind, rep, day }) => kind === 'inspection' && managers.has(rep) && days.includes(day)),
    );
    if (checked.length < least) yield `${checked.length} customers are checked on in ${cycleName(days)} instead of ${least}.`;
  }
});

/** Customers who were lost are visited again, so often in every cycle. */
const lostReapproached = defineKind(
  'lostReapproached',
  { least: z.int().min(1).default(1), every: every.default('month') },
  function* (asked, scene) {
    yield* countInCycles(scene, { ...asked, statuses: ['lost'] }, 'visits', ({ kind }) => kind !== 'call');
  },
);

const byPost = { ...counted, post: z.string(), kinds: z.array(z.string()).default(['ordinary', 'return']) };

/** Each customer of a rep with the post has so many visits by somebody with the post in every cycle. */
const countsByPost = defineKind('countsByPost', byPost, function* (asked, scene) {
  const posted = new Set(scene.reps.filter(({ post }) => post === asked.post).map(({ id }) => id));
  if (posted.size === 0) yield `Nobody has the post ${asked.post}.`;
  const own = { ...scene, customers: scene.customers.filter(({ required_rep: owner }) => owner === '' || posted.has(owner)) };
  yield* countInCycles(own, asked, `visits by ${asked.post}`, ({ rep, kind }) => posted.has(rep) && asked.kinds.includes(kind));
});

/** Expectations of how often customers are met in a cycle. */
export const cycleKinds: readonly Kind[] = [visitsByKindAtLeast, callsAtLeast, managerVisits, spotChecks, lostReapproached, countsByPost];
