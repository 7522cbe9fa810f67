import { type Day, type DayRange, formatDay, holds, parseDay } from '../../domain/calendar.ts';
import { dates } from '../reading/bounds.ts';
import type { Location } from '../../domain/customer.ts';
import type { CallStop, Leg, Plan, PlannedDay, Stop, UnservedVisit, VisitFacts } from '../../domain/plan.ts';
import type { Territory } from '../../domain/territory.ts';
import type { Need } from '../../domain/unserved/unserved.ts';
import { contactId, customerId, repId, requestId, visitId } from '../../kernel/ids.ts';
import { literalSentence } from '../../kernel/text.ts';
import { type Seconds, metres, parseDuration, seconds } from '../../kernel/units.ts';
import { modes } from '../../travel/modes/index.ts';
import { LONGEST_HORIZON } from '../territory/check-horizon.ts';
import type { Findings } from '../reading/findings.ts';
import { PlanInput } from './plan-document.ts';
import { parseSource } from '../reading/parse-source.ts';
import { type Source, partOf, placedValueAt } from '../reading/source.ts';
import { policyErrors } from '../policy/errors.ts';
import { valueErrors } from '../reading/value-errors.ts';
import { territoryErrors } from '../territory/errors.ts';

/** Hours after a day's midnight within which what is planned for it lies: who works late is back the next morning. */
const LATEST = 48;

type GivenDay = PlanInput['days'][number];
type GivenStop = GivenDay['stops'][number];
type GivenVisit = PlanInput['unserved'][number];

/**
 * Reads a plan that was handed in for a territory, or gives null after findings. What it says of its cost and figures is
 * not read.
 */
export function readPlan(source: Source, territory: Territory, findings: Findings): Plan | null {
  const before = findings.count;
  const given = parseSource(PlanInput, source, findings);
  if (given === null) return null;
  const horizon = readHorizon(given, source, findings);
  checkNames(given, source, { territory, findings });
  const days = given.days.map((day, i) => readDay(day, partOf(source, 'days', i), { timeZone: territory.timeZone, findings }));
  if (findings.count > before || horizon === null) return null;
  return {
    territory: given.territory ?? territory.id,
    policy: given.policy ?? { id: territory.policy.id, version: territory.policy.version },
    horizon,
    timeZone: given.timeZone ?? territory.timeZone,
    days: days.filter((day) => day !== null),
    unserved: [...given.unserved.map(unservedOf), ...given.pullForward.map((visit) => unservedOf({ ...visit, need: 'pull-forward' }))],
  };
}

function readHorizon({ horizon }: PlanInput, source: Source, findings: Findings): DayRange | null {
  const [first, last] = [parseDay(horizon.from), parseDay(horizon.to)];
  const at = placedValueAt(source, 'horizon', 'to');
  if (first === null) findings.report(valueErrors.dateInvalid(placedValueAt(source, 'horizon', 'from')));
  if (last === null) findings.report(valueErrors.dateInvalid(at));
  if (first === null || last === null) return null;
  if (!holds(dates, first)) findings.report(valueErrors.dateOutOfRange(placedValueAt(source, 'horizon', 'from')));
  if (!holds(dates, last)) findings.report(valueErrors.dateOutOfRange(at));
  if (last < first) findings.report(territoryErrors.horizonReversed({ ...at, first: formatDay(first) }));
  if (last - first >= LONGEST_HORIZON) findings.report(territoryErrors.horizonTooLong({ ...at, most: LONGEST_HORIZON }));
  return { first, last };
}

interface NameCheck {
  readonly territory: Territory;
  readonly findings: Findings;
}

/** Checks that everybody and everything that the plan names is there. */
function checkNames(given: PlanInput, source: Source, { territory, findings }: NameCheck): void {
  const reps = territory.reps.map(({ id }): string => id);
  const customers = new Map<string, readonly string[]>(
    territory.customers.map(({ id, contacts }) => [id, contacts.map((contact): string => contact.id)]),
  );
  const customerIds = new Set(customers.keys());
  const modeIds = modes.map(({ id }) => id);
  const checkVisit = ({ customer, contact }: Pick<GivenVisit, 'customer' | 'contact'>, at: Source): void => {
    const contacts = customers.get(customer);
    if (contacts === undefined)
      findings.report(territoryErrors.customerUnknown({ ...placedValueAt(at, 'customer'), choices: customerIds }));
    else if (contact !== undefined && !contacts.includes(contact.id)) {
      findings.report(territoryErrors.contactUnknown({ ...placedValueAt(at, 'contact', 'id'), choices: contacts }));
    }
  };
  given.unserved.forEach((visit, i) => checkVisit(visit, partOf(source, 'unserved', i)));
  given.pullForward.forEach((visit, i) => checkVisit(visit, partOf(source, 'pullForward', i)));
  given.days.forEach(({ rep, vehicle, stops, legs }, i) => {
    const at = partOf(source, 'days', i);
    if (!reps.includes(rep)) findings.report(territoryErrors.repUnknown({ ...placedValueAt(at, 'rep'), choices: reps }));
    if (vehicle !== undefined && !modeIds.includes(vehicle)) {
      findings.report(policyErrors.modeUnknown({ ...placedValueAt(at, 'vehicle'), choices: modeIds }));
    }
    stops.forEach((stop, j) => {
      if (stop.type === 'visit' || stop.type === 'call') checkVisit(stop, partOf(at, 'stops', j));
    });
    legs.forEach(({ mode }, j) => {
      if (!modeIds.includes(mode)) findings.report(policyErrors.modeUnknown({ ...placedValueAt(at, 'legs', j, 'mode'), choices: modeIds }));
    });
  });
}

