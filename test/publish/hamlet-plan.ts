import { day } from '../../src/domain/calendar.ts';
import type { Kpis } from '../../src/domain/figures/kpis.ts';
import type { Plan, PlannedDay } from '../../src/domain/plan.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { customerId, visitId } from '../../src/kernel/ids.ts';
import { hours, metres, minutes, seconds } from '../../src/kernel/units.ts';
import type { PlanWords, PublishedPlan } from '../../src/publish/published-plan.ts';
import {
  aBreak,
  aBreakStop,
  aCustomer,
  aDuty,
  aDutyStop,
  aLeg,
  aPolicy,
  aRep,
  aTerritory,
  aVisitStop,
  at,
  office,
} from '../support/builders.ts';

const rep = aRep({ name: '李伟', vehicles: ['e-bike'] });
const shop = aCustomer({ id: 'c1', name: '=便民超市' });
const mill = aCustomer({ id: 'c2', name: 'Mill', tier: 'B', setting: 'country' });
const farm = aCustomer({ id: 'c3', tier: 'B', setting: 'country' });

/** A rep, three customers: a corner shop, a mill that opens at ten, a farm that nobody reaches. */
export const hamlet: Territory = aTerritory({
  name: '小村',
  customers: [shop, mill, farm],
  reps: [rep],
  policy: aPolicy({
    id: 'hamlet',
    title: { en: 'Hamlet rules', zh: '小村制度' },
    duties: [aDuty({ title: { en: 'Morning meeting', zh: '晨会' } })],
    breaks: [aBreak({ title: { en: 'Lunch', zh: '午休' } })],
    modes: ['e-bike'],
  }),
});

const meeting = aDutyStop('meeting', '08:00', '08:30');
const lunch = aBreakStop('lunch', '11:30', '12:30');

/** Monday: meeting, shop at 08:40, mill from 10:00 after waiting, way back, lunch. Tuesday: meeting and lunch only. */
export const hamletPlan: Plan = {
  territory: 'hamlet',
  policy: { id: 'hamlet', version: '1' },
  horizon: { first: day('2026-12-07'), last: day('2026-12-08') },
  timeZone: 'Asia/Shanghai',
  days: [
    {
      rep: rep.id,
      day: day('2026-12-07'),
      vehicle: 'e-bike',
      stops: [
        meeting,
        aVisitStop(shop, { start: '08:40', end: '08:48' }),
        // 8 minutes of way from 08:48 to 08:56, then waiting until ten.
        aVisitStop(mill, { arrival: '08:56', start: '10:00', end: '10:08', required: false }),
        lunch,
      ],
      legs: [
        aLeg({ from: office, to: shop.location, depart: '08:30', arrive: '08:40', mode: 'e-bike', distance: metres(1500) }),
        aLeg({ from: shop.location, to: mill.location, depart: '08:48', arrive: '08:56', mode: 'e-bike', distance: metres(2040) }),
        aLeg({ from: mill.location, to: office, depart: '10:08', arrive: '10:20:05', mode: 'e-bike', distance: metres(3160) }),
      ],
      calls: [],
    },
    { rep: rep.id, day: day('2026-12-08'), vehicle: null, stops: [meeting, lunch], legs: [], calls: [] },
  ],
  unserved: [
    {
      visit: visitId('c3', 'monthly', 1),
      customer: customerId('c3'),
      kind: 'ordinary',
      contact: null,
      answers: [],
      required: true,
      need: 'required',
      purposes: [],
      maxGapDays: null,
      price: hours(6),
      reasons: [
        {
          class: 'never-fits',
          rule: 'stop/opening-hours',
          because: ['visiting-hours'],
          sentence: { key: 'closed', values: { customer: 'c3' } },
        },
      ],
    },
  ],
};

