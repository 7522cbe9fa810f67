import { day } from '../../../src/domain/calendar.ts';
import type { Contact } from '../../../src/domain/contact.ts';
import type { Campaign, VisitRequest } from '../../../src/domain/request.ts';
import type { PastVisit } from '../../../src/domain/territory.ts';
import { contactId, customerId, repId, requestId } from '../../../src/kernel/ids.ts';
import type { Random } from '../../../src/kernel/random.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { keyAccounts } from '../../../src/policies/key-accounts.ts';
import type { CustomerTraits, Expectation, RepSpec, TeamSpec } from '../spec.ts';
import { decemberTeam, wholeMonth } from './december.ts';
import { WEEKDAYS, between, clock, hoursOn, plainRep } from './people.ts';
import { plainRequest, plainVisit } from './requests.ts';

const reps: readonly RepSpec[] = [
  { ...plainRep, id: repId('B1'), name: '沈立', post: 'key-account-rep', manager: repId('M1') },
  { ...plainRep, id: repId('B2'), name: '方晴', post: 'key-account-rep', manager: repId('M1') },
  { ...plainRep, id: repId('M1'), name: '魏澜', post: 'key-account-manager', role: 'manager' },
];

/** The contacts of an account: handling, the head of the office and, in the highest tier, the decider. */
function peopleOf(id: string, tier: string): readonly Contact[] {
  const decider: Contact = {
    id: contactId(`${id}-decider`),
    name: '总经理',
    role: 'decider',
    hours: hoursOn([2, 3, 4], between('09:30', '11:30'), between('14:00', '16:30')),
  };
  return [
    ...(tier === 'A1' ? [decider] : []),
    { id: contactId(`${id}-handling`), name: '经办人', role: 'handling', hours: null },
    {
      id: contactId(`${id}-head`),
      name: '办公室主任',
      role: 'office-head',
      hours: hoursOn([1, 2, 3, 4], between('09:00', '11:45'), between('14:00', '17:00')),
    },
  ];
}

/** The accounts of one rep: 7 of tier A1, 11 of A2, 18 of B1, 18 of B2, 8 of C. */
const accountsOf =
  (prefix: string, rep: string) =>
  (n: number, random: Random): CustomerTraits => {
    const tier = n <= 7 ? 'A1' : n <= 18 ? 'A2' : n <= 36 ? 'B1' : n <= 54 ? 'B2' : 'C';
    return {
      tier,
      requiredRep: repId(rep),
      contacts: peopleOf(`${prefix.toLowerCase()}${n}`, tier),
      hours:
        random.next() < 0.5
          ? hoursOn(WEEKDAYS, between('09:00', '17:30'))
          : hoursOn(WEEKDAYS, between('09:00', '12:00'), between('13:30', '17:30')),
    };
  };

/** The company's anniversary, before which the manager meets the deciders. */
const campaigns: readonly Campaign[] = [
  {
    id: 'anniversary',
    name: '公司周年庆典',
    day: day('2026-12-18'),
    leadDays: { least: 1, most: 14 },
    ifNonWorking: 'next',
    kind: 'manager',
    audience: { tiers: ['A1'], tags: [], statuses: [], contact: 'decider' },
    required: true,
    weight: 1,
    dwell: minutes(30),
  },
];

const requests: readonly VisitRequest[] = [
  {
    ...plainRequest,
    id: requestId('contract-2027'),
    customer: customerId('R045'),
    kind: 'return',
    source: 'promise',
    purpose: '商定2027年框架合同',
    due: { first: day('2026-12-11'), last: day('2026-12-11') },
    dwell: minutes(60),
    appointment: { day: day('2026-12-11'), at: clock('14:00'), early: minutes(10), mostWait: minutes(20) },
  },
];

/** Ordinary visits of late November, which do not count as return visits. */
const extraVisits: readonly PastVisit[] = ['R001', 'R002', 'R007', 'T001', 'T008', 'T020'].map((id, i) => ({
  ...plainVisit,
  customer: customerId(id),
  day: day(`2026-11-${23 + (i % 5)}`),
  rep: repId(id.startsWith('R') ? 'B1' : 'B2'),
}));

const returns = (tier: string, least: number): Expectation => ({
  kind: 'visitsByKindAtLeast',
  about: `At least ${least} return visits a month to ${tier}; ordinary ones do not count`,
  visitKind: 'return',
  tiers: [tier],
  every: 'month',
  least,
});
const calls = (tier: string, least: number, every: unknown): Expectation => ({
  kind: 'callsAtLeast',
  about: `Calls to ${tier}`,
  tiers: [tier],
  every,
  least,
});

const expectations: readonly Expectation[] = [
  returns('A1', 4),
  returns('A2', 3),
  returns('B1', 2),
  returns('B2', 1),
  calls('A1', 2, 'week'),
  calls('A2', 1, 'week'),
  calls('B1', 1, 'week'),
  calls('B2', 1, { days: 14 }),
  calls('C', 1, { days: 14 }),
  { kind: 'managerVisits', about: 'The manager comes once a month', tiers: ['A1', 'A2', 'B1', 'B2'], every: 'month', least: 1 },
  {
    kind: 'campaignTold',
    about: 'Before the anniversary the manager speaks with whoever decides at A1',
    tiers: ['A1'],
    contactRole: 'decider',
    visitKind: 'manager',
    from: '2026-12-04',
    until: '2026-12-17',
  },
  { kind: 'contactHours', about: 'Everybody is met within hours of their own' },
  { kind: 'appointmentsKept', about: 'The contract is talked over at 14:00 on the 11th' },
  { kind: 'officeDuty', about: "The next month's plan at the month's end", from: '16:00', lastWorkingDay: true },
  { kind: 'openingHours', about: 'Within hours', unknown: { town: '09:00-17:30', country: '08:30-17:30' } },
  { kind: 'ownReps', about: 'Own accounts only, but for the manager' },
];

/** The territory of the key-accounts preset. */
export const keyAccountsTerritory: TeamSpec = {
  ...decemberTeam,
  id: 'key-accounts',
  name: '泓远',
  purpose:
    'Two key-account reps and their manager for a month: return visits, calls and visits of the manager by tier, an anniversary and an appointment, after ordinary visits that do not count.',
  seed: 35,
  policy: keyAccounts,
  reps,
  groups: [
    { prefix: 'R', count: 62, setting: 'town', middle: { east: 1500, north: -500 }, spread: 0.9, traits: accountsOf('R', 'B1') },
    { prefix: 'T', count: 62, setting: 'town', middle: { east: -1500, north: 500 }, spread: 0.9, traits: accountsOf('T', 'B2') },
  ],
  requests,
  campaigns,
  extraVisits,
  horizons: [{ ...wholeMonth, expectations, unserved: 0 }],
  notes: [
    'Six accounts had an ordinary visit in late November: it counts for none of their return visits.',
    'The anniversary is on 18 December: the manager sees the deciders of A1 in the two weeks before.',
  ],
};
