import { type Calendar, type DayRange, day } from '../../src/domain/calendar.ts';
import type { Customer, Location } from '../../src/domain/customer.ts';
import type { Commitment } from '../../src/domain/commitment.ts';
import type { Companion, Contact } from '../../src/domain/contact.ts';
import { type Break, type Duty, type Frequency, type Policy, plainFrequency } from '../../src/domain/policy.ts';
import type { Rep } from '../../src/domain/rep.ts';
import type { Campaign, VisitRequest } from '../../src/domain/request.ts';
import type { PastVisit, Territory } from '../../src/domain/territory.ts';
import type { Visit, VisitSeries } from '../../src/domain/visit.ts';
import { type Window, dailyHours } from '../../src/domain/visiting-hours.ts';
import { present } from '../../src/kernel/assert.ts';
import {
  type CompanionId,
  type ContactId,
  type CustomerId,
  type RepId,
  type RequestId,
  type VisitId,
  companionId,
  contactId,
  customerId,
  repId,
  requestId,
  visitId,
} from '../../src/kernel/ids.ts';
import { type Seconds, hours, minutes, parseClock } from '../../src/kernel/units.ts';

/**
 * Builders fill in what does not matter, so that a test shows only what does. Unless told otherwise:
 *
 *   one rep `r1` who works Monday to Friday, 08:00 to 17:00, from `office`, on a bicycle;
 *   one customer `c1` in town, of tier A, 10 minutes a visit, always open;
 *   a policy without rules, duties and breaks; the week of Monday, 7 December 2026.
 */

/** The first day of the tests. */
export const monday = day('2026-12-07');
/** Monday to Friday. */
export const week: DayRange = { first: monday, last: day('2026-12-11') };
/** A horizon of one day. */
export const onlyMonday: DayRange = { first: monday, last: monday };
/** Where reps start and end. */
export const office: Location = { lat: 31, lng: 121 };

/** Some of a noun's fields, with plain strings for ids. */
export type Given<T> = { readonly [K in keyof T]?: T[K] extends infer V ? (V extends AnyId ? string : V) : never };

type AnyId = CustomerId | RepId | VisitId | ContactId | CompanionId | RequestId;

/** A clock time, such as `09:30`. */
export const at = (clock: string): Seconds => present(parseClock(clock), clock);
/** A stretch of a day, from clock time to clock time. */
export const between = (start: string, until: string): Window => ({ from: at(start), until: at(until) });

/** Whether two locations are the same point. */
export const isSame = (a: Location, b: Location): boolean => a.lat === b.lat && a.lng === b.lng;

const brandedOrNull = <T>(id: string | null | undefined, brand: (id: string) => T): T | null =>
  id === null || id === undefined ? null : brand(id);
const idOrNull = (id: string | null | undefined): RepId | null => brandedOrNull(id, repId);

/** A customer; unless given, its place is told from its id: `c1`, `c2` … lie north of the office, about 1.1 km apart. */
export function aCustomer({ id = 'c1', requiredRep, preferredRep, companion, ...given }: Given<Customer> = {}): Customer {
  const nth = Number(/\d+$/.exec(id)?.[0] ?? 0);
  return {
    id: customerId(id),
    name: id,
    location: { lat: office.lat + nth / 100, lng: office.lng },
    setting: 'town',
    tier: 'A',
    status: 'retained',
    since: null,
    intent: 'unknown',
    tags: [],
    dwell: null,
    hours: null,
    closedDays: [],
    contacts: [],
    orderWeekday: null,
    companion: brandedOrNull(companion, companionId),
    requiredRep: idOrNull(requiredRep),
    preferredRep: idOrNull(preferredRep),
    area: null,
    line: null,
    allowedModes: null,
    busServed: false,
    ...given,
  };
}

/** A contact: the leader `p1`, to be met at any hour. */
export const aContact = ({ id = 'p1', ...given }: Given<Contact> = {}): Contact => ({
  id: contactId(id),
  name: id,
  role: 'leader',
  hours: null,
  ...given,
});

/** A companion who always has time. */
export const aCompanion = ({ id = 'g1', ...given }: Given<Companion> = {}): Companion => ({
  id: companionId(id),
  name: id,
  hours: null,
  daysOff: [],
  ...given,
});

type PastGiven = Omit<Given<PastVisit>, 'requests'> & { readonly requests?: readonly string[] };

/** A visit that took place: an ordinary one of `c1`, on Tuesday, 1 December 2026. */
export const aPastVisit = ({ customer = 'c1', rep, contact, requests = [], ...given }: PastGiven = {}): PastVisit => ({
  customer: customerId(customer),
  day: day('2026-12-01'),
  kind: 'ordinary',
  rep: idOrNull(rep),
  contact: brandedOrNull(contact, contactId),
  requests: requests.map(requestId),
  followUp: null,
  ...given,
});

/** A request for one visit of `c1` within the week. */
export const aRequest = ({ id = 'q1', customer = 'c1', contact, rep, companion, ...given }: Given<VisitRequest> = {}): VisitRequest => ({
  id: requestId(id),
  customer: customerId(customer),
  contact: brandedOrNull(contact, contactId),
  kind: 'ordinary',
  source: 'promise',
  purpose: '',
  due: week,
  ifNonWorking: 'next',
  required: true,
  weight: 1,
  dwell: null,
  rep: idOrNull(rep),
  companion: brandedOrNull(companion, companionId),
  appointment: null,
  ...given,
});

