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

/** The first that fits holds. The source asks for regular visits (section 2, item 1) and counts none: all counts are ours. */
const frequencies: readonly Frequency[] = [
  { ...monthly('tier-a', { visits: 4, minGapDays: 4, maxGapDays: 12 }), tiers: ['A'] },
  { ...monthly('tier-b', { visits: 2, minGapDays: 9, maxGapDays: 24 }), tiers: ['B'] },
  { ...monthly('tier-c', { visits: 1, minGapDays: 18, maxGapDays: 45 }), tiers: ['C'] },
  // Developing new customers is among the purposes that the source lists.
  { ...monthly('prospects', { visits: 1, minGapDays: 14, maxGapDays: 62 }), statuses: ['potential'] },
];

function monthly(id: string, { visits, ...gaps }: Pick<Frequency, 'minGapDays' | 'maxGapDays'> & { readonly visits: number }): Frequency {
  return {
    ...plainFrequency,
    id,
    kind: 'ordinary',
    tiers: [],
    tags: [],
    statuses: ['new', 'retained'],
    count: { bound: 'atLeast', visits },
    cycle: { every: 'month' },
    ...gaps,
    tag: 'added',
  };
}

const duties: readonly Duty[] = [
  {
    // Section 2, item 1: a plan of customers, area, times and purposes every day. Its hour is ours.
    id: 'day-plan',
    title: { en: "The day's visit plan", zh: '制订当日拜访计划' },
    days: { on: 'every-day' },
    ifNonWorking: 'skip',
    from: at(8, 30),
    until: at(8, 50),
    tag: 'stated',
  },
  {
    // Section 2, item 1: after work the results of the day are recorded. Its hour is ours.
    id: 'day-report',
    title: { en: "The day's report", zh: '填写每日销售报告' },
    days: { on: 'every-day' },
    ifNonWorking: 'skip',
    from: at(17, 10),
    until: SHIFT_END,
    tag: 'stated',
  },
];

/** The source says nothing about pauses. */
const breaks: readonly Break[] = [
  {
    id: 'lunch',
    title: { en: 'Lunch', zh: '午休' },
    earliest: at(11, 45),
    latest: at(12, 45),
    length: hours(1),
    tag: 'added',
  },
];

const musts: readonly RuleInstance[] = [
  // Section 2, item 1: plan and report have their place in every day.
  { rule: 'day/duties', price: 'must', params: {}, tag: 'stated' },
  { rule: 'day/breaks', price: 'must', params: {}, tag: 'added' },
  { rule: 'day/shift', price: 'must', params: { mostOvertime: hours(1) }, tag: 'added' },
  // The essays with fixed dates came out best: what is agreed on has its time, and nothing else may take it.
  { rule: 'stop/appointments', price: 'must', params: { early: minutes(5) }, tag: 'inferred' },
  { rule: 'stop/opening-hours', price: 'must', params: {}, tag: 'added' },
  { rule: 'stop/companions', price: 'must', params: {}, tag: 'added' },
  { rule: 'stop/closed-days', price: 'must', params: {}, tag: 'added' },
  { rule: 'stop/allowed-rep', price: 'must', params: {}, tag: 'added' },
  { rule: 'stop/allowed-area', price: 'must', params: {}, tag: 'inferred' },
  { rule: 'leg/allowed-modes', price: 'must', params: {}, tag: 'added' },
];

/** What is asked and wished, in seconds of working time a unit. All prices are ours. */
const priced: readonly RuleInstance[] = [
  // Section 2, item 1: regular visits.
  { rule: 'customer/frequency', price: minutes(20), params: {}, tag: 'stated' },
  // Section 1: without a plan some customers are not seen for a long, long time. A gap that is too long costs by the day.
  { rule: 'customer/spacing', price: minutes(30), params: {}, tag: 'inferred' },
  // The same once more: who was not seen for two months comes before everybody else.
  { rule: 'customer/forgotten-first', price: minutes(10), params: { after: 60 }, tag: 'inferred' },
  { rule: 'plan/keep-promises', price: minutes(15), params: { announced: 4, confirmed: 20 }, tag: 'added' },
  // Section 4, the second company: at least four customers a day.
  { rule: 'day/fewest-visits', price: minutes(60), params: { town: 4, country: 4, walkIns: false }, tag: 'stated' },
  { rule: 'day/reserve', price: minutes(1), params: { length: minutes(20) }, tag: 'added' },
  { rule: 'customer/same-rep', price: minutes(10), params: {}, tag: 'added' },
  { rule: 'stop/preferred-rep', price: minutes(10), params: {}, tag: 'added' },
  { rule: 'plan/even-load', price: minutes(15), params: { tolerance: 0.1, typical: 7 }, tag: 'added' },
];

const deadlines: readonly PlanningDeadline[] = [
  {
    plan: 'month',
    due: { en: 'on the last working day of the month before', zh: '上月最后一个工作日' },
    by: { workingDaysBefore: 1, clock: null, before: minutes(0) },
    tag: 'added',
  },
  {
    plan: 'week',
    due: { en: 'on the last working day before', zh: '上一个工作日下班前' },
    by: { workingDaysBefore: 1, clock: null, before: minutes(0) },
    tag: 'added',
  },
  // Section 2, item 1: every day. That it is done before setting out follows.
  {
    plan: 'day',
    due: { en: 'before setting out at 08:50', zh: '当天8:50出发前' },
    by: { workingDaysBefore: 0, clock: at(8, 50), before: minutes(0) },
    tag: 'inferred',
  },
];

/**
 * A sales team whose visits are planned every day and checked as they happen, so that nobody is forgotten.
 *
 * Sections are those of the source: 1 tells what happens without a plan, 2 how visits are managed, 4 what companies
 * say of it. What a comment does not trace there is a default of ours, and so are dwell and price of a tier.
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
  breaks,
  rules: [...musts, ...priced],
  deadlines,
  // The source names none.
  modes: ['car', 'motorbike', 'e-bike', 'bicycle', 'walk'],
  fares: [],
  defaultHours: {
    town: dailyHours({ from: at(8, 30), until: at(18) }),
    country: dailyHours({ from: at(8), until: at(18) }),
  },
};
