import { day } from '../../../src/domain/calendar.ts';
import type { VisitRequest } from '../../../src/domain/request.ts';
import { customerId, repId, requestId } from '../../../src/kernel/ids.ts';
import type { Random } from '../../../src/kernel/random.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { checkIn } from '../../../src/policies/check-in.ts';
import { drawOpening } from '../people/opening.ts';
import type { CustomerTraits, Expectation, TeamSpec } from '../spec.ts';
import { decemberTeam, wholeMonth } from './december.ts';
import { clock, plainRep } from './people.ts';
import { plainRequest } from './requests.ts';

const salesPost = 'sales-representative';

/** The customers of one rep: 14 of tier A, 40 of B, 16 of C, and four prospects. */
const customersOf =
  (rep: string, area: string) =>
  (n: number, random: Random): CustomerTraits => {
    const common = { area, requiredRep: repId(rep), hours: drawOpening(random) };
    if (n > 70) return { ...common, tier: 'C', status: 'potential', intent: 'vague' };
    return { ...common, tier: n <= 14 ? 'A' : n <= 54 ? 'B' : 'C' };
  };

const requests: readonly VisitRequest[] = [
  {
    ...plainRequest,
    id: requestId('complaint-1127'),
    customer: customerId('H060'),
    source: 'complaint',
    purpose: '处理11月27日的客诉',
    due: { first: day('2026-12-01'), last: day('2026-12-03') },
  },
  {
    ...plainRequest,
    id: requestId('contract-talk'),
    customer: customerId('Q065'),
    source: 'promise',
    purpose: '签订明年合同',
    due: { first: day('2026-12-10'), last: day('2026-12-10') },
    dwell: minutes(60),
    appointment: { day: day('2026-12-10'), at: clock('14:30'), early: minutes(10), mostWait: minutes(15) },
  },
];

const monthly = { kind: 'visitsByKindAtLeast', visitKind: 'ordinary', every: 'month' };

const expectations: readonly Expectation[] = [
  { kind: 'atLeastADay', about: 'At least four customers a day', visits: 4, fullFieldMinutes: 440 },
  { ...monthly, about: 'A customers four times a month', tiers: ['A'], least: 4 },
  { ...monthly, about: 'B customers twice a month', tiers: ['B'], least: 2 },
  { ...monthly, about: 'Nobody is forgotten: C customers once a month', tiers: ['C'], least: 1 },
  { ...monthly, about: 'Prospects once a month', statuses: ['potential'], least: 1 },
  {
    kind: 'longestUnseenFirst',
    about: 'Who was not seen for 60 days is seen in the first days',
    unseenDays: 60,
    withinDays: 5,
  },
  { kind: 'appointmentsKept', about: 'Fixed dates beat free ones: the contract is signed at 14:30 on the 10th' },
  { kind: 'dutiesDoneBy', about: "The day's plan is made before setting out", clock: '08:50' },
  { kind: 'openingHours', about: 'Within hours', unknown: { town: '08:30-18:00', country: '08:00-18:00' } },
  { kind: 'ownReps', about: 'Own customers only' },
];

/** The territory of the check-in preset. */
export const checkInTerritory: TeamSpec = {
  ...decemberTeam,
  id: 'check-in',
  name: '桐浦',
  purpose:
    'Two sales representatives for a month, one in town and one in the country, with customers who have long been forgotten, a complaint and an appointment.',
  seed: 22,
  policy: checkIn,
  reps: [
    { ...plainRep, id: repId('H1'), name: '宋晓岚', post: salesPost, areas: ['城区'], vehicles: ['e-bike'] },
    { ...plainRep, id: repId('Q1'), name: '梁子墨', post: salesPost, areas: ['乡镇'], at: { east: 9000, north: -4000 } },
  ],
  groups: [
    { prefix: 'H', count: 74, setting: 'town', middle: { east: 0, north: 0 }, spread: 0.8, traits: customersOf('H1', '城区') },
    { prefix: 'Q', count: 74, setting: 'country', middle: { east: 9000, north: -4000 }, spread: 0.5, traits: customersOf('Q1', '乡镇') },
  ],
  lastVisits: { H056: day('2026-09-02'), H061: day('2026-08-20'), Q058: day('2026-09-15'), Q063: day('2026-08-05') },
  requests,
  horizons: [{ ...wholeMonth, expectations, unserved: 0 }],
  notes: ['H056, H061, Q058 and Q063 were last seen in summer: nobody had planned a visit to them.'],
};
