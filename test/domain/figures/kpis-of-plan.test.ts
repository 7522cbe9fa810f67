import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/domain/plan.ts';
import type { Territory } from '../../../src/domain/territory.ts';
import { kpisOf } from '../../../src/domain/figures/kpis-of-plan.ts';
import { present } from '../../../src/kernel/assert.ts';
import { repId } from '../../../src/kernel/ids.ts';
import { at, monday } from '../../support/builders.ts';
import { c3, mondayPlanned, plan, policy, territory, tuesday, tuesdayPlanned } from '../../audit/handmade.ts';

const kpisWith = (changes: Partial<Plan> = {}, other: Territory = territory) => kpisOf({ ...plan, ...changes }, other);

// Field time of a day: 08:00 to 17:00 less half an hour of meeting and half an hour of lunch, 8 h = 28800 s.
const kpis = kpisWith();

describe('kpisOf', () => {
  it('sums up each rep-day', () => {
    expect(kpis.repDays).toEqual([
      {
        rep: 'r1',
        day: monday,
        visits: 2,
        requiredVisits: 2,
        optionalVisits: 0,
        customers: 2,
        calls: 0,
        travel: 2400, // 600 + 900 + 900
        distance: 8000, // 2 + 3 + 3 km
        waiting: 1200, // 08:40 to 09:00
        dwell: 1200,
        fieldTime: 28_800,
        fieldUsed: 12.5, // 3600 / 28800
        firstStart: at('09:00'),
        lastEnd: at('09:50'),
        idle: null,
      },
      {
        rep: 'r1',
        day: tuesday,
        visits: 1,
        requiredVisits: 1,
        optionalVisits: 0,
        customers: 1,
        calls: 0,
        travel: 1800, // 900 + 900, lunch apart
        distance: 6000,
        waiting: 12_000, // 08:30 to 11:50
        dwell: 600,
        fieldTime: 28_800,
        fieldUsed: 8.3, // 2400 / 28800 = 8.33
        firstStart: at('12:35'),
        lastEnd: at('13:00'),
        idle: null,
      },
    ]);
  });

  it('sums up the plan, with a customer seen twice counted once', () => {
    expect(kpis.total).toEqual({
      visits: 3,
      requiredVisits: 3,
      optionalVisits: 0,
      customers: 2,
      calls: 0,
      travel: 4200,
      distance: 14_000,
      waiting: 13_200,
      dwell: 1800,
      fieldTime: 57_600,
      fieldUsed: 10.4, // 6000 / 57600 = 10.42
      firstStart: at('09:00'), // Monday's
      lastEnd: at('13:00'), // Tuesday's
      requiredUnserved: 1, // c3
      behindPaceUnserved: 1, // the second visit of c1
      couldBePulledForward: 0,
    });
  });

  it('sums up by rep and by day', () => {
    expect(kpis.reps).toHaveLength(1);
    expect(kpis.reps[0]).toMatchObject({ rep: 'r1', days: 2, visits: 3, travel: 4200, fieldUsed: 10.4 });
    expect(kpis.days.map(({ day, reps, visits }) => ({ day, reps, visits }))).toEqual([
      { day: monday, reps: 1, visits: 2 },
      { day: tuesday, reps: 1, visits: 1 },
    ]);
  });

  it('takes a day of two reps together', () => {
    const [first] = territory.reps;
    const second = { ...present(first, 'Rep'), id: repId('r2') };
    // Tuesday's round, made by another rep on Monday.
    const days = [mondayPlanned, { ...tuesdayPlanned, rep: second.id, day: monday }];
    const {
      days: [both],
      reps,
    } = kpisWith({ days }, { ...territory, reps: [...territory.reps, second] });
    expect(both).toMatchObject({ day: monday, reps: 2, visits: 3, customers: 2, firstStart: at('09:00'), lastEnd: at('13:00') });
    expect(reps.map(({ rep, visits }) => ({ rep, visits }))).toEqual([
      { rep: 'r1', visits: 2 },
      { rep: 'r2', visits: 1 },
    ]);
  });

  it('sums up each tier, those without visits too', () => {
    const tiers = [...policy.tiers, { ...present(policy.tiers[0], 'Tier'), id: 'B' }];
    const customers = territory.customers.map((customer) => (customer === c3 ? { ...customer, tier: 'B' } : customer));
    expect(kpisWith({}, { ...territory, customers, policy: { ...policy, tiers } }).tiers).toEqual([
      {
        tier: 'A',
        customers: 2,
        seen: 2,
        due: 4,
        visits: 3,
        required: 3,
        requiredUnserved: 0,
        behindPaceUnserved: 1,
        couldBePulledForward: 0,
      },
      {
        tier: 'B',
        customers: 1,
        seen: 0,
        due: 1,
        visits: 0,
        required: 1,
        requiredUnserved: 1,
        behindPaceUnserved: 0,
        couldBePulledForward: 0,
      },
    ]);
  });

  it('has no times for a day without visits, only its field time', () => {
    const stops = mondayPlanned.stops.filter(({ type }) => type !== 'visit');
    expect(kpisWith({ days: [{ ...mondayPlanned, stops, legs: [] }] }).total).toMatchObject({
      visits: 0,
      travel: 0,
      waiting: 0,
      fieldTime: 28_800,
      fieldUsed: 0,
      firstStart: null,
      lastEnd: null,
    });
  });

  it('takes a duty amid the field time neither for a visit nor for waiting', () => {
    const bank = { ...present(policy.duties[0], 'Meeting'), id: 'bank', from: at('09:10'), until: at('09:30') };
    const withBank = { ...territory, policy: { ...policy, duties: [...policy.duties, bank] } };
    const { location } = present(
      mondayPlanned.stops.find((stop) => stop.type === 'duty'),
      'Meeting',
    );
    const stop = { type: 'duty', duty: 'bank', location, arrival: at('09:10'), start: at('09:10'), end: at('09:30') } as const;
    // The rep stays at the office all day: 08:30 to 09:30 less the 20 minutes of duty is 2400 s of waiting.
    const stops = [...mondayPlanned.stops.filter(({ type }) => type !== 'visit'), stop];
    const { repDays } = kpisWith({ days: [{ ...mondayPlanned, stops, legs: [] }] }, withBank);
    // Field time is 20 minutes shorter.
    expect(repDays[0]).toMatchObject({ visits: 0, waiting: 2400, fieldTime: 27_600, lastEnd: null });
  });
});
