import { type AuditInput, type AuditTravel, type Check, openCase } from '../../src/audit/audit-case.ts';
import { addDays } from '../../src/domain/calendar.ts';
import type { Customer, Location } from '../../src/domain/customer.ts';
import type { Leg, Plan, PlannedDay, Stop, VisitStop } from '../../src/domain/plan.ts';
import type { VisitSeries } from '../../src/domain/visit.ts';
import { present } from '../../src/kernel/assert.ts';
import { type Seconds, metres, minutes, seconds } from '../../src/kernel/units.ts';
import {
  aBreak,
  aBreakStop,
  aCustomer,
  aDuty,
  aDutyStop,
  aPlannedDay,
  aPolicy,
  aSeries,
  aTerritory,
  aVisitStop,
  anUnserved,
  at,
  monday,
  office,
} from '../support/builders.ts';

/**
 * A territory and a plan for it, made by hand: one rep, two days, three customers.
 *
 *   Monday 7 December    meeting, c1 (after 20 minutes of waiting), c2, home, lunch
 *   Tuesday 8 December   meeting, lunch on the way to c2, home
 *   not served           the second visit of c1 is optional, that of c3 required
 */
export const tuesday = addDays(monday, 1);
export const horizon = { first: monday, last: tuesday };

export const c1 = aCustomer({ id: 'c1' });
export const c2 = aCustomer({ id: 'c2' });
export const c3 = aCustomer({ id: 'c3' });

export const policy = aPolicy({
  tiers: [{ id: 'A', dwell: minutes(10), unserved: minutes(480) }],
  duties: [aDuty()],
  breaks: [aBreak({ earliest: at('12:00'), latest: at('13:00'), length: minutes(30) })],
  rules: [{ rule: 'customer/frequency', price: minutes(20), params: {}, tag: 'added' }],
});

export const territory = aTerritory({ id: 'handmade', customers: [c1, c2, c3], policy });

export const series: readonly VisitSeries[] = [
  aSeries({ customer: c1, required: [true, false], days: horizon }),
  aSeries({ customer: c2, required: [true, true], days: horizon }),
  aSeries({ customer: c3, days: horizon }),
];

/** Ten minutes and 2 km between the office and c1, a quarter of an hour and 3 km elsewhere by bicycle, twice the time on foot; no other way. */
export const travel: AuditTravel = {
  between(from, to, mode) {
    const source = 'by hand';
    if (mode !== 'bicycle' && mode !== 'walk') return null;
    if (from === to) return { seconds: 0, metres: 0, source };
    const isNear = [from, to].every((place) => place === office || place === c1.location);
    const way = isNear ? { seconds: 600, metres: 2000, source } : { seconds: 900, metres: 3000, source };
    return mode === 'walk' ? { ...way, seconds: way.seconds * 2 } : way;
  },
};

/** The n-th visit of a customer, for ten minutes, on arrival unless `start` says otherwise. */
export const visit = (
  customer: Customer,
  nth: number,
  { arrival, start = arrival }: { readonly arrival: string; readonly start?: string },
): VisitStop => aVisitStop(customer, { nth, arrival, start, required: customer !== c1 || nth === 1 });

/** A duty at the office, where the rep is when it starts. */
export const duty = aDutyStop;

/** Half an hour of lunch. */
export const lunch = (start: string) => ({ ...aBreakStop('lunch', start, start), end: seconds(at(start) + 1800) });

/** A leg by bicycle with the time that the way takes; `pause` seconds are spent on it besides. */
export const leg = (from: Location, to: Location, depart: string, pause = 0): Leg =>
  legBy({ mode: 'bicycle', parked: null }, { from, to }, at(depart), pause);

/** A leg on foot, while the bicycle stands somewhere or was left at home for the day. */
export const walk = (from: Location, to: Location, depart: string, parked: Location | null = null): Leg =>
  legBy({ mode: 'walk', parked }, { from, to }, at(depart), 0);

function legBy(by: Pick<Leg, 'mode' | 'parked'>, { from, to }: Pick<Leg, 'from' | 'to'>, depart: Seconds, pause: number): Leg {
  const way = present(travel.between(from, to, by.mode), 'Way');
  return {
    ...by,
    from,
    to,
    depart,
    arrive: seconds(depart + way.seconds + pause),
    travel: seconds(way.seconds),
    distance: metres(way.metres),
    fare: null,
    source: 'by hand',
    cheaper: null,
  };
}

export const mondayPlanned = aPlannedDay({
  stops: [
    duty('meeting', '08:00', '08:30'),
    visit(c1, 1, { arrival: '08:40', start: '09:00' }),
    visit(c2, 1, { arrival: '09:25' }),
    lunch('12:00'),
  ],
  legs: [leg(office, c1.location, '08:30'), leg(c1.location, c2.location, '09:10'), leg(c2.location, office, '09:35')],
});

export const tuesdayPlanned = aPlannedDay({
  day: tuesday,
  stops: [duty('meeting', '08:00', '08:30'), lunch('12:00'), visit(c2, 2, { arrival: '12:35' })],
  legs: [leg(office, c2.location, '11:50', 1800), leg(c2.location, office, '12:45')],
});

/** Monday with a loop: by bicycle to c1, on foot to c2 and back to the bicycle, by bicycle home. */
export const loopPlanned = aPlannedDay({
  stops: [duty('meeting', '08:00', '08:30'), visit(c1, 1, { arrival: '08:40' }), visit(c2, 1, { arrival: '09:20' }), lunch('12:00')],
  legs: [
    leg(office, c1.location, '08:30'),
    walk(c1.location, c2.location, '08:50', c1.location),
    walk(c2.location, c1.location, '09:30', c1.location),
    leg(c1.location, office, '10:00'),
  ],
});

/** Monday with a loop to c2, after which the bicycle is ridden on to c3. */
export const fetchPlanned = aPlannedDay({
  stops: [...loopPlanned.stops.slice(0, 3), visit(c3, 1, { arrival: '10:15' }), lunch('12:00')],
  legs: [...loopPlanned.legs.slice(0, 3), leg(c1.location, c3.location, '10:00'), leg(c3.location, office, '10:25')],
});

export const plan: Plan = {
  territory: 'handmade',
  policy: { id: 'by-hand', version: '1' },
  horizon,
  timeZone: 'Asia/Shanghai',
  days: [mondayPlanned, tuesdayPlanned],
  unserved: [{ ...anUnserved(c1, { nth: 2, required: false }), price: minutes(10) }, anUnserved(c3)],
};

/** What the audit is given, with some of it changed. */
export const inputWith = (changes: Partial<AuditInput> = {}): AuditInput => ({
  territory,
  horizon,
  series,
  calls: [],
  plan,
  travel,
  ...changes,
});

/** What a check finds when the plan has other days. */
export const foundBy =
  ({ violations }: Check) =>
  (...days: readonly PlannedDay[]): readonly string[] => [...violations(openCase(inputWith({ plan: { ...plan, days } })))];

/** A day whose n-th stop is replaced; by several stops, or by none. */
export const withStop = (planned: PlannedDay, n: number, ...stops: readonly Stop[]): PlannedDay => ({
  ...planned,
  stops: planned.stops.toSpliced(n, 1, ...stops),
});

/** A day whose n-th leg is changed. */
export const withLeg = (planned: PlannedDay, n: number, change: Partial<Leg>): PlannedDay => ({
  ...planned,
  legs: planned.legs.map((leg, i) => (i === n ? { ...leg, ...change } : leg)),
});
