import type { Duty, Frequency, Policy, RuleInstance } from '../domain/policy.ts';
import { dailyHours } from '../domain/visiting-hours.ts';
import { hours, minutes, seconds } from '../kernel/units.ts';
import { SHIFT_END, at, commonMusts, dailyDuty, dayDeadline, lunch, monthDeadline, monthly, must, priced, weekDeadline } from './parts.ts';
import { purposes } from './purposes.ts';

/** The source classes customers by type, buying stage and importance, and requires regular return visits, without numbers. */
const frequencies: readonly Frequency[] = [
  monthly('important', {
    purpose: purposes.relations,
    visits: 3,
    minGapDays: 5,
    maxGapDays: 16,
    tiers: ['A'],
    kind: 'return',
    countsAlso: ['ordinary'],
  }),
  monthly('regular', {
    purpose: purposes.relations,
    visits: 2,
    minGapDays: 9,
    maxGapDays: 24,
    tiers: ['B'],
    kind: 'return',
    countsAlso: ['ordinary'],
  }),
  monthly('other', {
    purpose: purposes.relations,
    visits: 1,
    minGapDays: 18,
    maxGapDays: 45,
    tiers: ['C'],
    kind: 'return',
    countsAlso: ['ordinary'],
  }),
  // The buying stage: customers who are about to decide have a visit twice a month.
  monthly('deciding', {
    purpose: purposes.development,
    visits: 2,
    minGapDays: 7,
    maxGapDays: 24,
    tags: ['deciding'],
    statuses: ['potential'],
    tag: 'inferred',
  }),
  monthly('prospects', { purpose: purposes.newBusiness, visits: 1, minGapDays: 14, maxGapDays: 62, statuses: ['potential'] }),
];

const duties: readonly Duty[] = [
  // Follow-up plans by customer: goals, content, dates. The hours are ours.
  dailyDuty('follow-up-plan', { en: 'Follow-up plan', zh: '制订跟进计划' }, { from: at(8, 30), until: at(9), tag: 'inferred' }),
  dailyDuty('records', { en: 'Customer records', zh: '更新客户档案' }, { from: at(17), until: SHIFT_END, tag: 'inferred' }),
];

const rules: readonly RuleInstance[] = [
  ...commonMusts,
  must('stop/appointments', 'inferred', { early: minutes(5) }),
  must('stop/companions', 'added'),
  must('day/shift', 'added', { mostOvertime: hours(1) }),
  // Regular return visits; complaints are followed up and visited again.
  priced('customer/frequency', minutes(20), 'stated'),
  priced('customer/spacing', minutes(20), 'added'),
  priced('plan/common-pace', minutes(60), 'added'),
  // Important customers get precedence: earlier days, and a higher price for leaving them out.
  priced('customer/early-days', seconds(30), 'inferred'),
  priced('plan/keep-promises', minutes(15), 'added', { announced: 4, confirmed: 20, otherHour: 0.5, otherRep: 0.25 }),
  priced('customer/same-rep', minutes(30), 'added', { area: 0.5 }),
  priced('stop/preferred-rep', minutes(10), 'added'),
  priced('day/reserve', minutes(1), 'added', { length: minutes(20) }),
  priced('plan/even-load', minutes(60), 'added', { tolerance: 0.1, typical: 0.85, speed: 20 }),
];

/**
 * Sales consultants who follow up each customer by its stage, with precedence for the important ones.
 *
 * Without a note of the source in a comment a value is a default of ours; so are dwell and price of a tier.
 */
export const consultant: Policy = {
  id: 'consultant',
  version: '2026-11',
  title: { en: 'Sales consultants', zh: '销售顾问客户管理' },
  source: '销售顾问客户管理制度',
  tiers: [
    { id: 'A', dwell: minutes(50), unserved: hours(12) },
    { id: 'B', dwell: minutes(45), unserved: hours(6) },
    { id: 'C', dwell: minutes(40), unserved: hours(4) },
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
