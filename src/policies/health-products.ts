import type { Duty, Frequency, Policy, RuleInstance } from '../domain/policy.ts';
import { dailyHours } from '../domain/visiting-hours.ts';
import { hours, minutes } from '../kernel/units.ts';
import { SHIFT_END, at, commonMusts, dailyDuty, dayDeadline, lunch, monthDeadline, monthly, must, priced, weekDeadline } from './parts.ts';
import { purposes } from './purposes.ts';

const dealer = { tags: ['dealer'], tag: 'stated' } as const;

const frequencies: readonly Frequency[] = [
  // Step 2: the dealer's leader, three times a month. The gaps are ours.
  monthly('leader', { purpose: purposes.dealer, visits: 3, minGapDays: 5, maxGapDays: 16, contact: 'leader', ...dealer }),
  // The same: the person in charge, sales and warehouse as well. The numbers are ours.
  monthly('in-charge', {
    purpose: purposes.dealer,
    visits: 2,
    minGapDays: 7,
    maxGapDays: 24,
    contact: 'in-charge',
    dwell: minutes(30),
    ...dealer,
  }),
  monthly('sales', {
    purpose: purposes.dealer,
    visits: 1,
    minGapDays: 14,
    maxGapDays: 45,
    contact: 'sales',
    dwell: minutes(20),
    ...dealer,
  }),
  monthly('warehouse', {
    purpose: purposes.dealer,
    visits: 1,
    minGapDays: 14,
    maxGapDays: 45,
    contact: 'warehouse',
    dwell: minutes(15),
    ...dealer,
  }),
  // The dealer's customers, by tier.
  monthly('shops-a', { purpose: purposes.delivery, visits: 2, minGapDays: 9, maxGapDays: 24, tiers: ['A'], tags: ['shop'] }),
  monthly('shops', { purpose: purposes.delivery, visits: 1, minGapDays: 18, maxGapDays: 45, tags: ['shop'] }),
];

const duties: readonly Duty[] = [
  // Step 1: the day's plan. Steps 7 and 8: review and paperwork. The hours are ours.
  dailyDuty('day-plan', { en: "The day's plan", zh: '制订日计划' }, { from: at(8, 30), until: at(8, 50), tag: 'stated' }),
  dailyDuty('paperwork', { en: 'Review and paperwork', zh: '自我检讨与文书处理' }, { from: at(17), until: SHIFT_END, tag: 'stated' }),
];

const rules: readonly RuleInstance[] = [
  ...commonMusts,
  // Step 1: the appointment is made beforehand.
  must('stop/appointments', 'inferred', { early: minutes(5) }),
  // Step 2: led by the dealer's salesman.
  must('stop/companions', 'inferred'),
  must('day/shift', 'added', { mostOvertime: minutes(0) }),
  // Step 1: a day has eight hours. Duties, visits and travel count, breaks do not; the shift has no more room.
  priced('day/most-work', minutes(2), 'stated', { most: hours(8) }),
  priced('customer/frequency', minutes(20), 'stated'),
  priced('customer/spacing', minutes(20), 'added'),
  priced('plan/common-pace', minutes(60), 'added'),
  priced('plan/keep-promises', minutes(15), 'added', { announced: 4, confirmed: 20, otherHour: 0.5, otherRep: 0.25 }),
  priced('customer/same-rep', minutes(30), 'added', { area: 0.5 }),
  priced('stop/preferred-rep', minutes(10), 'added'),
  priced('plan/even-load', minutes(60), 'added', { tolerance: 0.1, typical: 0.85, speed: 20 }),
];

/**
 * Health products through dealers: the leader, the people in charge, sales and warehouse of each dealer, and its shops, to
 * which a salesman of the dealer comes along.
 *
 * Steps are the eight of the source. Without a step in a comment a value is a default of ours; so are dwell and price of
 * a tier.
 */
export const healthProducts: Policy = {
  id: 'health-products',
  version: '2026-11',
  title: { en: 'Health products, eight steps', zh: '保健品营销员八步管理' },
  source: '营销员的八步管理',
  tiers: [
    { id: 'A', dwell: minutes(45), unserved: hours(8) },
    { id: 'B', dwell: minutes(30), unserved: hours(6) },
    { id: 'C', dwell: minutes(25), unserved: hours(4) },
  ],
  frequencies,
  duties,
  breaks: [lunch],
  rules,
  // Step 1: the month with the manager, the week on Friday two hours before the end of work.
  deadlines: [monthDeadline('stated'), weekDeadline('stated', hours(2)), dayDeadline('inferred')],
  materials: [],
  joinedStay: 'longest',
  // The source names none: all are added.
  modes: ['car', 'motorbike', 'e-bike', 'bicycle', 'walk'],
  fares: [],
  defaultHours: {
    town: dailyHours({ from: at(8, 30), until: at(17, 30) }),
    country: dailyHours({ from: at(8, 30), until: at(17, 30) }),
  },
};
