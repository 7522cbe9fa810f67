import { exampleTerritory } from '../../src/contract/territory/example-territory.ts';
import { ownPolicy } from '../contract/territory-files.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A territory with one value beyond a bound, and its finding. */
export interface OutOfBounds {
  readonly territory: Fields;
  readonly code: 'DATE_OUT_OF_RANGE' | 'OUT_OF_RANGE' | 'RULE_TWICE';
  /** Where the value stands in the territory. */
  readonly pointer: string;
}

const policy = (changes: Fields): Fields => ({ policy: { ...ownPolicy, ...changes } });
const rules = (...more: readonly Fields[]): Fields => policy({ rules: [...ownPolicy.rules, ...more] });
const [tier] = ownPolicy.tiers;
const [frequency] = ownPolicy.frequencies;
const request = { id: 'q1', customer: 'h1', from: '2026-12-07', deadline: '2026-12-08' };
const [customer, ...customers] = exampleTerritory.customers;
const [rep] = exampleTerritory.reps;
const ofCustomer = (changes: Fields): Fields => ({ customers: [{ ...customer, ...changes }, ...customers] });
const ofRep = (changes: Fields): Fields => ({ reps: [{ ...rep, ...changes }] });

const aFare = { mode: 'taxi', validFrom: '2023-01-01', flagFall: 10 };
const fare = (changes: Fields): Fields => policy({ fares: [{ ...aFare, ...changes }] });

const DATE = 'DATE_OUT_OF_RANGE';
const NUMBER = 'OUT_OF_RANGE';

const changed: readonly (readonly [string, Fields, OutOfBounds['code'], string])[] = [
  ['a price', rules({ rule: 'day/opening', price: 'P30000D' }), NUMBER, '/policy/rules/1/price'],
  ['a price above the bound by a second', rules({ rule: 'day/opening', price: 'PT360001S' }), NUMBER, '/policy/rules/1/price'],
  ['a parameter', rules({ rule: 'leg/ride-limit', price: 'PT1M', most: 'P30000D' }), NUMBER, '/policy/rules/1/most'],
  ['a count', rules({ rule: 'plan/even-load', price: 'PT1M', typical: 1e9 }), NUMBER, '/policy/rules/1/typical'],
  [
    'the same rule',
    rules({ rule: 'plan/visit-lines', price: 'PT1H' }, { rule: 'plan/visit-lines', price: 'PT2H' }),
    'RULE_TWICE',
    '/policy/rules/2/rule',
  ],
  ['a tier’s price', policy({ tiers: [{ ...tier, unserved: 'P30000D' }] }), NUMBER, '/policy/tiers/0/unserved'],
  ['a sample', policy({ frequencies: [{ ...frequency, sample: 1e9 }] }), NUMBER, '/policy/frequencies/0/sample'],
  ['the day of a fare', fare({ validFrom: '1999-12-31' }), DATE, '/policy/fares/0/validFrom'],
  ['a flag fall', fare({ flagFall: 1e9 }), NUMBER, '/policy/fares/0/flagFall'],
  ['the kilometres of a fare', fare({ includedKilometres: 1e9 }), NUMBER, '/policy/fares/0/includedKilometres'],
  ['a past visit', { history: [{ customer: 'h1', day: '1900-01-01' }] }, DATE, '/history/0/day'],
  ['a date of a customer', ofCustomer({ since: '2200-01-01' }), DATE, '/customers/0/since'],
  ['a closed day', ofCustomer({ closedDays: ['2026-12-07', '9999-12-01/9999-12-31'] }), DATE, '/customers/0/closedDays/1'],
  ['leave', ofRep({ leave: ['0001-01-01'] }), DATE, '/reps/0/leave/0'],
  ['the worth of an hour', ofRep({ valueOfTime: 1e-300 }), NUMBER, '/reps/0/valueOfTime'],
  ['a request’s first day', { requests: [{ ...request, from: '0000-01-01' }] }, DATE, '/requests/0/from'],
  ['a request’s deadline', { requests: [{ ...request, deadline: '9999-12-31' }] }, DATE, '/requests/0/deadline'],
  ['a request’s weight', { requests: [{ ...request, weight: 1e9 }] }, NUMBER, '/requests/0/weight'],
  [
    'the wait at an appointment',
    { requests: [{ ...request, appointment: { day: '2026-12-07', at: '10:00', mostWait: 'P99999999999999999999D' } }] },
    NUMBER,
    '/requests/0/appointment/mostWait',
  ],
  ['a closure', { calendar: { exceptions: [{ day: '9999-12-31', working: false }] } }, DATE, '/calendar/exceptions/0/day'],
  ['a year of holidays', { calendar: { holidays: [{ year: 9999, days: [] }] } }, NUMBER, '/calendar/holidays/0/year'],
  ['a commitment', { commitments: [{ customer: 'h1', day: '9999-12-31', firmness: 'planned' }] }, DATE, '/commitments/0/day'],
];

/** One case for each kind of value that has a bound, by what is beyond it. */
export const outOfBounds: readonly (readonly [string, OutOfBounds])[] = changed.map(([what, changes, code, pointer]) => [
  what,
  { territory: { ...exampleTerritory, ...changes }, code, pointer },
]);
