import { type Duty, type Frequency, type Material, type Policy, type RuleInstance, plainFrequency } from '../domain/policy.ts';
import { dailyHours } from '../domain/visiting-hours.ts';
import { hours, minutes } from '../kernel/units.ts';
import { cityFares } from './fares.ts';
import { SHIFT_END, at, commonMusts, dailyDuty, dayDeadline, lunch, monthDeadline, monthly, must, priced, weekDeadline } from './parts.ts';
import { purposes } from './purposes.ts';

/** Interested customers are visited, whatever their status. The source has no numbers: all numbers and gaps are ours. */
const interested = { statuses: ['potential', 'new', 'retained'] } as const;

const frequencies: readonly Frequency[] = [
  // Section 1(1): walk-in targets differ from confirmed ones. They are optional.
  {
    ...plainFrequency,
    id: 'walk-ins',
    purpose: purposes.newBusiness,
    kind: 'walk-in',
    tiers: [],
    tags: ['walk-in'],
    statuses: ['potential'],
    count: { bound: 'atMost', visits: 1 },
    cycle: { every: 'month' },
    minGapDays: 14,
    maxGapDays: null,
    dwell: minutes(15),
    tag: 'stated',
  },
  monthly('hot', { purpose: purposes.development, visits: 3, minGapDays: 5, maxGapDays: 16, tiers: ['A'], ...interested }),
  monthly('warm', { purpose: purposes.development, visits: 2, minGapDays: 9, maxGapDays: 24, tiers: ['B'], ...interested }),
  monthly('cool', { purpose: purposes.contact, visits: 1, minGapDays: 18, maxGapDays: 45, tiers: ['C'], ...interested }),
];

/** Section 3: materials are taken in the numbers that the day's plan gives. The items and numbers are ours. */
const materials: readonly Material[] = [
  {
    id: 'brochure',
    name: { en: 'Brochure', zh: '楼书' },
    copies: 1,
    tags: [],
    purposes: [],
    kinds: [],
    tag: 'inferred',
  },
  {
    id: 'price-list',
    name: { en: 'Price list', zh: '价目表' },
    copies: 2,
    tags: [],
    purposes: [purposes.development.zh, '价目表', '认购'],
    kinds: [],
    tag: 'inferred',
  },
];

const duties: readonly Duty[] = [
  // Section 2: familiar customers are telephoned first. The hour, and three minutes a call, are ours.
  dailyDuty('calls-ahead', { en: 'Calls ahead', zh: '电话预约' }, { from: at(8, 30), until: at(9), callsAhead: minutes(3), tag: 'stated' }),
  // Section 4: reps fill in cards, sort customers, exchange experience and plan tomorrow. The hour is ours.
  dailyDuty(
    'closing',
    { en: "Customer cards and tomorrow's plan", zh: '填写客户卡、制订次日计划' },
    { from: at(16, 30), until: SHIFT_END, tag: 'stated' },
  ),
];

const rules: readonly RuleInstance[] = [
  ...commonMusts,
  must('stop/appointments', 'inferred', { early: minutes(5) }),
  must('stop/companions', 'added'),
  must('day/shift', 'added', { mostOvertime: hours(0) }),
  // Section 2(2): a bus where it passes the customer, a taxi only under all its conditions.
  must('leg/bus-served', 'stated'),
  must('leg/taxi-worth-it', 'stated', { least: minutes(15), intents: ['clear'], tiers: ['A', 'B'] }),
  // The same: "usually" three to five minutes on foot, "usually" forty by bicycle. The limit for shared bicycles is inferred.
  priced('leg/walk-limit', minutes(3), 'stated', { most: minutes(5) }),
  priced('leg/ride-limit', minutes(3), 'stated', { most: minutes(40), modes: ['bicycle', 'shared-bicycle'] }),
  // "Worth its cost": an hour of working time is worth sixty yuan.
  priced('leg/fares', minutes(1), 'inferred'),
  priced('customer/frequency', minutes(20), 'added'),
  priced('customer/spacing', minutes(20), 'added'),
  priced('plan/common-pace', minutes(60), 'added'),
  priced('plan/keep-promises', minutes(15), 'added', { announced: 4, confirmed: 20, otherHour: 0.5, otherRep: 0.25 }),
  // Section 2: by importance, distance and planned duration. The search sees to distance.
  priced('day/important-first', minutes(2), 'inferred'),
  priced('day/call-first', minutes(10), 'stated'),
  priced('customer/same-rep', minutes(30), 'added', { area: 0.5 }),
  priced('stop/preferred-rep', minutes(10), 'added'),
  priced('plan/even-load', minutes(60), 'added', { tolerance: 0.1, typical: 0.85, speed: 8 }),
];

/**
 * Sales of new flats: leads are visited on foot, by bicycle, by bus or by taxi, whichever suits each leg.
 *
 * Sections are those of the source. Without a section in a comment a value is a default of ours; so are dwell and price of
 * a tier.
 */
export const realEstate: Policy = {
  id: 'real-estate',
  version: '2026-11',
  title: { en: 'Real estate sales', zh: '房地产销售拜访' },
  source: '销售人员客户拜访管理制度 2',
  tiers: [
    { id: 'A', dwell: minutes(40), unserved: hours(8) },
    { id: 'B', dwell: minutes(30), unserved: hours(6) },
    { id: 'C', dwell: minutes(25), unserved: hours(4) },
  ],
  frequencies,
  duties,
  breaks: [lunch],
  rules,
  // Section 1(1): the day's plan before the end of the afternoon before.
  deadlines: [monthDeadline('added'), weekDeadline('added'), dayDeadline('stated')],
  joinedStay: 'longest',
  materials,
  // Section 2(2). The source does not name the owner of the bicycle: shared ones are inferred.
  modes: ['walk', 'bicycle', 'shared-bicycle', 'bus', 'taxi'],
  fares: cityFares,
  defaultHours: {
    town: dailyHours({ from: at(9), until: at(17, 30) }),
    country: dailyHours({ from: at(9), until: at(17, 30) }),
  },
};
