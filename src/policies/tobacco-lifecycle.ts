import type { Duty, Frequency, Policy, RuleInstance } from '../domain/policy.ts';
import { dailyHours } from '../domain/visiting-hours.ts';
import { hours, minutes } from '../kernel/units.ts';
import { SHIFT_END, at, commonMusts, dailyDuty, dayDeadline, lunch, monthDeadline, monthly, must, priced, weekDeadline } from './parts.ts';
import { purposes } from './purposes.ts';

/** The source has four classes of customers and the needs of each; all numbers and gaps are ours. The first that fits holds for each kind. */
const frequencies: readonly Frequency[] = [
  // Class 2: new customers are contacted in time. Ten days are ours, and so are two visits a month while they are new.
  monthly('new', {
    purpose: purposes.development,
    visits: 2,
    minGapDays: 7,
    maxGapDays: 24,
    statuses: ['new'],
    firstWithinDays: 10,
    tag: 'stated',
  }),
  // Class 3: retained customers are visited regularly (section 2, step 2).
  monthly('retained-a', {
    purpose: purposes.relations,
    visits: 3,
    minGapDays: 5,
    maxGapDays: 16,
    tiers: ['A'],
    statuses: ['retained'],
    tag: 'stated',
  }),
  monthly('retained-b', {
    purpose: purposes.relations,
    visits: 2,
    minGapDays: 9,
    maxGapDays: 24,
    tiers: ['B'],
    statuses: ['retained'],
    tag: 'stated',
  }),
  monthly('retained-c', {
    purpose: purposes.relations,
    visits: 1,
    minGapDays: 18,
    maxGapDays: 45,
    tiers: ['C'],
    statuses: ['retained'],
    tag: 'stated',
  }),
  // Class 4: with lost customers contact is taken up again.
  monthly('lost', { purpose: purposes.regain, visits: 1, minGapDays: 14, maxGapDays: null, statuses: ['lost'], tag: 'stated' }),
  // Class 1: potential customers are found and won.
  monthly('potential', {
    purpose: purposes.newBusiness,
    visits: 1,
    minGapDays: 14,
    maxGapDays: 62,
    statuses: ['potential'],
    tag: 'inferred',
  }),
  // Section 2, step 2: contact is also kept by telephone. The persons and the numbers are ours.
  monthly('calls', {
    purpose: purposes.contact,
    visits: 1,
    minGapDays: 14,
    maxGapDays: null,
    kind: 'call',
    tiers: ['A'],
    dwell: minutes(5),
    tag: 'inferred',
  }),
];

const duties: readonly Duty[] = [
  // Section 2, step 1: reps record facts about customers. The last half hour of the day is ours.
  dailyDuty('customer-records', { en: 'Customer records', zh: '更新客户信息记录' }, { from: at(17), until: SHIFT_END, tag: 'inferred' }),
];

const rules: readonly RuleInstance[] = [
  ...commonMusts,
  must('day/shift', 'added', { mostOvertime: hours(1) }),
  must('stop/appointments', 'added', { early: minutes(5) }),
  must('stop/companions', 'added'),
  priced('customer/frequency', minutes(20), 'stated'),
  // Class 2 again: a price for each day that a new customer waits beyond the days of its frequency.
  priced('customer/first-within', minutes(60), 'stated'),
  priced('customer/spacing', minutes(20), 'added'),
  priced('plan/common-pace', minutes(60), 'added'),
  // Section 2, step 2: calls have their time beside the visits.
  priced('day/call-time', minutes(20), 'inferred', { mostADay: 10 }),
  priced('plan/keep-promises', minutes(15), 'added', { announced: 4, confirmed: 20, otherHour: 0.5, otherRep: 0.25 }),
  priced('customer/same-rep', minutes(30), 'added', { area: 0.5 }),
  priced('stop/preferred-rep', minutes(10), 'added'),
  priced('plan/even-load', minutes(60), 'added', { tolerance: 0.1, typical: 0.85, speed: 20 }),
];

/**
 * Marketing of cigarettes by status of customers: potential, new, retained, lost.
 *
 * Sections are those of the source: 1 has the classes, 2 the steps of managing customers. Without a section in a
 * comment a value is a default of ours; so are dwell and price of a tier.
 */
export const tobaccoLifecycle: Policy = {
  id: 'tobacco-lifecycle',
  version: '2026-11',
  title: { en: 'Tobacco: customers by status', zh: '卷烟营销：按客户状态管理' },
  source: '卷烟商品营销员之客户管理',
  tiers: [
    { id: 'A', dwell: minutes(45), unserved: hours(8) },
    { id: 'B', dwell: minutes(40), unserved: hours(6) },
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
    town: dailyHours({ from: at(8), until: at(20) }),
    country: dailyHours({ from: at(7, 30), until: at(19) }),
  },
};
