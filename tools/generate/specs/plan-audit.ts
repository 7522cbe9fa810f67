import { day } from '../../../src/domain/calendar.ts';
import type { Commitment } from '../../../src/domain/commitment.ts';
import { customerId, repId } from '../../../src/kernel/ids.ts';
import type { Random } from '../../../src/kernel/random.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { planAudit } from '../../../src/policies/plan-audit.ts';
import { drawOpening } from '../people/opening.ts';
import type { CustomerTraits, Expectation, RepSpec, TeamSpec } from '../spec.ts';
import { decemberTeam, wholeMonth } from './december.ts';
import { plainRep } from './people.ts';

const reps: readonly RepSpec[] = [
  { ...plainRep, id: repId('L1'), name: '骆文清', post: 'sales-representative', manager: repId('M1') },
  { ...plainRep, id: repId('L2'), name: '贺雨桐', post: 'sales-representative', manager: repId('M1') },
  { ...plainRep, id: repId('M1'), name: '程砚秋', post: 'sales-manager', role: 'manager' },
];

/** The customers of one representative: 14 of tier A, 32 of B, 16 of C, four prospects. Every third has a dwell of its own. */
const customersOf =
  (rep: string) =>
  (n: number, random: Random): CustomerTraits => {
    const dwell = n % 3 === 0 ? minutes(30 + 15 * random.below(6)) : null;
    const common = { requiredRep: repId(rep), hours: drawOpening(random), dwell };
    if (n > 62) return { ...common, tier: 'C', status: 'potential', intent: 'vague' };
    return { ...common, tier: n <= 14 ? 'A' : n <= 46 ? 'B' : 'C' };
  };

/** Days of the approved month plan that the customers know of. */
const commitments: readonly Commitment[] = [
  { customer: customerId('C004'), day: day('2026-12-08'), rep: repId('L1'), firmness: 'confirmed' } as const,
  { customer: customerId('C030'), day: day('2026-12-15'), rep: repId('L1'), firmness: 'announced' } as const,
  { customer: customerId('D010'), day: day('2026-12-10'), rep: repId('L2'), firmness: 'confirmed' } as const,
].map((held) => ({ contact: null, kind: 'ordinary', request: null, at: null, ...held }));

const monthly = { kind: 'visitsByKindAtLeast', visitKind: 'ordinary', every: 'month' };

const expectations: readonly Expectation[] = [
  { kind: 'stayHonoured', about: 'Each visit lasts as long as was planned', tiers: { A: 60, B: 50, C: 40 } },
  { kind: 'commitmentsKept', about: 'The days of the approved plan that customers know of are kept' },
  { ...monthly, about: 'A customers three times a month', tiers: ['A'], least: 3 },
  { ...monthly, about: 'B customers twice a month', tiers: ['B'], least: 2 },
  { ...monthly, about: 'C customers once a month', tiers: ['C'], least: 1 },
  { kind: 'spotChecks', about: 'Every week the manager looks in at three customers, unannounced', every: 'week', least: 3 },
  { kind: 'officeDuty', about: "The next month's plan at the month's end", from: '15:00', lastWorkingDay: true },
  { kind: 'openingHours', about: 'Within hours', unknown: { town: '08:30-17:30', country: '08:00-17:30' } },
  { kind: 'ownReps', about: 'Own customers only, but for the manager' },
];

/** The territory of the plan-audit preset. */
export const planAuditTerritory: TeamSpec = {
  ...decemberTeam,
  id: 'plan-audit',
  name: '衡川',
  purpose:
    'Two sales representatives and the manager who audits their plans, for a month: planned stays by customer, dates of an approved plan, and unannounced spot checks every week.',
  seed: 32,
  policy: planAudit,
  reps,
  groups: [
    { prefix: 'C', count: 66, setting: 'town', middle: { east: 2000, north: 0 }, spread: 0.8, traits: customersOf('L1') },
    { prefix: 'D', count: 66, setting: 'town', middle: { east: -2000, north: 0 }, spread: 0.8, traits: customersOf('L2') },
  ],
  commitments,
  horizons: [{ ...wholeMonth, expectations, unserved: 0 }],
  notes: ['C004 and D010 agreed to a day of the approved plan, C030 was told of one.'],
};