/** A campaign for everybody: Christmas, told in the week before. */
export const aCampaign = (given: Partial<Campaign> = {}): Campaign => ({
  id: 'christmas',
  name: 'Christmas',
  day: day('2026-12-25'),
  leadDays: { least: 1, most: 7 },
  ifNonWorking: 'next',
  kind: 'ordinary',
  audience: { tiers: [], tags: [], statuses: [], contact: null },
  required: true,
  weight: 1,
  dwell: null,
  ...given,
});

/** A day that an earlier plan gave to an ordinary visit of `c1`: Monday, at any time, known to nobody else. */
export const aCommitment = ({ customer = 'c1', contact, request, rep, ...given }: Given<Commitment> = {}): Commitment => ({
  customer: customerId(customer),
  contact: brandedOrNull(contact, contactId),
  kind: 'ordinary',
  request: brandedOrNull(request, requestId),
  day: monday,
  rep: idOrNull(rep),
  at: null,
  firmness: 'planned',
  ...given,
});

/** A rep; `shift` stands for the same hours on Monday to Friday. */
export function aRep({
  id = 'r1',
  shift = between('08:00', '17:00'),
  manager,
  ...given
}: Given<Rep> & { readonly shift?: Window } = {}): Rep {
  return {
    id: repId(id),
    name: id,
    post: 'account-manager',
    role: 'rep',
    manager: idOrNull(manager),
    start: office,
    end: office,
    shifts: { 1: shift, 2: shift, 3: shift, 4: shift, 5: shift, 6: null, 7: null },
    leave: [],
    vehicles: ['bicycle'],
    modes: ['walk'],
    valueOfTime: null,
    areas: [],
    ...given,
  };
}

/** A frequency: one visit a month. */
export const aFrequency = (given: Partial<Frequency> = {}): Frequency => ({
  ...plainFrequency,
  id: 'monthly',
  kind: 'ordinary',
  tiers: ['A'],
  tags: [],
  count: { bound: 'atLeast', visits: 1 },
  cycle: { every: 'month' },
  minGapDays: 1,
  maxGapDays: null,
  tag: 'added',
  ...given,
});

/** A duty: the morning meeting from 08:00 to 08:30 every day. */
export const aDuty = ({ id = 'meeting', ...given }: Partial<Duty> = {}): Duty => ({
  id,
  title: { en: id, zh: id },
  days: { on: 'every-day' },
  ifNonWorking: 'skip',
  from: at('08:00'),
  until: at('08:30'),
  tag: 'added',
  ...given,
});

/** A break: an hour's lunch that starts between 11:30 and 13:00. */
export const aBreak = ({ id = 'lunch', ...given }: Partial<Break> = {}): Break => ({
  id,
  title: { en: id, zh: id },
  earliest: at('11:30'),
  latest: at('13:00'),
  length: hours(1),
  tag: 'added',
  ...given,
});

/** A policy without rules: tiers A, B and C, bicycles and walking, everybody always open. */
export const aPolicy = (given: Partial<Policy> = {}): Policy => ({
  id: 'by-hand',
  version: '1',
  title: { en: 'By hand', zh: '手工' },
  source: 'tests',
  tiers: [
    { id: 'A', dwell: minutes(10), unserved: hours(8) },
    { id: 'B', dwell: minutes(10), unserved: hours(6) },
    { id: 'C', dwell: minutes(10), unserved: hours(4) },
  ],
  frequencies: [aFrequency()],
  duties: [],
  breaks: [],
  rules: [],
  deadlines: [],
  joinedStay: 'longest',
  materials: [],
  modes: ['bicycle', 'walk'],
  fares: [],
  defaultHours: { town: dailyHours(between('00:00', '24:00')), country: dailyHours(between('00:00', '24:00')) },
  ...given,
});

/** A calendar of five working days a week without holidays. */
export const aCalendar = (given: Partial<Calendar> = {}): Calendar => ({
  workdays: [1, 2, 3, 4, 5],
  exceptions: new Map(),
  knownYears: null,
  ...given,
});

/** A territory of one customer and one rep. */
export const aTerritory = (given: Partial<Territory> = {}): Territory => ({
  id: 'hamlet',
  name: 'Hamlet',
  timeZone: 'Asia/Shanghai',
  calendar: aCalendar(),
  startedOn: null,
  boundary: null,
  customers: [aCustomer()],
  reps: [aRep()],
  policy: aPolicy(),
  history: [],
  requests: [],
  campaigns: [],
  commitments: [],
  companions: [],
  ...given,
});

/** What a series is made from, besides its own fields. */
interface SeriesParts extends Partial<VisitSeries> {
  readonly frequency?: Frequency;
  /** Which of its visits are required, one entry a visit; one required visit unless given. */
  readonly required?: readonly boolean[];
  /** The days on which each of them may fall. */
  readonly days?: DayRange;
}

/** The visits due of one customer: one required visit on any day of the week. */
export function aSeries({ required = [true], days = week, ...given }: SeriesParts = {}): VisitSeries {
  const { customer = aCustomer(), frequency = aFrequency(), ...others } = given;
  const visits = required.map((isRequired, i): Visit => ({
    id: visitId(customer.id, frequency.id, i + 1),
    days,
    required: isRequired,
    weight: isRequired ? 1 : 0.5,
  }));
  return {
    customer,
    kind: frequency.kind,
    contact: null,
    origin: { by: 'frequency', frequency },
    answers: others.origin?.by === 'request' ? [others.origin.request] : [],
    frequencies: others.origin?.by === 'request' ? [] : [frequency],
    makers: [repId('r1'), repId('r2'), repId('r3')],
    companion: null,
    times: null,
    commitments: [],
    dwell: customer.dwell ?? minutes(10),
    lastVisit: null,
    visits,
    ...others,
  };
}
