import { type Duty, type Frequency, type PlanningDeadline, type Policy, type RuleInstance } from '../domain/policy.ts';
import { dailyHours } from '../domain/visiting-hours.ts';
import { hours, minutes } from '../kernel/units.ts';
import { SHIFT_END, at, dailyDuty, lunch, monthDeadline, monthly, must, priced } from './parts.ts';
import { purposes } from './purposes.ts';

/** The first that fits holds. The source requires regular visits (section 2, item 1), without numbers: all numbers are ours. */
const frequencies: readonly Frequency[] = [
  monthly('tier-a', { purpose: purposes.relations, visits: 4, minGapDays: 4, maxGapDays: 12, tiers: ['A'] }),
  monthly('tier-b', { purpose: purposes.relations, visits: 2, minGapDays: 9, maxGapDays: 24, tiers: ['B'] }),
  monthly('tier-c', { purpose: purposes.relations, visits: 1, minGapDays: 18, maxGapDays: 45, tiers: ['C'] }),
  // Developing new customers is among the purposes that the source lists.
  monthly('prospects', { purpose: purposes.newBusiness, visits: 1, minGapDays: 14, maxGapDays: 62, statuses: ['potential'] }),
];

const duties: readonly Duty[] = [
  // Section 2, item 1: a plan of customers, area, times and purposes every day. Its hour is ours.
  dailyDuty('day-plan', { en: "The day's visit plan", zh: '制订当日拜访计划' }, { from: at(8, 30), until: at(8, 50), tag: 'stated' }),
  // Section 2, item 1: after work the results of the day are recorded. Its hour is ours.
  dailyDuty('day-report', { en: "The day's report", zh: '填写每日销售报告' }, { from: at(17, 10), until: SHIFT_END, tag: 'stated' }),
];

const musts: readonly RuleInstance[] = [
  // Section 2, item 1: every day has a plan and a report.
  must('day/duties', 'stated'),
  must('day/breaks', 'added'),
  must('day/shift', 'added', { mostOvertime: hours(1) }),
  // The essays with fixed dates had the best results: an appointment keeps its time.
  must('stop/appointments', 'inferred', { early: minutes(5) }),
  must('stop/opening-hours', 'added'),
  must('stop/companions', 'added'),
  must('stop/closed-days', 'added'),
  must('stop/allowed-rep', 'added'),
  must('stop/allowed-area', 'inferred'),
  must('leg/allowed-modes', 'added'),
];

/** Targets and preferences, in seconds of working time a unit. All prices are ours. */
const prices: readonly RuleInstance[] = [
  // Section 2, item 1: regular visits.
  priced('customer/frequency', minutes(20), 'stated'),
  // Section 1: without a plan some customers have no visit for a very long time. Each day of a gap beyond the longest has a price.
  priced('customer/spacing', minutes(30), 'inferred'),
  priced('plan/common-pace', minutes(60), 'added'),
  // The same again: customers without a visit for two months come first.
  priced('customer/forgotten-first', minutes(10), 'inferred', { after: 60 }),
  priced('plan/keep-promises', minutes(15), 'added', { announced: 4, confirmed: 20, otherHour: 0.5, otherRep: 0.25 }),
  // Section 4, the second company: at least four customers a day.
  priced('day/fewest-visits', minutes(60), 'stated', { town: 4, country: 4, walkIns: false }),
  priced('day/reserve', minutes(1), 'added', { length: minutes(20) }),
  priced('customer/same-rep', minutes(30), 'added', { area: 0.5 }),
  priced('stop/preferred-rep', minutes(10), 'added'),
  priced('plan/even-load', minutes(60), 'added', { tolerance: 0.1, typical: 0.85, speed: 20 }),
];

const deadlines: readonly PlanningDeadline[] = [
  monthDeadline('added'),
  {
    plan: 'week',
    due: { en: 'on the last working day before', zh: '上一个工作日下班前' },
    by: { workingDaysBefore: 1, clock: null, before: minutes(0) },
    tag: 'added',
  },
  // Section 2, item 1: every day. It follows that this is before setting out.
  {
    plan: 'day',
    due: { en: 'before setting out at 08:50', zh: '当天8:50出发前' },
    by: { workingDaysBefore: 0, clock: at(8, 50), before: minutes(0) },
    tag: 'inferred',
  },
];

/**
 * A sales team that plans its visits every day and checks them as they happen, so that no customer is forgotten.
 *
 * Sections are those of the source: 1 describes work without a plan, 2 the management of visits, 4 the experience of
 * companies. Without a section in a comment a value is a default of ours; so are dwell and price of a tier.
 */
export const checkIn: Policy = {
  id: 'check-in',
  version: '2026-11',
  title: { en: 'Sales team with check-in', zh: '签到式销售拜访' },
  source: '如何做好客户拜访的管理',
  tiers: [
    { id: 'A', dwell: minutes(60), unserved: hours(8) },
    { id: 'B', dwell: minutes(45), unserved: hours(6) },
    { id: 'C', dwell: minutes(40), unserved: hours(4) },
  ],
  frequencies,
  duties,
  breaks: [lunch],
  rules: [...musts, ...prices],
  deadlines,
  materials: [],
  joinedStay: 'longest',
  // The source names no modes.
  modes: ['car', 'motorbike', 'e-bike', 'bicycle', 'walk'],
  fares: [],
  defaultHours: {
    town: dailyHours({ from: at(8, 30), until: at(18) }),
    country: dailyHours({ from: at(8), until: at(18) }),
  },
};
