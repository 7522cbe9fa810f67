import type { Cycle, Duty, Frequency, Policy, RuleInstance } from '../domain/policy.ts';
import { dailyHours } from '../domain/visiting-hours.ts';
import { type Seconds, hours, minutes } from '../kernel/units.ts';
import {
  SHIFT_END,
  at,
  commonMusts,
  dailyDuty,
  dayDeadline,
  lunch,
  monthDeadline,
  monthPlan,
  monthly,
  must,
  priced,
  weekDeadline,
} from './parts.ts';
import { purposes } from './purposes.ts';

const WEEK: Cycle = { every: 'days', length: 7 };
const TWO_WEEKS: Cycle = { every: 'days', length: 14 };

/** Return visits to the person who handles the business. Ordinary visits do not count. The gaps are ours. */
const returns = (tier: string, gaps: Pick<Frequency, 'minGapDays' | 'maxGapDays'> & { readonly visits: number }): Frequency =>
  monthly(`return-${tier.toLowerCase()}`, {
    ...gaps,
    purpose: purposes.relations,
    kind: 'return',
    tiers: [tier],
    contact: 'handling',
    tag: 'stated',
  });

/** Calls to the same person. Five minutes each are ours. */
const calls = (tier: string, { visits, cycle, gap }: { readonly visits: number; readonly cycle: Cycle; readonly gap: number }): Frequency =>
  monthly(`calls-${tier.toLowerCase()}`, {
    visits,
    cycle,
    minGapDays: gap,
    maxGapDays: null,
    purpose: purposes.contact,
    kind: 'call',
    tiers: [tier],
    contact: 'handling',
    dwell: minutes(5),
    tag: 'stated',
  });

/** The direct manager meets the head of the office or of purchasing, once a month. */
const managers = (tiers: readonly string[], dwell: Seconds): Frequency =>
  monthly('manager', {
    visits: 1,
    minGapDays: 14,
    maxGapDays: null,
    purpose: purposes.important,
    kind: 'manager',
    tiers,
    contact: 'office-head',
    dwell,
    tag: 'stated',
  });

const frequencies: readonly Frequency[] = [
  returns('A1', { visits: 4, minGapDays: 4, maxGapDays: 12 }),
  returns('A2', { visits: 3, minGapDays: 5, maxGapDays: 16 }),
  returns('B1', { visits: 2, minGapDays: 9, maxGapDays: 24 }),
  returns('B2', { visits: 1, minGapDays: 18, maxGapDays: 45 }),
  // The source ends in the middle of C: calls every other week follow from it; one call each time and one visit a month are ours.
  monthly('return-c', { purpose: purposes.relations, visits: 1, minGapDays: 18, maxGapDays: 62, kind: 'return', tiers: ['C'] }),
  calls('A1', { visits: 2, cycle: WEEK, gap: 2 }),
  calls('A2', { visits: 1, cycle: WEEK, gap: 3 }),
  calls('B1', { visits: 1, cycle: WEEK, gap: 3 }),
  calls('B2', { visits: 1, cycle: TWO_WEEKS, gap: 6 }),
  { ...calls('C', { visits: 1, cycle: TWO_WEEKS, gap: 6 }), tag: 'inferred' },
  managers(['A1', 'A2', 'B1', 'B2'], minutes(40)),
];

const duties: readonly Duty[] = [
  dailyDuty('morning', { en: 'Preparation', zh: '拜访准备' }, { from: at(8, 30), until: at(8, 50), tag: 'added' }),
  dailyDuty('records', { en: 'Visit records', zh: '填写拜访记录' }, { from: at(17, 10), until: SHIFT_END, tag: 'inferred' }),
  monthPlan(at(16), 'inferred'),
];

const rules: readonly RuleInstance[] = [
  ...commonMusts,
  must('stop/appointments', 'inferred', { early: minutes(5) }),
  must('stop/companions', 'added'),
  must('day/shift', 'added', { mostOvertime: hours(1) }),
  priced('customer/frequency', minutes(20), 'stated'),
  // Calls have a frequency of their own, and need their time.
  priced('day/call-time', minutes(20), 'inferred', { mostADay: 14 }),
  priced('customer/spacing', minutes(20), 'added'),
  priced('plan/common-pace', minutes(60), 'added'),
  priced('plan/keep-promises', minutes(15), 'added', { announced: 4, confirmed: 20, otherHour: 0.5, otherRep: 0.25 }),
  priced('customer/same-rep', minutes(30), 'added', { area: 0.5 }),
  priced('stop/preferred-rep', minutes(10), 'added'),
  priced('plan/even-load', minutes(60), 'added', { tolerance: 0.1, typical: 0.85, speed: 20 }),
];

/**
 * Key accounts: return visits, calls and visits of the direct manager, each by tier.
 *
 * The numbers are those of the source's table. All other values without a note are defaults of ours; so are dwell and
 * price of a tier.
 */
export const keyAccounts: Policy = {
  id: 'key-accounts',
  version: '2026-11',
  title: { en: 'Key accounts', zh: '大客户回访' },
  source: '大客户拜访管理制度',
  tiers: [
    { id: 'A1', dwell: minutes(60), unserved: hours(10) },
    { id: 'A2', dwell: minutes(50), unserved: hours(8) },
    { id: 'B1', dwell: minutes(45), unserved: hours(6) },
    { id: 'B2', dwell: minutes(40), unserved: hours(5) },
    { id: 'C', dwell: minutes(30), unserved: hours(4) },
  ],
  frequencies,
  duties,
  breaks: [lunch],
  rules,
  deadlines: [monthDeadline('added'), weekDeadline('added'), dayDeadline('added')],
  materials: [],
  joinedStay: 'longest',
  // The source names no modes.
  modes: ['car', 'motorbike', 'e-bike', 'bicycle', 'walk'],
  fares: [],
  defaultHours: {
    town: dailyHours({ from: at(9), until: at(17, 30) }),
    country: dailyHours({ from: at(8, 30), until: at(17, 30) }),
  },
};
