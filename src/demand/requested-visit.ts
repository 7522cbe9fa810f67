import { type Day, type DayRange, holds, workingDays } from '../domain/calendar.ts';
import type { Commitment } from '../domain/commitment.ts';
import type { Customer } from '../domain/customer.ts';
import { makersOf, mayMake } from '../domain/may-serve.ts';
import { companionHours, welcomeHours } from '../domain/hours/meeting-hours.ts';
import type { Frequency } from '../domain/policy.ts';
import { shiftOn } from '../domain/rep-day/rep-day.ts';
import type { Appointment, VisitRequest } from '../domain/request.ts';
import type { PastVisit, Territory } from '../domain/territory.ts';
import type { Visit, VisitSeries } from '../domain/visit.ts';
import { type Window, overlapOf } from '../domain/visiting-hours.ts';
import { type Seconds, seconds } from '../kernel/units.ts';
import { type DemandContext, companionOf, dwellAt } from './demand-context.ts';
import { isWithin, visitOfRequest } from './visit-of-request.ts';

/** One visit that answers a request, or several that meet. */
export interface RequestedVisit extends Pick<VisitSeries, 'customer' | 'kind' | 'contact' | 'makers' | 'companion' | 'commitments'> {
  /** The one that gives the visit its name first, then by deadline. */
  readonly requests: readonly [VisitRequest, ...VisitRequest[]];
  /** The frequencies in place of whose visits it is made. */
  readonly frequencies: readonly Frequency[];
  /** The appointment in the horizon; null for none. */
  readonly appointment: Appointment | null;
  /** Time at the customer, without being early. */
  readonly stay: Seconds;
  readonly visit: Visit;
}

/** The visit of a request in the horizon; empty when it cannot be made there yet. */
export function requestedVisit(
  { territory, calendar, horizon, commitments }: DemandContext,
  customer: Customer,
  request: VisitRequest,
): readonly RequestedVisit[] {
  const visit = visitOfRequest(request, calendar, horizon);
  if (visit === null) return [];
  const { kind, rep } = request;
  return [
    {
      requests: [request],
      frequencies: [],
      customer,
      kind,
      contact: customer.contacts.find(({ id }) => id === request.contact) ?? null,
      makers: rep === null ? makersOf(territory.reps, customer, { kind, posts: [] }).map(({ id }) => id) : [rep],
      companion: companionOf(territory, kind, request.companion ?? customer.companion),
      commitments: (commitments.get(customer.id) ?? []).filter((held) => held.request === request.id),
      appointment: isWithin(request, horizon) ? request.appointment : null,
      stay: request.dwell ?? dwellAt(territory, customer),
      visit,
    },
  ];
}

/** The series of a requested visit. */
export function seriesOfRequested({ past }: DemandContext, requested: RequestedVisit): VisitSeries {
  const { requests, frequencies, appointment, stay, visit, customer, kind, contact, makers, companion } = requested;
  const met = (past.get(customer.id) ?? []).filter((made) => made.kind === kind && (contact === null || made.contact === contact.id));
  const at = appointment?.at ?? null;
  const early = appointment === null || at === null ? 0 : appointment.early;
  const until = seconds(Math.max(appointment?.until ?? 0, (at ?? 0) + stay));
  return {
    customer,
    kind,
    contact,
    origin: { by: 'request', request: requests[0] },
    answers: requests,
    frequencies,
    makers,
    companion,
    times: appointment === null || at === null ? null : [{ day: appointment.day, from: seconds(at - early), until, with: null }],
    commitments: distinctDays(requested.commitments),
    dwell: seconds(stay + early),
    lastVisit: met.reduce<PastVisit['day'] | null>((last, { day }) => (last === null || day > last ? day : last), null),
    visits: [visit],
  };
}

/** A visit that answers several requests may have been promised once for each of them. */
const distinctDays = (commitments: readonly Commitment[]): readonly Commitment[] =>
  commitments.filter(({ day, rep }, i) => commitments.findIndex((other) => other.day === day && other.rep === rep) === i);

/** The facts that decide on which days a visit can be. */
type Fitting = Pick<RequestedVisit, 'customer' | 'contact' | 'makers' | 'companion' | 'appointment'>;

/**
 * The number of days of a range on which a visit can be: customer, contact and companion have hours, and a maker whom the
 * customer accepts works then. An appointment may be on any day, at an hour of the contact's.
 */
export function daysFor(context: DemandContext, visit: Fitting, range: DayRange): number {
  const { territory, calendar } = context;
  const { customer, appointment } = visit;
  const suits = (day: Day) =>
    !customer.closedDays.includes(day) &&
    companionHours(territory, visit, day)?.length !== 0 &&
    isWorkedIn(context, visit, { day, hours: welcomeHours(territory, visit, day) });
  if (appointment === null) return workingDays(calendar, range).filter(suits).length;
  if (!holds(range, appointment.day)) return 0;
  return appointment.at === null ? Number(suits(appointment.day)) : Number(isMetAt(context, visit, { ...appointment, at: appointment.at }));
}

/** Whether a rep who may make a visit works at some of the hours of a day; on that day, where shifts only have a price. */
function isWorkedIn(
  { territory }: DemandContext,
  visit: Fitting,
  { day, hours }: { readonly day: Day; readonly hours: readonly Window[] },
): boolean {
  const able = territory.reps.filter((rep) =>
    isMust(territory, 'stop/allowed-rep') ? mayMake(rep, visit) : visit.makers.includes(rep.id),
  );
  return able.some((rep) => {
    const shift = shiftOn(territory, rep, day);
    if (shift === null) return false;
    return (isMust(territory, 'day/shift') ? overlapOf(hours, [shift]) : hours).length > 0;
  });
}

const isMust = ({ policy }: Territory, rule: string): boolean =>
  policy.rules.some((instance) => instance.rule === rule && instance.price === 'must');

/** Whether the contact has time in an appointment's time, and a maker works then. */
function isMetAt(context: DemandContext, visit: Fitting, { day, at, until }: Appointment & { readonly at: Seconds }): boolean {
  const times = [{ from: at, until: until ?? seconds(at + 1) }];
  const met = visit.contact === null ? times : overlapOf(welcomeHours(context.territory, visit, day), times);
  return met.length > 0 && isWorkedIn(context, visit, { day, hours: met });
}
