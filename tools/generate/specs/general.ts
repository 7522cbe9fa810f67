import { day } from '../../../src/domain/calendar.ts';
import type { VisitRequest } from '../../../src/domain/request.ts';
import type { PastVisit } from '../../../src/domain/territory.ts';
import { customerId, repId, requestId } from '../../../src/kernel/ids.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { general } from '../../../src/policies/general.ts';
import type { Random } from '../../../src/kernel/random.ts';
import type { CustomerTraits, Expectation, RepSpec, TeamSpec } from '../spec.ts';
import { decemberTeam, wholeMonth } from './december.ts';
import { WEEKDAYS, between, clock, hoursOn, plainRep } from './people.ts';
import { plainRequest, plainVisit } from './requests.ts';

const manager = repId('M1');

const reps: readonly RepSpec[] = [
  { ...plainRep, id: repId('S1'), name: '许知远', post: 'senior-representative', manager, areas: ['城东'] },
  { ...plainRep, id: repId('R1'), name: '江一帆', post: 'representative', manager, areas: ['城西'], leave: [day('2026-12-18')] },
  { ...plainRep, id: manager, name: '沈慕白', post: 'sales-manager', role: 'manager' },
];

/** The hours of offices: all day, closed at noon, or unknown. */
function officeHours(random: Random): Pick<CustomerTraits, 'hours'> {
  const lot = random.next();
  if (lot < 0.4) return { hours: null };
  return {
    hours:
      lot < 0.75 ? hoursOn(WEEKDAYS, between('09:00', '17:30')) : hoursOn(WEEKDAYS, between('09:00', '11:45'), between('13:30', '17:30')),
  };
}

/** The senior's customers: 15 of tier A, 22 of B, 18 of C, then two peers and five prospects. */
function eastern(n: number, random: Random): CustomerTraits {
  const common = { ...officeHours(random), area: '城东', requiredRep: repId('S1') };
  if (n > 57) return { ...common, tier: 'B', status: 'potential', intent: 'vague' };
  if (n > 55) return { ...common, tier: 'C', tags: ['peer'] };
  return { ...common, tier: n <= 15 ? 'A' : n <= 37 ? 'B' : 'C' };
}

/** The other representative's customers: 14 of tier A, 44 of B, 19 of C, two peers and five prospects. */
function western(n: number, random: Random): CustomerTraits {
  const common = { ...officeHours(random), area: '城西', requiredRep: repId('R1') };
  if (n > 79) return { ...common, tier: 'B', status: 'potential', intent: 'clear' };
  if (n > 77) return { ...common, tier: 'C', tags: ['peer'] };
  return { ...common, tier: n <= 14 ? 'A' : n <= 58 ? 'B' : 'C' };
}

const requests: readonly VisitRequest[] = [
  {
    ...plainRequest,
    id: requestId('sample-promised'),
    customer: customerId('E045'),
    source: 'promise',
    purpose: '送样品并确认试用结果',
    due: { first: day('2026-12-02'), last: day('2026-12-04') },
  },
  {
    ...plainRequest,
    id: requestId('payment-due'),
    customer: customerId('W070'),
    source: 'order',
    purpose: '催收11月货款',
    due: { first: day('2026-12-07'), last: day('2026-12-11') },
    dwell: minutes(45),
  },
  {
    ...plainRequest,
    id: requestId('launch-talk'),
    customer: customerId('E050'),
    source: 'promise',
    purpose: '新产品推介会谈',
    due: { first: day('2026-12-16'), last: day('2026-12-16') },
    dwell: minutes(60),
    appointment: { day: day('2026-12-16'), at: clock('10:00'), early: minutes(10), mostWait: minutes(20) },
  },
];

const monthly = { every: 'month' };
const senior = { kind: 'countsByPost', post: 'senior-representative', ...monthly };
const representative = { kind: 'countsByPost', post: 'representative', ...monthly };

const expectations: readonly Expectation[] = [
  { ...senior, about: 'A senior sees A customers four times a month', tiers: ['A'], least: 4 },
  { ...senior, about: 'B customers three times', tiers: ['B'], least: 3 },
  { ...representative, about: 'A representative sees A customers three times a month', tiers: ['A'], least: 3 },
  { ...representative, about: 'B customers twice', tiers: ['B'], least: 2 },
  { kind: 'visitsByKindAtLeast', about: 'All customers, peers among them, once', visitKind: 'ordinary', ...monthly, least: 1 },
  {
    kind: 'visitsByKindAtLeast',
    about: 'Prospects once',
    visitKind: 'ordinary',
    statuses: ['potential'],
    ...monthly,
    least: 1,
  },
  { kind: 'managerVisits', about: 'A customers see the manager once a month', tiers: ['A'], ...monthly, least: 1 },
  { kind: 'appointmentsKept', about: 'The talk at 10:00 on the 16th is held' },
  { kind: 'followUpsKept', about: 'Whoever was promised to be seen again is seen again' },
  { kind: 'officeDuty', about: "The next month's plan at the month's end", from: '15:30', lastWorkingDay: true },
  { kind: 'dutiesDoneBy', about: 'Customers are telephoned before the day begins', clock: '09:00' },
  { kind: 'openingHours', about: 'Within hours', unknown: { town: '08:30-17:30', country: '08:00-17:30' } },
  { kind: 'ownReps', about: 'Own customers only, but for managers' },
];

/** Visits of November besides the usual ones: two with a follow-up, and four that keep the longest gaps. */
const extraVisits: readonly PastVisit[] = [
  { ...plainVisit, customer: customerId('E052'), day: day('2026-11-27'), rep: repId('S1'), followUp: day('2026-12-04') },
  { ...plainVisit, customer: customerId('W065'), day: day('2026-11-30'), rep: repId('R1'), followUp: day('2026-12-09') },
  // Their gaps would end on the first two days of December.
  ...['E005', 'E009', 'E018', 'E022'].map((id) => ({ ...plainVisit, customer: customerId(id), day: day('2026-11-27'), rep: repId('S1') })),
];

/** The territory of the general preset. */
export const generalTerritory: TeamSpec = {
  ...decemberTeam,
  id: 'general',
  name: '望溪',
  purpose:
    'A sales department with a senior representative, a representative and their manager, for a month: counts by post, peers, prospects, promises and an appointment.',
  seed: 21,
  policy: general,
  reps,
  groups: [
    { prefix: 'E', count: 62, setting: 'town', middle: { east: 2500, north: 600 }, spread: 0.8, traits: eastern },
    { prefix: 'W', count: 84, setting: 'town', middle: { east: -2500, north: -400 }, spread: 0.8, traits: western },
  ],
  requests,
  extraVisits,
  horizons: [{ ...wholeMonth, expectations, unserved: 0 }],
};
