import { day } from '../../../src/domain/calendar.ts';
import type { VisitRequest } from '../../../src/domain/request.ts';
import type { PastVisit } from '../../../src/domain/territory.ts';
import { customerId, repId, requestId } from '../../../src/kernel/ids.ts';
import type { Random } from '../../../src/kernel/random.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { consultant } from '../../../src/policies/consultant.ts';
import { drawOpening } from '../people/opening.ts';
import type { CustomerTraits, Expectation, RepSpec, TeamSpec } from '../spec.ts';
import { decemberTeam, wholeMonth } from './december.ts';
import { clock, plainRep } from './people.ts';
import { plainRequest, plainVisit } from './requests.ts';

const reps: readonly RepSpec[] = [
  { ...plainRep, id: repId('G1'), name: '苏砚', post: 'sales-consultant' },
  { ...plainRep, id: repId('G2'), name: '韩知夏', post: 'sales-consultant' },
];

/** The customers of one consultant: 16 important, 27 regular, 20 other, then six about to decide and six prospects. */
const customersOf =
  (rep: string) =>
  (n: number, random: Random): CustomerTraits => {
    const common = { requiredRep: repId(rep), hours: drawOpening(random) };
    if (n > 69) return { ...common, tier: 'C', status: 'potential', intent: 'vague' };
    if (n > 63) return { ...common, tier: 'B', status: 'potential', intent: 'clear', tags: ['deciding'] };
    return { ...common, tier: n <= 16 ? 'A' : n <= 43 ? 'B' : 'C' };
  };

const requests: readonly VisitRequest[] = [
  {
    ...plainRequest,
    id: requestId('complaint-1130'),
    customer: customerId('J050'),
    source: 'complaint',
    purpose: '回访11月30日投诉的处理结果',
    due: { first: day('2026-12-01'), last: day('2026-12-04') },
    weight: 2,
  },
  {
    ...plainRequest,
    id: requestId('quotation'),
    customer: customerId('K065'),
    source: 'promise',
    purpose: '面谈报价方案',
    due: { first: day('2026-12-17'), last: day('2026-12-17') },
    dwell: minutes(60),
    appointment: { day: day('2026-12-17'), at: clock('15:00'), early: minutes(10), mostWait: minutes(15) },
  },
];

/** Follow-ups that were agreed on in November. */
const extraVisits: readonly PastVisit[] = [
  { ...plainVisit, kind: 'return', customer: customerId('J020'), day: day('2026-11-25'), rep: repId('G1'), followUp: day('2026-12-03') },
  { ...plainVisit, customer: customerId('J066'), day: day('2026-11-27'), rep: repId('G1'), followUp: day('2026-12-08') },
  { ...plainVisit, kind: 'return', customer: customerId('K030'), day: day('2026-11-26'), rep: repId('G2'), followUp: day('2026-12-11') },
];

const monthly = { kind: 'visitsByKindAtLeast', visitKind: 'return', countsAlso: ['ordinary'], every: 'month' };

const expectations: readonly Expectation[] = [
  { kind: 'followUpsKept', about: 'Follow-ups are made by their dates' },
  { kind: 'requestsKept', about: 'The complaint is gone back to in time' },
  { ...monthly, about: 'Important customers three times a month', tiers: ['A'], least: 3 },
  { ...monthly, about: 'Regular ones twice', tiers: ['B'], least: 2 },
  { ...monthly, about: 'The others once', tiers: ['C'], least: 1 },
  {
    kind: 'visitsByKindAtLeast',
    about: 'Who is about to decide, twice',
    visitKind: 'ordinary',
    tags: ['deciding'],
    statuses: ['potential'],
    every: 'month',
    least: 2,
  },
  { kind: 'appointmentsKept', about: 'The quotation is talked over at 15:00 on the 17th' },
  { kind: 'dutiesDoneBy', about: 'The follow-up plan is made first', clock: '09:00' },
  { kind: 'openingHours', about: 'Within hours', unknown: { town: '09:00-17:30', country: '08:30-17:30' } },
  { kind: 'ownReps', about: 'Own customers only' },
];

/** The territory of the consultant preset. */
export const consultantTerritory: TeamSpec = {
  ...decemberTeam,
  id: 'consultant',
  name: '清樾',
  purpose:
    'Two sales consultants for a month: customers by importance and buying stage, follow-ups with dates, a complaint to go back to and an appointment.',
  seed: 33,
  policy: consultant,
  reps,
  groups: [
    { prefix: 'J', count: 75, setting: 'town', middle: { east: 1500, north: 1500 }, spread: 0.8, traits: customersOf('G1') },
    { prefix: 'K', count: 75, setting: 'town', middle: { east: -1500, north: -1500 }, spread: 0.8, traits: customersOf('G2') },
  ],
  requests,
  extraVisits,
  horizons: [{ ...wholeMonth, expectations, unserved: 0 }],
  notes: ['That important customers come first when room is short shows in `overloaded-days`, whose policy extends this preset.'],
};
