import type { Duty, Frequency, Material, PlanningDeadline, Policy, RuleInstance } from '../domain/policy.ts';
import { dailyHours } from '../domain/visiting-hours.ts';
import { hours, minutes } from '../kernel/units.ts';
import { SHIFT_END, at, commonMusts, dailyDuty, lunch, monthDeadline, monthPlan, monthly, must, priced } from './parts.ts';
import { purposes } from './purposes.ts';

/** The template names the customers of a line, and not how often it is visited: all numbers are ours. Customers order every week. */
const frequencies: readonly Frequency[] = [
  {
    ...monthly('tier-a', { purpose: purposes.service, visits: 1, minGapDays: 3, maxGapDays: 12, tiers: ['A'] }),
    cycle: { every: 'days', length: 7 },
  },
  {
    ...monthly('tier-b', { purpose: purposes.service, visits: 1, minGapDays: 8, maxGapDays: 21, tiers: ['B'] }),
    cycle: { every: 'days', length: 14 },
  },
  monthly('tier-c', { purpose: purposes.service, visits: 1, minGapDays: 18, maxGapDays: 45, tiers: ['C'] }),
];

/** Day plan (3): materials follow from the day's visits. The items are ours. */
const materials: readonly Material[] = [
  {
    id: 'order-forms',
    name: { en: 'Order forms', zh: '订货单' },
    copies: 1,
    tags: [],
    purposes: [purposes.service.zh],
    kinds: [],
    tag: 'inferred',
  },
  {
    id: 'display-material',
    name: { en: 'Display material', zh: '陈列宣传品' },
    copies: 2,
    tags: [],
    purposes: ['新品'],
    kinds: [],
    tag: 'inferred',
  },
];

const duties: readonly Duty[] = [
  // Day plan (2) and (4): reps decide on the day's customers and route before setting out, and sum up the day before. The hour is ours.
  dailyDuty(
    'day-plan',
    { en: "The day's plan, and what yesterday left undone", zh: '确定当日计划、补充上日未完成事项' },
    { from: at(8, 30), until: at(8, 50), tag: 'stated' },
  ),
  {
    // Week plan (1): every Friday. The hour is ours.
    id: 'week-plan',
    title: { en: "Next week's visit plan", zh: '制定下周拜访计划' },
    days: { on: 'weekdays', weekdays: [5] },
    ifNonWorking: 'previous',
    from: at(16, 30),
    until: SHIFT_END,
    tag: 'stated',
  },
  // Month plan (1) and (4): made at the month's end, with a look back. The hour is ours.
  monthPlan(at(16), 'stated'),
  {
    // Month plan (1): confirmed at the month's beginning. The hour is ours.
    id: 'month-confirmation',
    title: { en: "The month's plan is confirmed", zh: '确认当月拜访计划' },
    days: { on: 'day-of-month', day: 1 },
    ifNonWorking: 'next',
    from: at(8, 50),
    until: at(9, 20),
    tag: 'stated',
  },
];

const rules: readonly RuleInstance[] = [
  ...commonMusts,
  must('day/shift', 'added', { mostOvertime: hours(1) }),
  must('stop/appointments', 'added', { early: minutes(5) }),
  must('stop/companions', 'added'),
  // Week plan (3): customers who order on the same day or the next are on one line. So a visit falls on the order day or the one before.
  must('stop/order-days', 'inferred', { least: 0, most: 1 }),
  // Week plan (2): the month plan's visits for this week, and those left over from last week.
  priced('customer/frequency', minutes(20), 'stated'),
  priced('customer/spacing', minutes(20), 'added'),
  priced('plan/common-pace', minutes(60), 'added'),
  // Week plan (4): the visits of today and tomorrow may change; announced ones should change least.
  priced('plan/keep-promises', minutes(15), 'inferred', { announced: 4, confirmed: 20, otherHour: 0.5, otherRep: 0.25 }),
  // Week plan (3): the area is divided into lines of neighbouring customers.
  priced('plan/visit-lines', minutes(90), 'stated'),
  // Week plan (5): time is kept for ad-hoc work and emergencies. The length is ours.
  priced('day/reserve', minutes(30), 'stated', { length: minutes(30) }),
  priced('customer/same-rep', minutes(30), 'added', { area: 0.5 }),
  priced('stop/preferred-rep', minutes(10), 'added'),
  priced('plan/even-load', minutes(60), 'added', { tolerance: 0.1, typical: 0.85, speed: 20 }),
];

const deadlines: readonly PlanningDeadline[] = [
  monthDeadline('stated'),
  {
    // Week plan (1): every Friday.
    plan: 'week',
    due: { en: 'on the Friday before', zh: '上周五' },
    by: { workingDaysBefore: 1, clock: null, before: minutes(0) },
    tag: 'stated',
  },
  {
    // Day plan (1): before setting out, or the day before.
    plan: 'day',
    due: { en: 'before setting out at 08:50, or on the day before', zh: '当天8:50走访之前或前一天' },
    by: { workingDaysBefore: 0, clock: at(8, 50), before: minutes(0) },
    tag: 'stated',
  },
];

/**
 * Customer managers who divide their area into visit lines by place and order day, and keep time for ad-hoc work.
 *
 * The source is a template of three plans, for the month, the week and the day; comments name the plan and its point.
 * Without such a point in a comment a value is a default of ours; so are dwell and price of a tier.
 */
export const visitLines: Policy = {
  id: 'visit-lines',
  version: '2026-11',
  title: { en: 'Visit lines by order day', zh: '按订货日划分拜访线路' },
  source: '“拜访计划、拜访内容和拜访路线”的标准流程模板',
  tiers: [
    { id: 'A', dwell: minutes(35), unserved: hours(8) },
    { id: 'B', dwell: minutes(30), unserved: hours(6) },
    { id: 'C', dwell: minutes(25), unserved: hours(4) },
  ],
  frequencies,
  duties,
  breaks: [lunch],
  rules,
  deadlines,
  materials,
  joinedStay: 'longest',
  // The source names no modes.
  modes: ['car', 'motorbike', 'e-bike', 'bicycle', 'walk'],
  fares: [],
  defaultHours: {
    town: dailyHours({ from: at(8), until: at(20) }),
    country: dailyHours({ from: at(7, 30), until: at(19) }),
  },
};
