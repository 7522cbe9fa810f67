import { type Duty, type Frequency, type Policy, type RuleInstance, plainFrequency } from '../domain/policy.ts';
import { dailyHours } from '../domain/visiting-hours.ts';
import { hours, minutes } from '../kernel/units.ts';
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

const frequencies: readonly Frequency[] = [
  // Clause 4(2): the monthly plan names customers and stays, without numbers of visits. All numbers are ours.
  monthly('tier-a', { purpose: purposes.relations, visits: 3, minGapDays: 5, maxGapDays: 16, tiers: ['A'] }),
  monthly('tier-b', { purpose: purposes.relations, visits: 2, minGapDays: 9, maxGapDays: 24, tiers: ['B'] }),
  monthly('tier-c', { purpose: purposes.relations, visits: 1, minGapDays: 18, maxGapDays: 45, tiers: ['C'] }),
  // Part 2: target and prospective customers are visited too.
  monthly('prospects', { purpose: purposes.newBusiness, visits: 1, minGapDays: 14, maxGapDays: 62, statuses: ['potential'] }),
  {
    // Clause 6(2): spot checks every week. Three customers a week, unannounced, are ours.
    ...plainFrequency,
    id: 'spot-checks',
    purpose: purposes.spotCheck,
    kind: 'inspection',
    tiers: [],
    tags: [],
    count: { bound: 'atLeast', visits: 1 },
    cycle: { every: 'days', length: 7 },
    minGapDays: 0,
    maxGapDays: null,
    dwell: minutes(20),
    sample: 3,
    // The same: by telephone first. Five minutes are ours.
    telephone: { dwell: minutes(5), instead: false },
    tag: 'inferred',
  },
];

const duties: readonly Duty[] = [
  // Clause 5(1): after the visits reps write the record of each. The hour is ours.
  dailyDuty('visit-records', { en: 'Visit records', zh: '填制客户拜访调查表' }, { from: at(17), until: SHIFT_END, tag: 'inferred' }),
  // Clause 4(2): before each month's end. The hours are ours.
  monthPlan(at(15), 'stated'),
];

const rules: readonly RuleInstance[] = [
  ...commonMusts,
  must('stop/appointments', 'added', { early: minutes(5) }),
  must('stop/companions', 'added'),
  must('day/shift', 'added', { mostOvertime: hours(1) }),
  priced('customer/frequency', minutes(20), 'added'),
  priced('customer/spacing', minutes(20), 'added'),
  priced('plan/common-pace', minutes(60), 'added'),
  // Clauses 5(1) and 5(2): reps carry out an approved plan; they report a change, so that it has a price.
  priced('plan/keep-promises', minutes(60), 'stated', { announced: 4, confirmed: 20, otherHour: 0.5, otherRep: 0.25 }),
  priced('customer/same-rep', minutes(30), 'added', { area: 0.5 }),
  priced('stop/preferred-rep', minutes(10), 'added'),
  priced('plan/even-load', minutes(60), 'added', { tolerance: 0.1, typical: 0.85, speed: 20 }),
];

/**
 * A sales department with a monthly visit plan that names the stay at each customer and is approved, carried out and audited.
 *
 * Clauses are those of the source's fourth part. Without a clause in a comment a value is a default of ours; so are
 * dwell and price of a tier. A customer's own planned stay goes before the tier's.
 */
export const planAudit: Policy = {
  id: 'plan-audit',
  version: '2026-11',
  title: { en: 'Visit plans with audit', zh: '拜访计划与查核' },
  source: '销售人员客户拜访管理制度 4',
  tiers: [
    { id: 'A', dwell: minutes(60), unserved: hours(8) },
    { id: 'B', dwell: minutes(50), unserved: hours(6) },
    { id: 'C', dwell: minutes(40), unserved: hours(4) },
  ],
  frequencies,
  duties,
  breaks: [lunch],
  rules,
  deadlines: [monthDeadline('stated'), weekDeadline('added'), dayDeadline('added')],
  materials: [],
  joinedStay: 'longest',
  // The source names no modes.
  modes: ['car', 'motorbike', 'e-bike', 'bicycle', 'walk'],
  fares: [],
  defaultHours: {
    town: dailyHours({ from: at(8, 30), until: at(17, 30) }),
    country: dailyHours({ from: at(8), until: at(17, 30) }),
  },
};
