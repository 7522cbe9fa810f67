import { type DayRange, addDays } from '../../src/domain/calendar.ts';
import type { Customer } from '../../src/domain/customer.ts';
import type { Policy, RuleInstance } from '../../src/domain/policy.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { type Window, dailyHours } from '../../src/domain/visiting-hours.ts';
import { type Random, createRandom } from '../../src/kernel/random.ts';
import { hours, minutes, seconds } from '../../src/kernel/units.ts';
import { cityFares } from '../../src/policies/fares.ts';
import { rules } from '../../src/rules/index.ts';
import {
  aBreak,
  aCommitment,
  aCompanion,
  aContact,
  aCustomer,
  aDuty,
  aFrequency,
  aPastVisit,
  aPolicy,
  aRep,
  aRequest,
  aTerritory,
  at,
  between,
  monday,
  office,
} from './builders.ts';

/** Own vehicles that a rep may have; cars and motorbikes take longer to park. */
const VEHICLES = ['bicycle', 'motorbike', 'car'];

/** Rules that every random policy has, as musts: the others are drawn. */
const ALWAYS = new Set(['day/duties', 'day/breaks', 'stop/opening-hours', 'stop/closed-days', 'stop/allowed-rep', 'customer/frequency']);

/** A tiny territory with a random policy, and a horizon of up to four days; equal seeds give equal ones. */
export function randomTerritory(seed: number): { readonly territory: Territory; readonly horizon: DayRange } {
  const random = createRandom(seed);
  const reps = Array.from({ length: 1 + random.below(2) }, (_, i) => randomRep(random, `r${i + 1}`));
  const customers = Array.from({ length: 1 + random.below(6) }, (_, i) => randomCustomer(random, `c${i + 1}`, reps.length));
  const requests = customers.flatMap(({ id }) => (random.next() < 0.2 ? [randomRequest(random, id)] : []));
  const territory = aTerritory({
    requests,
    companions: [aCompanion({ hours: dailyHours(between('09:00', '14:00')), daysOff: [addDays(monday, 1)] })],
    commitments: customers.flatMap(({ id: customer }) => (random.next() < 0.15 ? [randomCommitment(random, customer)] : [])),
    reps,
    customers,
    policy: randomPolicy(
      random,
      reps.every(({ end }) => end === office),
    ),
    history: customers.flatMap(({ id }) =>
      random.next() < 0.4 ? [aPastVisit({ customer: id, day: addDays(monday, -1 - random.below(20)) })] : [],
    ),
  });
  return { territory, horizon: { first: monday, last: addDays(monday, random.below(4)) } };
}

function randomRep(random: Random, id: string) {
  return aRep({
    id,
    shift: between('08:00', `${String(11 + random.below(6)).padStart(2, '0')}:00`),
    vehicles: VEHICLES.filter(() => random.next() < 0.4),
    modes: ['walk', ...['bus', 'taxi', 'shared-bicycle'].filter(() => random.next() < 0.3)],
    valueOfTime: random.next() < 0.3 ? 20 + random.below(100) : null,
    areas: random.next() < 0.2 ? ['north'] : [],
    end: random.next() < 0.2 ? near(random) : office,
  });
}

/** Half of all places lie close together: there a vehicle had better be left. */
function near(random: Random) {
  const [corner, reach] = random.next() < 0.5 ? [20, 4] : [0, 40];
  return { lat: office.lat + (corner + random.below(reach)) / 1000, lng: office.lng + (corner + random.below(reach)) / 1000 };
}

function randomCustomer(random: Random, id: string, reps: number): Customer {
  const one = <T>(...choices: readonly T[]): T => choices[random.below(choices.length)] as T;
  return aCustomer({
    id,
    location: random.next() < 0.1 ? office : near(random),
    setting: one('town', 'country'),
    tier: one('A', 'B', 'C'),
    since: random.next() < 0.2 ? addDays(monday, -random.below(12)) : null,
    tags: random.next() < 0.3 ? ['volatile'] : [],
    dwell: random.next() < 0.3 ? minutes(5 + random.below(40)) : null,
    hours: random.next() < 0.5 ? dailyHours(...randomWindows(random)) : null,
    closedDays: random.next() < 0.1 ? [monday] : [],
    requiredRep: random.next() < 0.2 ? `r${1 + random.below(reps)}` : null,
    preferredRep: random.next() < 0.2 ? `r${1 + random.below(reps)}` : null,
    area: one(null, 'north', 'south'),
    line: one(null, 'line 1', 'line 2'),
    busServed: one(true, false),
    allowedModes: random.next() < 0.1 ? ['walk'] : null,
    orderWeekday: random.next() < 0.2 ? one(2, 4) : null,
    companion: random.next() < 0.15 ? 'g1' : null,
    contacts: random.next() < 0.3 ? [aContact({ hours: dailyHours(...randomWindows(random)) }), aContact({ id: 'p2' })] : [],
  });
}

