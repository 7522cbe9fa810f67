import type { CustomerStatus } from '../domain/customer.ts';
import {
  type Break,
  type Duty,
  type Frequency,
  type PlanningDeadline,
  type Policy,
  type RuleInstance,
  plainFrequency,
} from '../domain/policy.ts';
import { dailyHours } from '../domain/visiting-hours.ts';
import { hours, minutes } from '../kernel/units.ts';
import { SHIFT_END, at, dailyDuty, lunch, monthDeadline, monthPlan, monthly, must, priced } from './parts.ts';
import { purposes } from './purposes.ts';

/** Statuses with regular visits; potential and lost customers are visited on request. */
const ACTIVE: readonly CustomerStatus[] = ['new', 'retained'];

/**
 * The first that fits holds. Weekly visits of collection points are clause 1(1)3; the source leaves the other numbers to
 * "visit frequency", and all gaps are ours.
 */
const frequencies: readonly Frequency[] = [
  {
    ...plainFrequency,
    id: 'collection-point',
    purpose: purposes.collection,
    kind: 'ordinary',
    tiers: [],
    tags: ['collection-point'],
    statuses: ACTIVE,
    count: { bound: 'atLeast', visits: 1 },
    cycle: { every: 'days', length: 7 },
    minGapDays: 4,
    maxGapDays: 10,
    tag: 'stated',
  },
  monthly('tier-a', { purpose: purposes.service, visits: 4, minGapDays: 4, maxGapDays: 12, tiers: ['A'], statuses: ACTIVE }),
  monthly('tier-b', { purpose: purposes.service, visits: 2, minGapDays: 9, maxGapDays: 21, tiers: ['B'], statuses: ACTIVE }),
  monthly('tier-c', { purpose: purposes.service, visits: 1, minGapDays: 18, maxGapDays: 42, tiers: ['C'], statuses: ACTIVE }),
];

const duties: readonly Duty[] = [
  // Clause 2(1): in the office before 08:00 for the meeting. The ten minutes are ours.
  dailyDuty('morning-meeting', { en: 'Morning meeting', zh: '晨会' }, { from: at(8), until: at(8, 10), tag: 'stated' }),
  // Clause 2(2): the visit schedule is finished before 08:30.
  dailyDuty('visit-schedule', { en: 'Visit schedule', zh: '制作拜访日程' }, { from: at(8, 10), until: at(8, 30), tag: 'stated' }),
  {
    // Clause 1(1)2: Monday afternoon. The hour, and the move to the next working day, are ours.
    id: 'weekly-summary',
    title: { en: 'Weekly summary', zh: '周总结与分析' },
    days: { on: 'weekdays', weekdays: [1] },
    ifNonWorking: 'next',
    from: at(13, 30),
    until: SHIFT_END,
    tag: 'stated',
  },
  {
    // Clause 1(1)1: the afternoon of the 1st.
    id: 'monthly-summary',
    title: { en: 'Monthly summary', zh: '月总结与分析' },
    days: { on: 'day-of-month', day: 1 },
    ifNonWorking: 'next',
    from: at(13, 30),
    until: SHIFT_END,
    tag: 'stated',
  },
  // Clause 1(1)7: on the last working day of the month. The hours are ours.
  monthPlan(at(16), 'stated'),
];

/** The source mentions no breaks. */
const breaks: readonly Break[] = [{ ...lunch, earliest: at(11, 40), latest: at(12, 40) }];

/** Rules of a day and of a visit that are a must. */
const musts: readonly RuleInstance[] = [
  // Clauses 1(1)1, 1(1)2, 1(1)7, 2(1) and 2(2): office work at its hours.
  must('day/duties', 'stated'),
  must('day/breaks', 'added'),
  must('day/shift', 'added', { mostOvertime: hours(1) }),
  must('stop/appointments', 'added', { early: minutes(5) }),
  must('stop/opening-hours', 'added'),
  must('stop/companions', 'added'),
  must('stop/closed-days', 'added'),
  must('stop/allowed-rep', 'added'),
  must('stop/allowed-area', 'added'),
  must('leg/allowed-modes', 'added'),
  // Clause 1(2)2: at least eight minutes at each customer; named customers have a longer dwell of their own.
  must('stop/dwell-minimum', 'stated', { least: minutes(8) }),
  // Clause 2(4): with the first customer before 09:30.
  must('day/first-visit', 'stated', { by: at(9, 30) }),
];

