import { overlapOfRanges } from '../domain/calendar.ts';
import type { Policy, VisitKind } from '../domain/policy.ts';
import type { Visit } from '../domain/visit.ts';
import { type Seconds, seconds } from '../kernel/units.ts';
import type { DemandContext } from './demand-context.ts';
import { type RequestedVisit, daysFor } from './requested-visit.ts';

/** Kinds of visits by which reps see a customer: one stop can be any of them. */
const BY_REPS: ReadonlySet<VisitKind> = new Set<VisitKind>(['ordinary', 'return', 'walk-in']);

/**
 * The visits of a customer's requests: those that meet in a day are answered by one visit. The one with the earliest
 * deadline takes in all others that it meets, then the next one does.
 */
export function joinRequests(context: DemandContext, requested: readonly RequestedVisit[]): readonly RequestedVisit[] {
  const joined: RequestedVisit[] = [];
  for (const one of requested.toSorted(byDeadline)) {
    const met = joined.findIndex((other) => joinTwo(context, other, one) !== null);
    const both = met < 0 ? null : joinTwo(context, joined[met] ?? one, one);
    if (both === null) joined.push(one);
    else joined[met] = both;
  }
  return joined;
}

const byDeadline = ({ visit: { days: a } }: RequestedVisit, { visit: { days: b } }: RequestedVisit): number =>
  a.last - b.last || a.first - b.first;

/** Whether a visit has an appointment at a time, and not at any hour of a day. */
const hasTime = ({ appointment }: Pick<RequestedVisit, 'appointment'>): boolean => appointment !== null && appointment.at !== null;

/** One visit in place of two of a customer; null where they need two stops. */
function joinTwo(context: DemandContext, one: RequestedVisit, other: RequestedVisit): RequestedVisit | null {
  if (hasTime(one) && hasTime(other)) return null;
  const met = meetingOf(context, one, other);
  if (met === null) return null;
  const { days, choice: _choice, ...who } = met;
  // An appointment gives the visit its time, and so its name.
  const [lead, second] = hasTime(other) || (one.appointment === null && other.appointment !== null) ? [other, one] : [one, other];
  return {
    ...who,
    requests: [...lead.requests, ...second.requests],
    frequencies: [...lead.frequencies, ...second.frequencies],
    customer: one.customer,
    kind: lead.kind,
    commitments: [...lead.commitments, ...second.commitments],
    appointment: lead.appointment,
    stay: joinStays(context.territory.policy, one.stay, other.stay),
    visit: { ...joinWorth(one.visit, other.visit), id: lead.visit.id, days },
  };
}

/** Whoever and whatever both of two visits can have. */
type Joinable = Pick<RequestedVisit, 'customer' | 'kind' | 'contact' | 'makers' | 'companion' | 'appointment'> & {
  readonly visit: Pick<Visit, 'days'>;
};

interface Meeting extends Pick<RequestedVisit, 'contact' | 'makers' | 'companion'>, Pick<Visit, 'days'> {
  /** The number of days on which they can meet. */
  readonly choice: number;
}

/** Person, makers, companion and days of one visit in place of two; null where nothing suits both. */
export function meetingOf(context: DemandContext, one: Joinable, other: Joinable): Meeting | null {
  if (!isOneKind(one.kind, other.kind)) return null;
  if (one.contact !== null && other.contact !== null && one.contact.id !== other.contact.id) return null;
  if (one.companion !== null && other.companion !== null && one.companion.id !== other.companion.id) return null;
  const makers = one.makers.filter((id) => other.makers.includes(id));
  const days = overlapOfRanges(one.visit.days, other.visit.days);
  const who = { contact: one.contact ?? other.contact, makers, companion: one.companion ?? other.companion };
  const choice = daysFor(
    context,
    { ...who, customer: one.customer, appointment: (hasTime(other) ? other.appointment : null) ?? one.appointment ?? other.appointment },
    days,
  );
  return choice === 0 ? null : { ...who, days, choice };
}

/** Whether one stop can be of both kinds. Inspections come unannounced and answer nothing. */
const isOneKind = (one: VisitKind, other: VisitKind): boolean =>
  one === other ? one !== 'inspection' : BY_REPS.has(one) && BY_REPS.has(other);

/** Required if one is, and worth as much as the one that is worth most. */
export function joinWorth(one: Visit, other: Visit): Pick<Visit, 'required' | 'weight'> {
  const required = one.required || other.required;
  const weights = [one, other].filter((visit) => visit.required === required).map(({ weight }) => weight);
  return { required, weight: Math.max(...weights) };
}

/** The time of one stop in place of two. */
export const joinStays = ({ joinedStay }: Pick<Policy, 'joinedStay'>, one: Seconds, other: Seconds): Seconds =>
  seconds(joinedStay === 'sum' ? one + other : Math.max(one, other));
