import { day } from '../../../src/domain/calendar.ts';
import type { VisitRequest } from '../../../src/domain/request.ts';
import { customerId, repId, requestId } from '../../../src/kernel/ids.ts';
import type { Random } from '../../../src/kernel/random.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { realEstate } from '../../../src/policies/real-estate.ts';
import type { CustomerTraits, Expectation, RepSpec, TeamSpec } from '../spec.ts';
import { decemberTeam, wholeMonth } from './december.ts';
import { WEEKDAYS, between, clock, hoursOn, plainRep } from './people.ts';
import { plainRequest } from './requests.ts';

const consultant = { ...plainRep, post: 'sales-consultant' } as const;

/** One has a bicycle and may leave it parked; the other chooses a free mode for each leg. */
const reps: readonly RepSpec[] = [
  { ...consultant, id: repId('F1'), name: '顾南枝', vehicles: ['bicycle'], modes: ['walk', 'bus', 'taxi'] },
  { ...consultant, id: repId('F2'), name: '陆衡', vehicles: [], modes: ['walk', 'shared-bicycle', 'bus', 'taxi'] },
];

/** The hours of offices: all day, or closed at noon. */
const hoursOf = (random: Random) =>
  random.next() < 0.6
    ? hoursOn(WEEKDAYS, between('09:00', '17:30'))
    : hoursOn(WEEKDAYS, between('09:00', '11:45'), between('13:30', '17:30'));

/** A consultant's leads around the sales office, by how likely they buy, and doors for walk-ins. */
interface Leads {
  readonly hot: number;
  readonly warm: number;
  readonly cool: number;
  readonly doors: number;
}

const LEADS_OF_F1: Leads = { hot: 14, warm: 38, cool: 50, doors: 12 };
/** Fewer leads, because it takes time to find a shared bicycle. */
const LEADS_OF_F2: Leads = { hot: 14, warm: 34, cool: 48, doors: 12 };

const countOf = ({ hot, warm, cool, doors }: Leads): number => hot + warm + cool + doors;

const nearby =
  (rep: string, { hot, warm, cool }: Leads) =>
  (n: number, random: Random): CustomerTraits => {
    const common = { requiredRep: repId(rep), hours: hoursOf(random), status: 'potential', busServed: random.next() < 0.5 } as const;
    if (n > hot + warm + cool) return { ...common, tier: 'C', tags: ['walk-in'], intent: 'unknown' };
    if (n > hot + warm) return { ...common, tier: 'C', intent: 'vague' };
    return n <= hot ? { ...common, tier: 'A', intent: 'clear' } : { ...common, tier: 'B', intent: 'vague' };
  };

/** Leads of a remote business park: those without a bus have a clear intent. */
const farOut =
  (rep: string) =>
  (n: number, random: Random): CustomerTraits => {
    const common = { requiredRep: repId(rep), hours: hoursOf(random), status: 'potential' } as const;
    return n <= 4 ? { ...common, tier: 'B', intent: 'clear' } : { ...common, tier: 'B', intent: 'vague', busServed: true };
  };

const requests: readonly VisitRequest[] = [
  {
    ...plainRequest,
    id: requestId('subscription'),
    customer: customerId('N005'),
    source: 'promise',
    purpose: '签认购书',
    due: { first: day('2026-12-09'), last: day('2026-12-09') },
    dwell: minutes(60),
    appointment: { day: day('2026-12-09'), at: clock('10:00'), early: minutes(10), mostWait: minutes(20) },
  },
  {
    ...plainRequest,
    id: requestId('price-list'),
    customer: customerId('S020'),
    source: 'promise',
    purpose: '送达新价目表并说明付款方式',
    due: { first: day('2026-12-14'), last: day('2026-12-16') },
  },
];

const monthly = { kind: 'visitsByKindAtLeast', visitKind: 'ordinary', statuses: ['potential'], every: 'month' };

const RIDES = ['bicycle', 'shared-bicycle', 'bus', 'taxi'].map((mode) => ({ mode }));

const expectations: readonly Expectation[] = [
  {
    kind: 'legModesByTable',
    about: 'Each way by the table: a bus only where one passes, a taxi only when it is far and the intent is clear',
    table: [
      { mode: 'walk' },
      { mode: 'bicycle' },
      { mode: 'shared-bicycle' },
      { mode: 'bus', busServed: true },
      { mode: 'taxi', leastMinutes: 15, intents: ['clear'] },
    ],
  },
  {
    kind: 'legModesByTable',
    about: 'On foot usually within 5 minutes',
    table: [{ mode: 'walk', mostMinutes: 5 }, ...RIDES],
    exceptions: 12,
  },
  {
    kind: 'legModesByTable',
    about: 'By bicycle usually within 40 minutes',
    table: [{ mode: 'walk' }, ...RIDES.map((row) => (row.mode.includes('bicycle') ? { ...row, mostMinutes: 40 } : row))],
    exceptions: 4,
  },
  { kind: 'noWalkInDisplaces', about: 'Walk-ins take nobody else’s place' },
  { ...monthly, about: 'Hot leads three times a month', tiers: ['A'], least: 3 },
  { ...monthly, about: 'Warm leads twice', tiers: ['B'], least: 2 },
  { kind: 'appointmentsKept', about: 'The subscription is signed at 10:00 on the 9th' },
  { kind: 'dutiesDoneBy', about: 'Customers are telephoned before setting out', clock: '09:00' },
  { kind: 'openingHours', about: 'Within hours', unknown: { town: '09:00-17:30', country: '09:00-17:30' } },
  { kind: 'ownReps', about: 'Own leads only' },
];

/** The territory of the real-estate preset. */
export const realEstateTerritory: TeamSpec = {
  ...decemberTeam,
  id: 'real-estate',
  name: '澜庭',
  purpose:
    'Two sales consultants for a month, one with a bicycle and one without a vehicle: leads around the sales office and in a business park far out, each way on foot, by bicycle, own or shared, by bus or by taxi, with doors to walk in at.',
  seed: 31,
  policy: realEstate,
  reps,
  groups: [
    {
      prefix: 'N',
      count: countOf(LEADS_OF_F1),
      setting: 'town',
      middle: { east: 0, north: 500 },
      spread: 0.35,
      traits: nearby('F1', LEADS_OF_F1),
    },
    { prefix: 'P', count: 10, setting: 'town', middle: { east: 8500, north: 1500 }, spread: 0.12, traits: farOut('F1') },
    {
      prefix: 'S',
      count: countOf(LEADS_OF_F2),
      setting: 'town',
      middle: { east: 0, north: -500 },
      spread: 0.35,
      traits: nearby('F2', LEADS_OF_F2),
    },
    { prefix: 'Q', count: 10, setting: 'town', middle: { east: -8500, north: -1500 }, spread: 0.12, traits: farOut('F2') },
  ],
  requests,
  horizons: [{ ...wholeMonth, expectations, unserved: 0 }],
  notes: ['The business parks are too far for a bicycle: four leads of each mean to buy and have no bus, so that a taxi may go there.'],
};