interface DayReading {
  readonly timeZone: string;
  readonly findings: Findings;
}

/** Tells an instant of a document as the clock time of the day; a finding where it is far from it. */
type Clock = (written: string, ...path: readonly PropertyKey[]) => Seconds;

function readDay(given: GivenDay, source: Source, { timeZone, findings }: DayReading): PlannedDay | null {
  const day = parseDay(given.day);
  if (day === null) {
    findings.report(valueErrors.dateInvalid(placedValueAt(source, 'day')));
    return null;
  }
  if (!holds(dates, day)) {
    findings.report(valueErrors.dateOutOfRange(placedValueAt(source, 'day')));
    return null;
  }
  const clock: Clock = (written, ...path) => {
    const time = clockOn(day, written, timeZone);
    if (time !== null) return time;
    const range = `a time on ${given.day} or in the night after it`;
    findings.report(valueErrors.outOfRange({ ...placedValueAt(source, ...path), range }));
    return seconds(0);
  };
  const stops = given.stops.map((stop, i) => stopOf(stop, (written, field) => clock(written, 'stops', i, field)));
  return {
    rep: repId(given.rep),
    day,
    vehicle: given.vehicle ?? null,
    stops: stops.filter((stop): stop is Stop => stop.type !== 'call'),
    legs: given.legs.map((leg, i) => legOf(leg, (written, field) => clock(written, 'legs', i, field))),
    calls: stops.filter((stop): stop is CallStop => stop.type === 'call'),
  };
}

/** Seconds from a day's midnight as clocks show it; null for what is not of that day. */
function clockOn(day: Day, written: string, timeZone: string): Seconds | null {
  const local = Temporal.Instant.from(written).toZonedDateTimeISO(timeZone).toPlainDateTime();
  const midnight = Temporal.PlainDate.from(formatDay(day)).toPlainDateTime();
  const time = local.since(midnight).total({ unit: 'seconds' });
  return time >= 0 && time <= LATEST * 3600 ? seconds(time) : null;
}

function stopOf(given: GivenStop, clock: Clock): Stop | CallStop {
  const span = { start: clock(given.start, 'start'), end: clock(given.end, 'end') };
  if (given.type === 'break') return { type: 'break', break: given.break, ...span };
  if (given.type === 'call') return { type: 'call', ...factsOf(given), ...span };
  const place = { location: locationOf(given.location), arrival: clock(given.arrival, 'arrival'), ...span };
  return given.type === 'duty' ? { type: 'duty', duty: given.duty, ...place } : { type: 'visit', ...factsOf(given), ...place };
}

const factsOf = ({
  visit,
  customer,
  kind,
  contact,
  request,
  answers,
  required,
  purposes,
  maxGapDays,
}: Omit<GivenVisit, 'need'>): VisitFacts => ({
  visit: visitId(visit),
  customer: customerId(customer),
  kind,
  contact: contact === undefined ? null : contactId(contact.id),
  answers: (answers ?? (request === undefined ? [] : [{ request }])).map((one) => ({
    request: requestId(one.request),
    purpose: one.purpose ?? '',
  })),
  required,
  purposes: purposes ?? [],
  maxGapDays: maxGapDays ?? null,
});

type GivenLeftOut = Omit<GivenVisit, 'need'> & { readonly need?: Need | undefined };

const unservedOf = (given: GivenLeftOut): UnservedVisit => ({
  ...factsOf(given),
  need: given.need ?? (given.required ? 'required' : 'behind-pace'),
  price: seconds(given.price ?? 0),
  reasons: (given.reasons ?? []).map(({ rule, sentence, because = [], class: kept = 'no-time' }) => ({
    class: kept,
    rule,
    because,
    sentence: literalSentence(sentence),
  })),
});

function legOf(given: GivenDay['legs'][number], clock: Clock): Leg {
  const { mode, source, distance, travel, fare = null, cheaper = null } = given;
  return {
    mode,
    from: locationOf(given.from),
    to: locationOf(given.to),
    depart: clock(given.depart, 'depart'),
    arrive: clock(given.arrive, 'arrive'),
    travel: parseDuration(travel) ?? seconds(0),
    distance: metres(distance),
    fare: fare === null ? null : { amount: fare.amount, currency: fare.currency },
    source,
    parked: given.parked === undefined ? null : locationOf(given.parked),
    cheaper: cheaper === null ? null : { mode: cheaper.mode, because: cheaper.because },
  };
}

const locationOf = ({ lat, lng }: Location): Location => ({ lat, lng });
