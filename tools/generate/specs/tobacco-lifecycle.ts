import { type Day, addDays, day } from '../../../src/domain/calendar.ts';
import type { VisitRequest } from '../../../src/domain/request.ts';
import type { PastVisit } from '../../../src/domain/territory.ts';
import { customerId, repId, requestId } from '../../../src/kernel/ids.ts';
import type { Random } from '../../../src/kernel/random.ts';
import { tobaccoLifecycle } from '../../../src/policies/tobacco-lifecycle.ts';
import { drawOpening } from '../people/opening.ts';
import type { CustomerTraits, Expectation, TeamSpec } from '../spec.ts';
import { decemberTeam, wholeMonth } from './december.ts';
import { plainRep } from './people.ts';
import { plainRequest, plainVisit } from './requests.ts';

/** The day on which the first new customer was won; the others follow, one every second day. */
const FIRST_WON = day('2026-11-17');
const wonOn = (nth: number): Day => addDays(FIRST_WON, 2 * nth);

/**
 * The customers of one rep: 10 of tier A, 52 of B and 20 of C are retained; seven are new, nine were lost and eight
 * may be won.
 */
const customersOf =
  (rep: string, area: string) =>
  (n: number, random: Random): CustomerTraits => {
    const common = { area, requiredRep: repId(rep), hours: drawOpening(random) };
    if (n > 98) return { ...common, tier: 'C', status: 'potential', intent: 'vague' };
    if (n > 89) return { ...common, tier: 'C', status: 'lost', since: addDays(day('2026-08-03'), 7 * (n - 90)) };
    if (n > 82) return { ...common, tier: 'B', status: 'new', since: wonOn(n - 83) };
    return { ...common, tier: n <= 10 ? 'A' : n <= 62 ? 'B' : 'C' };
  };

/** The last visits of customers: none of new ones, and of lost ones a visit before they were lost. */
const lastVisits = Object.fromEntries(
  ['F', 'G'].flatMap((prefix) => [
    ...[86, 87, 88, 89].map((n) => [`${prefix}0${n}`, null] as const),
    ...[90, 91, 92, 93, 94, 95, 96, 97, 98].map((n) => [`${prefix}0${n}`, addDays(day('2026-07-20'), 7 * (n - 90))] as const),
  ]),
);

const requests: readonly VisitRequest[] = [
  {
    ...plainRequest,
    id: requestId('complaint-1126'),
    customer: customerId('F070'),
    source: 'complaint',
    purpose: '处理11月26日反映的到货问题',
    due: { first: day('2026-12-01'), last: day('2026-12-04') },
  },
];

const extraVisits: readonly PastVisit[] = [
  { ...plainVisit, customer: customerId('G072'), day: day('2026-11-27'), rep: repId('G1'), followUp: day('2026-12-08') },
];

const monthly = { kind: 'visitsByKindAtLeast', visitKind: 'ordinary', every: 'month' };

const expectations: readonly Expectation[] = [
  { kind: 'newCustomersWithin', about: 'New customers are contacted promptly: within ten days', days: 10 },
  { ...monthly, about: 'New customers twice a month', statuses: ['new'], least: 2 },
  { ...monthly, about: 'Retained customers regularly: A three times', statuses: ['retained'], tiers: ['A'], least: 3 },
  { ...monthly, about: 'B twice', statuses: ['retained'], tiers: ['B'], least: 2 },
  { ...monthly, about: 'C once', statuses: ['retained'], tiers: ['C'], least: 1 },
  { kind: 'lostReapproached', about: 'Lost customers are re-approached', least: 1, every: 'month' },
  { ...monthly, about: 'Potential customers once', statuses: ['potential'], least: 1 },
  { kind: 'callsAtLeast', about: 'Contact is kept by telephone', tiers: ['A'], least: 1, every: 'month' },
  { kind: 'followUpsKept', about: 'Whoever was promised to be seen again is seen again' },
  { kind: 'officeDuty', about: 'Customer data are kept current, on Fridays as on every day', from: '17:00', weekday: 5 },
  { kind: 'openingHours', about: 'Within hours', unknown: { town: '08:00-20:00', country: '07:30-19:00' } },
  { kind: 'ownReps', about: 'Own customers only' },
];

/** The territory of the tobacco-lifecycle preset. */
export const tobaccoLifecycleTerritory: TeamSpec = {
  ...decemberTeam,
  id: 'tobacco-lifecycle',
  name: '苇塘',
  purpose:
    'Two marketers for a month, one in town and one in the country, with customers who are new, retained, lost or to be won, a complaint, a promise and calls.',
  seed: 38,
  policy: tobaccoLifecycle,
  reps: [
    { ...plainRep, id: repId('F1'), name: '叶青禾', post: 'marketer', areas: ['城区'], vehicles: ['e-bike'] },
    {
      ...plainRep,
      id: repId('G1'),
      name: '蒋致远',
      post: 'marketer',
      areas: ['乡镇'],
      at: { east: 9000, north: 4000 },
      vehicles: ['motorbike'],
    },
  ],
  groups: [
    { prefix: 'F', count: 106, setting: 'town', middle: { east: 0, north: 0 }, spread: 0.8, traits: customersOf('F1', '城区') },
    { prefix: 'G', count: 106, setting: 'country', middle: { east: 9000, north: 4000 }, spread: 0.5, traits: customersOf('G1', '乡镇') },
  ],
  lastVisits,
  extraVisits,
  requests,
  horizons: [{ ...wholeMonth, expectations, unserved: 0 }],
  notes: ['F086 to F089 and G086 to G089 were won in the last week of November, and nobody has been there since.'],
};