/** A wish or a duty due by some day of the horizon or after it; some have an appointment on Monday. */
function randomRequest(random: Random, customer: string) {
  const appointment = { day: monday, at: at('10:30'), early: minutes(random.below(15)), mostWait: minutes(random.below(30)) };
  return aRequest({
    id: `q-${customer}`,
    customer,
    due: { first: monday, last: addDays(monday, random.below(8)) },
    required: random.next() < 0.7,
    weight: 1 + random.below(3) / 2,
    source: random.next() < 0.5 ? 'ad-hoc' : 'promise',
    appointment: random.next() < 0.3 ? appointment : null,
  });
}

function randomCommitment(random: Random, customer: string) {
  const firmness = (['planned', 'announced', 'confirmed'] as const)[random.below(3)] ?? 'planned';
  const [rep, time] = [random.next() < 0.5 ? 'r1' : null, random.next() < 0.5 ? at('09:30') : null];
  return aCommitment({ customer, day: addDays(monday, random.below(4)), rep, at: time, firmness });
}

function randomWindows(random: Random): readonly Window[] {
  const from = seconds(at('07:30') + minutes(random.below(180)));
  const first = { from, until: seconds(from + minutes(30 + random.below(180))) };
  const second = { from: seconds(first.until + minutes(45)), until: seconds(first.until + minutes(160)) };
  return random.next() < 0.4 ? [first, second] : [first];
}

/** Where the base differs from the end, a must on legs might leave no way home from a duty: there it has a price. */
function randomPolicy(random: Random, sameBase: boolean): Policy {
  const drawn = rules.filter(({ id }) => !ALWAYS.has(id) && random.next() < 0.45);
  const always = rules.filter(({ id }) => ALWAYS.has(id));
  const wrapUp = aDuty({ id: 'wrap-up', from: at('10:40'), until: at('24:00') });
  const duty = aDuty({ id: 'call-in', from: at('10:00'), until: at('10:20') });
  return aPolicy({
    modes: [...VEHICLES, 'walk', 'bus', 'taxi', 'shared-bicycle'],
    fares: cityFares,
    breaks: random.next() < 0.6 ? [aBreak({ earliest: at('09:30'), latest: at('10:45'), length: minutes(40) })] : [],
    duties: [...(random.next() < 0.3 ? [wrapUp] : []), ...(random.next() < 0.5 ? [aDuty()] : []), ...(random.next() < 0.15 ? [duty] : [])],
    frequencies: [
      ...(random.next() < 0.3 ? [aFrequency({ id: 'calls', kind: 'call', minGapDays: 2, dwell: minutes(5 + random.below(60)) })] : []),
      ...['A', 'B', 'C'].map((tier, i) =>
        aFrequency({
          id: `tier-${tier}`,
          tiers: [tier],
          statuses: ['retained'],
          count: { bound: 'atLeast', visits: 1 + random.below(8 - 2 * i) },
          minGapDays: 1 + random.below(2),
          maxGapDays: random.next() < 0.5 ? 5 + random.below(15) : null,
          firstWithinDays: random.next() < 0.5 ? 3 + random.below(10) : null,
          contact: random.next() < 0.3 ? 'leader' : null,
        }),
      ),
    ],
    rules: [...always, ...drawn].map((rule) => instanceOf(random, rule, sameBase)),
  });
}

function instanceOf(random: Random, { id, canBeMust, unit, params }: (typeof rules)[number], sameBase: boolean): RuleInstance {
  const must = canBeMust && (unit === null || random.next() < 0.4) && (sameBase || !id.startsWith('leg/'));
  const price = id === 'customer/frequency' ? minutes(20) : 1 + random.below(1500);
  const tight = random.next() < 0.5;
  const values = Object.entries(params).map(([name, param]) => {
    if (param.type === 'duration') return [name, tight ? minutes(5 + random.below(120)) : param.default];
    if (param.type === 'clock') return [name, tight ? seconds(hours(8) + minutes(15 + random.below(120))) : param.default];
    if (param.type === 'count') return [name, tight && name !== 'fromDay' && name !== 'untilDay' ? 1 + random.below(5) : param.default];
    return [name, param.default];
  });
  return { rule: id, price: must ? 'must' : price, params: Object.fromEntries(values), tag: 'added' };
}