const none = {
  requiredVisits: 0,
  optionalVisits: 0,
  customers: 0,
  calls: 0,
  travel: seconds(0),
  distance: metres(0),
  waiting: seconds(0),
  dwell: seconds(0),
};
// Travel 10 + 8 + 12:05 minutes; waiting 08:56 to 10:00; 16 minutes with customers of 8 hours in the field.
const monday = {
  visits: 2,
  requiredVisits: 1,
  optionalVisits: 1,
  customers: 2,
  calls: 0,
  travel: seconds(1805),
  distance: metres(6700),
  waiting: minutes(64),
  dwell: minutes(16),
  fieldTime: hours(8),
  fieldUsed: 9.6,
  firstStart: at('08:40'),
  lastEnd: at('10:20:05'),
};
const tuesday = { ...none, visits: 0, fieldTime: hours(8), fieldUsed: 0, firstStart: null, lastEnd: null };
const both = { ...monday, fieldTime: hours(16), fieldUsed: 4.8 };

/**
 * Monday otherwise: by e-bike to the shop, on foot to the mill, back to the e-bike and by it to the farm, and from
 * there to the office.
 */
export const loopDay: PlannedDay = {
  rep: rep.id,
  day: day('2026-12-07'),
  vehicle: 'e-bike',
  stops: [
    meeting,
    aVisitStop(shop, { start: '08:40', end: '08:48' }),
    aVisitStop(mill, { start: '08:53', end: '09:01', required: false }),
    aVisitStop(farm, { arrival: '09:13', start: '09:20', end: '09:28' }),
    lunch,
  ],
  legs: [
    aLeg({ from: office, to: shop.location, depart: '08:30', arrive: '08:40', mode: 'e-bike', distance: metres(1500) }),
    { ...aLeg({ from: shop.location, to: mill.location, depart: '08:48', arrive: '08:53', mode: 'walk' }), parked: shop.location },
    { ...aLeg({ from: mill.location, to: shop.location, depart: '09:01', arrive: '09:06', mode: 'walk' }), parked: shop.location },
    aLeg({ from: shop.location, to: farm.location, depart: '09:06', arrive: '09:13', mode: 'e-bike', distance: metres(2540) }),
    aLeg({ from: farm.location, to: office, depart: '09:28', arrive: '09:40', mode: 'e-bike', distance: metres(3160) }),
  ],
  calls: [],
};

/** The figures of the plan. */
export const hamletKpis: Kpis = {
  total: { ...both, requiredUnserved: 1, behindPaceUnserved: 0, couldBePulledForward: 0 },
  reps: [{ rep: rep.id, days: 2, ...both }],
  days: [
    { day: day('2026-12-07'), reps: 1, ...monday },
    { day: day('2026-12-08'), reps: 1, ...tuesday },
  ],
  repDays: [
    { rep: rep.id, day: day('2026-12-07'), ...monday, idle: null },
    { rep: rep.id, day: day('2026-12-08'), ...tuesday, idle: null },
  ],
  forgotten: [],
  tiers: [
    {
      tier: 'A',
      customers: 1,
      seen: 1,
      due: 1,
      visits: 1,
      required: 1,
      requiredUnserved: 0,
      behindPaceUnserved: 0,
      couldBePulledForward: 0,
    },
    {
      tier: 'B',
      customers: 2,
      seen: 1,
      due: 2,
      visits: 1,
      required: 1,
      requiredUnserved: 1,
      behindPaceUnserved: 0,
      couldBePulledForward: 0,
    },
  ],
};

const MODES: Readonly<Record<string, string>> = { 'e-bike': '电动自行车', walk: '步行', bus: '公交' };

export const words: PlanWords = {
  reason: ({ sentence }) => ({ en: `${sentence.values['customer']} is closed`, zh: `${sentence.values['customer']} 不开门` }),
  rule: () => ({ en: 'Required visits are made', zh: '必访客户要拜访' }),
  sentence: ({ rule }) => ({ en: `${rule} is asked`, zh: `要求 ${rule}` }),
  mode: (id) => ({ en: id, zh: MODES[id] ?? id }),
};

/** What is published about the plan: 1,805 s of travel, 3,840 s of waiting, 21,600 s for the visit left out. */
export const publishedHamlet: PublishedPlan = {
  plan: hamletPlan,
  territory: hamlet,
  cost: { total: 27_245, travel: 1805, waiting: 3840, byRule: { 'customer/frequency': 21_600 } },
  kpis: hamletKpis,
  words,
};

/** The same with other days. */
export const publishedWith = (...days: readonly PlannedDay[]): PublishedPlan => ({ ...publishedHamlet, plan: { ...hamletPlan, days } });
