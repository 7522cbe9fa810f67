import { type Duty, type Frequency, type Material, type PlanningDeadline, type Policy, type RuleInstance } from '../domain/policy.ts';
import { dailyHours } from '../domain/visiting-hours.ts';
import { hours, minutes } from '../kernel/units.ts';
import { SHIFT_END, at, dailyDuty, lunch, monthDeadline, monthPlan, monthly, must, priced } from './parts.ts';
import { purposes } from './purposes.ts';

/** Posts and their numbers of visits: clause 1.2(3). The posts and the numbers are ours. */
const SENIOR = { posts: ['senior-representative'], tag: 'stated' } as const;
const JUNIOR = { posts: ['representative'], tag: 'stated' } as const;

/** The first that fits holds for each kind. */
const frequencies: readonly Frequency[] = [
  // Clause 1.2(2): peers are visited too, to know competitors (clause 1.2(1)).
  monthly('peers', { purpose: purposes.competitors, visits: 1, minGapDays: 14, maxGapDays: 62, tags: ['peer'], tag: 'inferred' }),
  monthly('senior-a', { purpose: purposes.relations, visits: 4, minGapDays: 4, maxGapDays: 12, ...SENIOR, tiers: ['A'] }),
  monthly('senior-b', { purpose: purposes.relations, visits: 3, minGapDays: 5, maxGapDays: 16, ...SENIOR, tiers: ['B'] }),
  monthly('senior-c', { purpose: purposes.relations, visits: 1, minGapDays: 18, maxGapDays: 45, ...SENIOR, tiers: ['C'] }),
  monthly('representative-a', { purpose: purposes.relations, visits: 3, minGapDays: 5, maxGapDays: 16, ...JUNIOR, tiers: ['A'] }),
  monthly('representative-b', { purpose: purposes.relations, visits: 2, minGapDays: 9, maxGapDays: 24, ...JUNIOR, tiers: ['B'] }),
  monthly('representative-c', { purpose: purposes.relations, visits: 1, minGapDays: 18, maxGapDays: 45, ...JUNIOR, tiers: ['C'] }),
  // Clause 1.2(2): target and prospective customers; the numbers, and visits by all posts, are ours.
  monthly('prospects', {
    purpose: purposes.newBusiness,
    visits: 1,
    minGapDays: 14,
    maxGapDays: 62,
    statuses: ['potential'],
    tag: 'inferred',
  }),
  // Clause 1.2(3) concerns posts, and managers have one.
  monthly('manager-a', {
    purpose: purposes.important,
    visits: 1,
    minGapDays: 14,
    maxGapDays: 62,
    kind: 'manager',
    tiers: ['A'],
    posts: ['sales-manager'],
    dwell: minutes(40),
    tag: 'inferred',
  }),
];

/** What representatives bring; all of it is ours. */
const materials: readonly Material[] = [
  {
    id: 'samples',
    name: { en: 'Samples', zh: '样品' },
    copies: 2,
    tags: [],
    purposes: [purposes.newBusiness.zh, '样品', '新产品'],
    kinds: [],
    tag: 'added',
  },
  {
    id: 'catalogue',
    name: { en: 'Catalogue', zh: '产品目录' },
    copies: 1,
    tags: [],
    purposes: [purposes.newBusiness.zh, purposes.relations.zh],
    kinds: [],
    tag: 'added',
  },
];

const duties: readonly Duty[] = [
  // Clause 1.3(2)2: the place is contacted before the visit. Half an hour each morning is ours.
  dailyDuty(
    'calls-ahead',
    { en: 'Calls ahead', zh: '电话联系拜访单位' },
    { from: at(8, 30), until: at(9), callsAhead: minutes(3), tag: 'inferred' },
  ),
  // Clause 1.3(4)1: a report within two days: half an hour each day.
  dailyDuty('visit-reports', { en: 'Visit reports', zh: '填写拜访报告' }, { from: at(17), until: SHIFT_END, tag: 'inferred' }),
  // Clause 1.3(1): the next month's plan at the end of each month. The hours are ours.
  monthPlan(at(15, 30), 'stated'),
];

