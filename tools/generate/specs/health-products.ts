import { day } from '../../../src/domain/calendar.ts';
import type { Companion, Contact } from '../../../src/domain/contact.ts';
import type { Campaign } from '../../../src/domain/request.ts';
import { companionId, contactId, repId } from '../../../src/kernel/ids.ts';
import type { Random } from '../../../src/kernel/random.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { healthProducts } from '../../../src/policies/health-products.ts';
import { drawOpening } from '../people/opening.ts';
import type { CustomerTraits, Expectation, RepSpec, TeamSpec } from '../spec.ts';
import { decemberTeam, wholeMonth } from './december.ts';
import { WEEKDAYS, between, hoursOn, plainRep } from './people.ts';

/** By car, and on foot from the parked car. */
const marketer = { ...plainRep, post: 'marketer', modes: ['walk'] } as const;

const reps: readonly RepSpec[] = [
  { ...marketer, id: repId('Y1'), name: '于飞' },
  { ...marketer, id: repId('Y2'), name: '秦岚', at: { east: 1000, north: 500 } },
];

const SURNAMES = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈'];

/** The people of the n-th dealer: a leader with few hours, and three others. */
function peopleOf(prefix: string, n: number): readonly Contact[] {
  const surname = (k: number) => SURNAMES[(n * 3 + k) % SURNAMES.length] ?? '';
  const person = (role: string, name: string, hours: Contact['hours']): Contact => ({
    id: contactId(`${prefix.toLowerCase()}${n}-${role}`),
    name,
    role,
    hours,
  });
  return [
    person(
      'leader',
      `${surname(0)}总`,
      n % 2 === 0 ? hoursOn([1, 2, 4], between('09:00', '11:45')) : hoursOn([2, 3, 5], between('14:00', '17:00')),
    ),
    person('in-charge', `${surname(1)}经理`, hoursOn(WEEKDAYS, between('09:00', '12:00'), between('13:30', '17:00'))),
    person('sales', `${surname(2)}主任`, null),
    person('warehouse', `${surname(3)}师傅`, hoursOn(WEEKDAYS, between('08:30', '16:30'))),
  ];
}

const dealersOf =
  (prefix: string, rep: string) =>
  (n: number): CustomerTraits => ({
    tier: 'A',
    tags: ['dealer'],
    requiredRep: repId(rep),
    contacts: peopleOf(prefix, n),
    hours: hoursOn(WEEKDAYS, between('08:30', '17:30')),
  });

/** Shops of the dealers: the first of tier A, the next of B, the others of C. A dealer's salesman leads to every second shop. */
const shopsOf =
  (rep: string, salesman: string, { a, b }: { readonly a: number; readonly b: number }) =>
  (n: number, random: Random): CustomerTraits => ({
    tier: n <= a ? 'A' : n <= a + b ? 'B' : 'C',
    tags: ['shop'],
    requiredRep: repId(rep),
    hours: drawOpening(random),
    companion: n % 2 === 0 ? companionId(salesman) : null,
  });

const companions: readonly Companion[] = [
  { id: companionId('salesman-1'), name: '小胡', hours: hoursOn([1, 2, 3, 4, 5], between('13:30', '17:30')), daysOff: [day('2026-12-11')] },
  { id: companionId('salesman-2'), name: '小蔡', hours: hoursOn([1, 3, 4, 5], between('09:00', '17:30')), daysOff: [] },
];

/** A promotion that is announced a month ahead. */
const campaigns: readonly Campaign[] = [
  {
    id: 'new-year-promotion',
    name: '元月终端促销',
    day: day('2027-01-15'),
    leadDays: { least: 30, most: 42 },
    ifNonWorking: 'next',
    kind: 'ordinary',
    audience: { tiers: [], tags: ['dealer'], statuses: [], contact: 'leader' },
    required: true,
    weight: 1,
    dwell: minutes(30),
  },
];

const met = { kind: 'visitsByKindAtLeast', visitKind: 'ordinary', every: 'month' };

const expectations: readonly Expectation[] = [
  { ...met, about: 'Each leader is met three times a month', contactRole: 'leader', least: 3 },
  { ...met, about: 'Those in charge twice', contactRole: 'in-charge', least: 2 },
  { ...met, about: 'Sales once', contactRole: 'sales', least: 1 },
  { ...met, about: 'The warehouse once', contactRole: 'warehouse', least: 1 },
  { ...met, about: 'Shops of tier A twice', tiers: ['A'], tags: ['shop'], least: 2 },
  { ...met, about: 'All shops once', tags: ['shop'], least: 1 },
  {
    kind: 'campaignTold',
    about: 'Leaders hear of the promotion a month ahead',
    contactRole: 'leader',
    visitKind: 'ordinary',
    from: '2026-12-04',
    until: '2026-12-16',
  },
  { kind: 'modes', about: 'By car, and on foot from where it is parked', allowed: ['car', 'walk'] },
  { kind: 'contactHours', about: 'Everybody is met within hours of their own' },
  { kind: 'companionsLead', about: "The dealer's salesman has time to lead the way" },
  { kind: 'shiftLength', about: 'Eight hours a day', minutes: 480 },
  { kind: 'dutiesDoneBy', about: "The day's plan is made first", clock: '08:50' },
  { kind: 'openingHours', about: 'Within hours', unknown: { town: '08:30-17:30', country: '08:30-17:30' } },
  { kind: 'ownReps', about: 'Own customers only' },
];

/** The territory of the health-products preset. */
export const healthProductsTerritory: TeamSpec = {
  ...decemberTeam,
  id: 'health-products',
  name: '青麓',
  purpose:
    'Two marketers by car and on foot for a month: dealers with a leader, somebody in charge, sales and warehouse, each with hours of their own, and their shops, to which a salesman of the dealer leads the way.',
  seed: 34,
  policy: healthProducts,
  reps,
  groups: [
    { prefix: 'DA', count: 5, setting: 'town', middle: { east: 0, north: 0 }, spread: 0.6, traits: dealersOf('DA', 'Y1') },
    { prefix: 'DB', count: 5, setting: 'town', middle: { east: 500, north: 500 }, spread: 0.6, traits: dealersOf('DB', 'Y2') },
    {
      prefix: 'U',
      count: 100,
      setting: 'town',
      middle: { east: -1200, north: 0 },
      spread: 0.8,
      traits: shopsOf('Y1', 'salesman-1', { a: 25, b: 45 }),
    },
    {
      prefix: 'X',
      count: 124,
      setting: 'town',
      middle: { east: 1800, north: 800 },
      spread: 0.8,
      traits: shopsOf('Y2', 'salesman-2', { a: 36, b: 54 }),
    },
  ],
  companions,
  campaigns,
  horizons: [{ ...wholeMonth, expectations, unserved: 0 }],
  notes: ['The promotion of 15 January is announced to every leader between 4 and 16 December: a month ahead.'],
};
