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

/** Posts, and the counts that come with them: clause 1.2(3). Which posts there are, and what each counts, is ours. */
const SENIOR = { posts: ['senior-representative'], tag: 'stated' } as const;
const JUNIOR = { posts: ['representative'], tag: 'stated' } as const;

/** The first that fits holds for each kind. */
const frequencies: readonly Frequency[] = [
  // Clause 1.2(2): peers are visited too, and clause 1.2(1) says why: to know competitors.
  { ...monthly('peers', { visits: 1, minGapDays: 14, maxGapDays: 62 }), tags: ['peer'], tag: 'inferred' },
  { ...monthly('senior-a', { visits: 4, minGapDays: 4, maxGapDays: 12 }), ...SENIOR, tiers: ['A'] },
  { ...monthly('senior-b', { visits: 3, minGapDays: 5, maxGapDays: 16 }), ...SENIOR, tiers: ['B'] },
  { ...monthly('senior-c', { visits: 1, minGapDays: 18, maxGapDays: 45 }), ...SENIOR, tiers: ['C'] },
  { ...monthly('representative-a', { visits: 3, minGapDays: 5, maxGapDays: 16 }), ...JUNIOR, tiers: ['A'] },
  { ...monthly('representative-b', { visits: 2, minGapDays: 9, maxGapDays: 24 }), ...JUNIOR, tiers: ['B'] },
  { ...monthly('representative-c', { visits: 1, minGapDays: 18, maxGapDays: 45 }), ...JUNIOR, tiers: ['C'] },
  // Clause 1.2(2): target and prospective customers; how often, and that any post visits them, is ours.
  { ...monthly('prospects', { visits: 1, minGapDays: 14, maxGapDays: 62 }), statuses: ['potential'], tag: 'inferred' },
  // Clause 1.2(3) speaks of posts, and managers have one.
  {
    ...monthly('manager-a', { visits: 1, minGapDays: 14, maxGapDays: 62 }),
    kind: 'manager',
    tiers: ['A'],
    posts: ['sales-manager'],
    dwell: minutes(40),
    tag: 'inferred',
  },
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
    // Clause 1.3(2)2: the place is contacted before the visit. That this takes half an hour each morning is ours.
    id: 'calls-ahead',
    title: { en: 'Calls ahead', zh: '电话联系拜访单位' },
    days: { on: 'every-day' },
    ifNonWorking: 'skip',
    from: at(8, 30),
    until: at(9),
    callsAhead: minutes(3),
    tag: 'inferred',
  },
  {
    // Clause 1.3(4)1: a report within two days. Half an hour each day keeps to that.
    id: 'visit-reports',
    title: { en: 'Visit reports', zh: '填写拜访报告' },
    days: { on: 'every-day' },
    ifNonWorking: 'skip',
    from: at(17),
    until: SHIFT_END,
    tag: 'inferred',
  },
  {
    // Clause 1.3(1): the next month's plan at the end of each month. The hours are ours.
    id: 'month-plan',
    title: { en: "Next month's visit plan", zh: '次月拜访计划' },
    days: { on: 'last-working-day' },
    ifNonWorking: 'previous',
    from: at(15, 30),
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
  // Clauses 1.3(1), 1.3(2)2 and 1.3(4)1: plan, calls and reports have their hours.
  { rule: 'day/duties', price: 'must', params: {}, tag: 'inferred' },
  { rule: 'day/breaks', price: 'must', params: {}, tag: 'added' },
  { rule: 'day/shift', price: 'must', params: { mostOvertime: hours(1) }, tag: 'added' },
  // Clause 1.3(2)2: who is told beforehand is visited at the time agreed on.
  { rule: 'stop/appointments', price: 'must', params: { early: minutes(5) }, tag: 'inferred' },
  { rule: 'stop/opening-hours', price: 'must', params: {}, tag: 'added' },
  { rule: 'stop/companions', price: 'must', params: {}, tag: 'added' },
  { rule: 'stop/closed-days', price: 'must', params: {}, tag: 'added' },
  // Clause 1.2(3): who visits decides how often, so that the right post has to come.
  { rule: 'stop/allowed-rep', price: 'must', params: {}, tag: 'inferred' },
  { rule: 'stop/allowed-area', price: 'must', params: {}, tag: 'added' },
  { rule: 'leg/allowed-modes', price: 'must', params: {}, tag: 'added' },
];

/** What is asked and wished, in seconds of working time a unit. All prices are ours. */
const priced: readonly RuleInstance[] = [
  // Clause 1.2(3): visits as often as the post says; clause 1.3(4)2: what was promised is followed up at once.
  { rule: 'customer/frequency', price: minutes(20), params: {}, tag: 'stated' },
  { rule: 'customer/spacing', price: minutes(20), params: {}, tag: 'added' },
  { rule: 'plan/common-pace', price: minutes(60), params: {}, tag: 'added' },
  // Clauses 1.3(1) and 1.3(2)2: what was reviewed, and what the place was told, stands.
  { rule: 'plan/keep-promises', price: minutes(15), params: { announced: 4, confirmed: 20 }, tag: 'inferred' },
  // Clause 1.3(2)2 once more: whoever is visited has been called.
  { rule: 'day/call-first', price: minutes(10), params: {}, tag: 'inferred' },
  { rule: 'day/reserve', price: minutes(1), params: { length: minutes(20) }, tag: 'added' },
  { rule: 'customer/same-rep', price: minutes(10), params: {}, tag: 'added' },
  { rule: 'stop/preferred-rep', price: minutes(10), params: {}, tag: 'added' },
  { rule: 'plan/even-load', price: minutes(15), params: { tolerance: 0.1, typical: 7 }, tag: 'added' },
];

const deadlines: readonly PlanningDeadline[] = [
  // Clause 1.3(1): at each month's end, to the manager for review.
  {
    plan: 'month',
    due: { en: 'on the last working day of the month before', zh: '上月最后一个工作日' },
    by: { workingDaysBefore: 1, clock: null, before: minutes(0) },
    tag: 'stated',
  },
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
 * A sales department: representatives of several posts, who call on customers, prospects and peers.
 *
 * Clauses are those of the source: 1.2 says why, whom and how often, 1.3 how visits are planned, prepared and
 * followed up. What a comment does not trace there is a default of ours, and so are dwell and price of a tier.
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
  breaks,
  rules: [...musts, ...priced],
  deadlines,
  // The source names none.
  modes: ['car', 'motorbike', 'e-bike', 'bicycle', 'walk'],
  fares: [],
  defaultHours: {
    town: dailyHours({ from: at(8, 30), until: at(17, 30) }),
    country: dailyHours({ from: at(8), until: at(17, 30) }),
  },
};