const musts: readonly RuleInstance[] = [
  // Clauses 1.3(1), 1.3(2)2 and 1.3(4)1: plan, calls and reports have their hours.
  must('day/duties', 'inferred'),
  must('day/breaks', 'added'),
  must('day/shift', 'added', { mostOvertime: hours(1) }),
  // Clause 1.3(2)2: customers with an announced visit are visited at the agreed time.
  must('stop/appointments', 'inferred', { early: minutes(5) }),
  must('stop/opening-hours', 'added'),
  must('stop/companions', 'added'),
  must('stop/closed-days', 'added'),
  // Clause 1.2(3): the number of visits depends on the post, so that the right post has to come.
  must('stop/allowed-rep', 'inferred'),
  must('stop/allowed-area', 'added'),
  must('leg/allowed-modes', 'added'),
];

/** Targets and preferences, in seconds of working time a unit. All prices are ours. */
const prices: readonly RuleInstance[] = [
  // Clause 1.2(3): visits as often as the post requires; clause 1.3(4)2: promises are followed up at once.
  priced('customer/frequency', minutes(20), 'stated'),
  priced('customer/spacing', minutes(20), 'added'),
  priced('plan/common-pace', minutes(60), 'added'),
  // Clauses 1.3(1) and 1.3(2)2: reviewed plans and announced visits stand.
  priced('plan/keep-promises', minutes(15), 'inferred', { announced: 4, confirmed: 20, otherHour: 0.5, otherRep: 0.25 }),
  // Clause 1.3(2)2 again: a call goes before each visit.
  priced('day/call-first', minutes(10), 'inferred'),
  priced('day/reserve', minutes(1), 'added', { length: minutes(20) }),
  priced('customer/same-rep', minutes(30), 'added', { area: 0.5 }),
  priced('stop/preferred-rep', minutes(10), 'added'),
  priced('plan/even-load', minutes(60), 'added', { tolerance: 0.1, typical: 0.85, speed: 20 }),
];

const deadlines: readonly PlanningDeadline[] = [
  // Clause 1.3(1): at each month's end, to the manager for review.
  monthDeadline('stated'),
  {
    plan: 'week',
    due: { en: 'on the last working day before', zh: '上一个工作日下班前' },
    by: { workingDaysBefore: 1, clock: null, before: minutes(0) },
    tag: 'added',
  },
  {
    plan: 'day',
    due: { en: 'on the working day before', zh: '前一个工作日下班前' },
    by: { workingDaysBefore: 1, clock: null, before: minutes(0) },
    tag: 'added',
  },
];

/**
 * A sales department: representatives of several posts, who visit customers, prospects and peers.
 *
 * Clauses are those of the source: 1.2 has purpose, customers and numbers of visits, 1.3 planning, preparation and
 * follow-up. Without a clause in a comment a value is a default of ours; so are dwell and price of a tier.
 */
export const general: Policy = {
  id: 'general',
  version: '2026-11',
  title: { en: 'Sales department, general', zh: '销售部客户拜访' },
  source: '销售人员客户拜访管理制度 1',
  tiers: [
    { id: 'A', dwell: minutes(50), unserved: hours(8) },
    { id: 'B', dwell: minutes(40), unserved: hours(6) },
    { id: 'C', dwell: minutes(30), unserved: hours(4) },
  ],
  frequencies,
  duties,
  breaks: [lunch],
  rules: [...musts, ...prices],
  deadlines,
  materials,
  joinedStay: 'longest',
  // The source names no modes.
  modes: ['car', 'motorbike', 'e-bike', 'bicycle', 'walk'],
  fares: [],
  defaultHours: {
    town: dailyHours({ from: at(8, 30), until: at(17, 30) }),
    country: dailyHours({ from: at(8), until: at(17, 30) }),
  },
};