/** Targets and preferences, in seconds of working time a unit. All prices are ours. */
const prices: readonly RuleInstance[] = [
  // Clause 2(4): the customers on the day's list. The price is that of an optional visit wholly behind its pace.
  priced('customer/frequency', minutes(20), 'stated'),
  priced('customer/spacing', minutes(20), 'added'),
  priced('plan/common-pace', minutes(60), 'added'),
  priced('plan/keep-promises', minutes(15), 'added', { announced: 4, confirmed: 20, otherHour: 0.5, otherRep: 0.25 }),
  // Clause 1(1)5: from the 6th to the 10th an emphasis on volatile demand and enterprise grade, and normal visits before and after.
  priced('customer/focus-phase', minutes(60), 'stated', { fromDay: 6, untilDay: 10, tags: ['volatile', 'enterprise'] }),
  // Clause 1(2)1: no fewer than 30 customers in town, 25 in the country. Minimums have a price, since not every day can reach them.
  priced('day/fewest-visits', minutes(30), 'stated', { town: 30, country: 25, walkIns: false }),
  // A price for each of the last twenty minutes of the field time.
  priced('day/reserve', minutes(1), 'added', { length: minutes(20) }),
  priced('customer/same-rep', minutes(30), 'added', { area: 0.5 }),
  priced('stop/preferred-rep', minutes(10), 'added'),
  priced('customer/same-weekday', minutes(8), 'added'),
  priced('plan/visit-lines', minutes(10), 'added'),
  priced('plan/even-load', minutes(60), 'added', { tolerance: 0.1, typical: 0.85, speed: 20 }),
];

const deadlines: readonly PlanningDeadline[] = [
  // Clause 1(1)7.
  monthDeadline('stated'),
  {
    plan: 'week',
    due: { en: 'on Monday, with the weekly summary', zh: '每周一填写周总结时' },
    by: { workingDaysBefore: 0, clock: null, before: minutes(0) },
    tag: 'added',
  },
  // Clause 2(2).
  {
    plan: 'day',
    due: { en: 'before 08:30 on the day itself', zh: '当天8:30前' },
    by: { workingDaysBefore: 0, clock: at(8, 30), before: minutes(0) },
    tag: 'stated',
  },
];

/**
 * Customer managers of a tobacco company, who visit its retailers.
 *
 * Clauses are those of the source: 1 is the month (七项工作要点 and the standard of a normal visit), 2 the day
 * (十项工作步骤). Without a clause in a comment a value is a default of ours; so are dwell and price of a tier,
 * the hours of customers without known ones, and the spelling of tags.
 */
export const tobacco: Policy = {
  id: 'tobacco',
  version: '2026-11',
  title: { en: 'Tobacco: customer managers', zh: '卷烟客户经理' },
  source: '卷烟行业客户经理工作流程',
  tiers: [
    { id: 'A', dwell: minutes(10), unserved: hours(8) },
    { id: 'B', dwell: minutes(9), unserved: hours(6) },
    { id: 'C', dwell: minutes(8), unserved: hours(4) },
  ],
  frequencies,
  duties,
  breaks,
  rules: [...musts, ...prices],
  deadlines,
  materials: [],
  joinedStay: 'longest',
  // Clause 2(3)3: motorbike, e-bike or bicycle. Walking from the parked vehicle to shops next door is added.
  modes: ['motorbike', 'e-bike', 'bicycle', 'walk'],
  fares: [],
  defaultHours: {
    town: dailyHours({ from: at(8), until: at(20) }),
    country: dailyHours({ from: at(7, 30), until: at(19) }),
  },
};
