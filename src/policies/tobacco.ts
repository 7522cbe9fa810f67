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
import { type Seconds, hours, minutes, seconds } from '../kernel/units.ts';

/** A clock time. */
const at = (hour: number, minute = 0): Seconds => seconds(hours(hour) + minutes(minute));
/** As long as the shift lasts. */
const SHIFT_END = at(24);

/** Customers that are visited regularly; potential and lost ones are on request. */
const ACTIVE: readonly CustomerStatus[] = ['new', 'retained'];

/**
 * The first that fits holds. That collection points come weekly is clause 1(1)3; the source leaves the
 * other counts to "visit frequency", and all gaps are ours.
 */
const frequencies: readonly Frequency[] = [
  {
    ...plainFrequency,
    id: 'collection-point',
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
  monthly('A', { visits: 4, minGapDays: 4, maxGapDays: 12 }),
  monthly('B', { visits: 2, minGapDays: 9, maxGapDays: 21 }),
  monthly('C', { visits: 1, minGapDays: 18, maxGapDays: 42 }),
];

function monthly(tier: string, { visits, ...gaps }: Pick<Frequency, 'minGapDays' | 'maxGapDays'> & { readonly visits: number }): Frequency {
  return {
    ...plainFrequency,
    id: `tier-${tier.toLowerCase()}`,
    kind: 'ordinary',
    tiers: [tier],
    tags: [],
    statuses: ACTIVE,
    count: { bound: 'atLeast', visits },
    cycle: { every: 'month' },
    ...gaps,
    tag: 'added',
  };
}

const duties: readonly Duty[] = [
  {
    // Clause 2(1): in the office before 08:00 for the meeting. That it takes ten minutes is ours.
    id: 'morning-meeting',
    title: { en: 'Morning meeting', zh: '晨会' },
    days: { on: 'every-day' },
    ifNonWorking: 'skip',
    from: at(8),
    until: at(8, 10),
    tag: 'stated',
  },
  {
    // Clause 2(2): the visit schedule is finished before 08:30.
    id: 'visit-schedule',
    title: { en: 'Visit schedule', zh: '制作拜访日程' },
    days: { on: 'every-day' },
    ifNonWorking: 'skip',
    from: at(8, 10),
    until: at(8, 30),
    tag: 'stated',
  },
  {
    // Clause 1(1)2: Monday afternoon. Where the afternoon begins, and that it moves to the next working day, is ours.
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
  {
    // Clause 1(1)7: on the last working day of the month. The hours are ours.
    id: 'month-plan',
    title: { en: "Next month's visit plan", zh: '次月拜访计划' },
    days: { on: 'last-working-day' },
    ifNonWorking: 'previous',
    from: at(16),
    until: SHIFT_END,
    tag: 'stated',
  },
];

/** The source says nothing about pauses. */
const breaks: readonly Break[] = [
  {
    id: 'lunch',
    title: { en: 'Lunch', zh: '午休' },
    earliest: at(11, 40),
    latest: at(12, 40),
    length: hours(1),
    tag: 'added',
  },
];

/** What binds a day and a visit, without a price. */
const musts: readonly RuleInstance[] = [
  // Clauses 1(1)1, 1(1)2, 1(1)7, 2(1) and 2(2): office work has its hours.
  { rule: 'day/duties', price: 'must', params: {}, tag: 'stated' },
  { rule: 'day/breaks', price: 'must', params: {}, tag: 'added' },
  { rule: 'day/shift', price: 'must', params: { mostOvertime: hours(1) }, tag: 'added' },
  { rule: 'stop/appointments', price: 'must', params: { early: minutes(5) }, tag: 'added' },
  { rule: 'stop/opening-hours', price: 'must', params: {}, tag: 'added' },
  { rule: 'stop/companions', price: 'must', params: {}, tag: 'added' },
  { rule: 'stop/closed-days', price: 'must', params: {}, tag: 'added' },
  { rule: 'stop/allowed-rep', price: 'must', params: {}, tag: 'added' },
  { rule: 'stop/allowed-area', price: 'must', params: {}, tag: 'added' },
  { rule: 'leg/allowed-modes', price: 'must', params: {}, tag: 'added' },
  // Clause 1(2)2: at least eight minutes at each customer; named customers have a longer dwell of their own.
  { rule: 'stop/dwell-minimum', price: 'must', params: { least: minutes(8) }, tag: 'stated' },
  // Clause 2(4): with the first customer before 09:30.
  { rule: 'day/first-visit', price: 'must', params: { by: at(9, 30) }, tag: 'stated' },
];

/** What is asked and wished, in seconds of working time a unit. All prices are ours. */
const priced: readonly RuleInstance[] = [
  // Clause 2(4): the customers on the day's list. The price is that of an optional visit wholly behind its pace.
  { rule: 'customer/frequency', price: minutes(20), params: {}, tag: 'stated' },
  { rule: 'customer/spacing', price: minutes(20), params: {}, tag: 'added' },
  { rule: 'plan/keep-promises', price: minutes(15), params: { announced: 4, confirmed: 20 }, tag: 'added' },
  // Clause 1(1)5: from the 6th to the 10th emphasis on volatile demand and enterprise grade. Before and after, visits are normal.
  {
    rule: 'customer/focus-phase',
    price: minutes(60),
    params: { fromDay: 6, untilDay: 10, tags: ['volatile', 'enterprise'] },
    tag: 'stated',
  },
  // Clause 1(2)1: no fewer than 30 customers in town, 25 in the country. Minimums are priced, since a day may be out of reach.
  { rule: 'day/fewest-visits', price: minutes(30), params: { town: 30, country: 25, walkIns: false }, tag: 'stated' },
  // A price a minute: of the last twenty minutes of the field time.
  { rule: 'day/reserve', price: minutes(1), params: { length: minutes(20) }, tag: 'added' },
  { rule: 'customer/same-rep', price: minutes(10), params: {}, tag: 'added' },
  { rule: 'stop/preferred-rep', price: minutes(10), params: {}, tag: 'added' },
  { rule: 'customer/same-weekday', price: minutes(3), params: {}, tag: 'added' },
  { rule: 'plan/visit-lines', price: minutes(10), params: {}, tag: 'added' },
  { rule: 'plan/even-load', price: minutes(15), params: { tolerance: 0.05, typical: 30 }, tag: 'added' },
];

const deadlines: readonly PlanningDeadline[] = [
  // Clause 1(1)7.
  {
    plan: 'month',
    due: { en: 'on the last working day of the month before', zh: '上月最后一个工作日' },
    by: { workingDaysBefore: 1, clock: null, before: minutes(0) },
    tag: 'stated',
  },
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
 * Customer managers of a tobacco company, who call on its retailers.
 *
 * Clauses are those of the source: 1 is the month (七项工作要点 and the standard of a normal visit), 2 the day
 * (十项工作步骤). What a comment does not trace to a clause is a default of ours; dwell and price of a tier, the
 * hours of customers whose own are unknown, and the tags' spelling are such defaults too.
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
  rules: [...musts, ...priced],
  deadlines,
  // Clause 2(3)3: motorbike, e-bike or bicycle. That shops next door are reached on foot from where it is parked is added.
  modes: ['motorbike', 'e-bike', 'bicycle', 'walk'],
  fares: [],
  defaultHours: {
    town: dailyHours({ from: at(8), until: at(20) }),
    country: dailyHours({ from: at(7, 30), until: at(19) }),
  },
};
