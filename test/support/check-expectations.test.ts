import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkExpectations, kinds, readFixture } from './check-expectations.ts';
import {
  type Stop,
  duty,
  farm,
  fixtureWith,
  horizon,
  messages,
  oneDay,
  pause,
  planOf,
  planOver,
  shop,
  visit,
} from './expectations/small-plan.ts';

const anything = { kind: 'unservedRequired', exactly: 0 };

describe('checkExpectations', () => {
  it('knows these kinds and no other', () => {
    expect(kinds.map(({ kind }) => kind).join(' ')).toBe(
      'fewestVisits atOfficeBefore dutiesDoneBy firstCustomerBefore officeDuty atLeastADay reserveKept shiftLength noIdleDays levelLoads onceADay contactsApart usualWeekday leastStay openingHours ' +
        'contactHours companionsLead ownReps linesADay unservedRequired modes legModesByTable weeklyVisits tierVisits focusPhase visitsByKindAtLeast callsAtLeast managerVisits ' +
        'spotChecks lostReapproached countsByPost appointmentsKept requestsKept commitmentsKept campaignTold stayHonoured followUpsKept newCustomersWithin longestUnseenFirst orderDaysOnly ' +
        'noWalkInDisplaces importantFirstWhenShort',
    );
    expect(() => checkExpectations(planOf({ '2026-12-07': [] }), fixtureWith({ kind: 'fewestVisit' }, oneDay))).toThrow('"fewestVisit"');
  });

  it('refuses an expectation with a word that it does not know', () => {
    const misspelt = { kind: 'leastStay', minutes: 8, exception: 2 };
    expect(() => checkExpectations(planOf({ '2026-12-07': [] }), fixtureWith(misspelt, oneDay))).toThrow('exception');
  });

  it('bears as many failures as the expectation excepts', () => {
    const plan = planOf({ '2026-12-07': [visit('c1', '09:00', '09:05'), visit('c2', '10:00', '10:05')] });
    expect(messages(plan, fixtureWith({ kind: 'leastStay', minutes: 8, exceptions: 2 }, oneDay))).toEqual([]);
    expect(messages(plan, fixtureWith({ kind: 'leastStay', minutes: 8, exceptions: 1 }, oneDay))).toHaveLength(2);
  });

  it('misses a rep-day that is not in the plan and one that is there without need', () => {
    expect(messages(planOf({ '2026-12-07': [] }, { to: '2026-12-08' }), fixtureWith(anything))).toEqual([
      'r1 on 2026-12-08 stands in the plan 0 times instead of 1.',
    ]);
    const off = { horizon: { ...horizon, daysOff: ['2026-12-08'] } };
    expect(messages(planOf({ '2026-12-07': [], '2026-12-08': [] }), fixtureWith(anything, off))).toEqual([
      'r1 on 2026-12-08 stands in the plan 1 times instead of 0.',
    ]);
  });

  it('names strange customers and a strange horizon', () => {
    expect(
      messages(planOf({ '2026-12-07': [visit('c9', '09:00', '09:10')] }, { to: '2026-12-08' }), fixtureWith(anything, oneDay)),
    ).toEqual(['The plan is for 2026-12-07 to 2026-12-08, not 2026-12-07 to 2026-12-07.', 'The fixture does not know the customer c9.']);
  });
});

describe('readFixture', () => {
  it('reads a folder as it lies on disk', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fixture-'));
    try {
      writeFileSync(
        join(folder, 'expect-day.json'),
        JSON.stringify({ title: 'Shop', horizon: oneDay.horizon, expectations: [{ kind: 'leastStay', minutes: 8 }] }),
      );
      writeFileSync(join(folder, 'customers.csv'), '\uFEFFid,name,lat,lng,setting,tags\nc1,小店,31.1,121,town,big;near\n');
      writeFileSync(
        join(folder, 'reps.csv'),
        'id,start_lat,start_lng,vehicles,modes,shifts,leave\nr1,31,121,bicycle,,Mo-Fr 08:00-17:00,\n',
      );
      writeFileSync(join(folder, 'history.csv'), 'customer,day,kind,rep\n');
      const plan = planOf({ '2026-12-07': [visit('c1', '09:00', '09:07')] });
      expect(messages(plan, readFixture(folder, 'expect-day.json'))).toEqual(['The visit to c1 on 2026-12-07 lasts 7 min instead of 8.']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('fewestVisits', () => {
  const town = { kind: 'fewestVisits', setting: 'town', perFullDay: 4, fullFieldMinutes: 480 };
  const country = { ...town, setting: 'country', perFullDay: 2 };
  const visits = (customer: string, count: number) => Array.from({ length: count }, (_, i) => visit(customer, `1${i}:00`, `1${i}:10`));
  const day = (...stops: readonly Stop[]) => planOf({ '2026-12-07': stops });

  it('asks for the full number on a full day', () => {
    // The shift is 9 h; half an hour of duty and half an hour of break leave 480 min.
    const around = [duty('08:00', '08:30'), pause('12:30', '13:00')];
    expect(messages(day(...around, ...visits('c1', 4)), fixtureWith([town, country], oneDay))).toEqual([]);
    expect(messages(day(...around, ...visits('c1', 3)), fixtureWith([town, country], oneDay))).toEqual([
      'r1 on 2026-12-07 has 3 visits instead of 4.',
    ]);
  });

  it('asks for fewer on a day with office work', () => {
    // 9 h − 1 h − 4 h = 240 min of 480: two of four.
    const half = [duty('08:00', '09:00'), duty('13:00', '17:00')];
    expect(messages(day(...half, ...visits('c1', 2)), fixtureWith([town, country], oneDay))).toEqual([]);
    expect(messages(day(...half, ...visits('c1', 1)), fixtureWith([town, country], oneDay))).toHaveLength(1);
  });

  it('mixes the minimums on a day in town and country', () => {
    // One in town at 4, two in the country at 2: 8 / 3 = 2.67, so two would do; three are there.
    expect(messages(day(...visits('c1', 1), ...visits('c2', 2)), fixtureWith([town, country], oneDay))).toEqual([]);
    // Two in town, one in the country: 10 / 3 = 3.33, so three.
    expect(messages(day(...visits('c1', 2), ...visits('c2', 1)), fixtureWith([town, country], oneDay))).toEqual([]);
    // In the country alone two suffice, one does not.
    expect(messages(day(...visits('c2', 2)), fixtureWith([town, country], oneDay))).toEqual([]);
    expect(messages(day(...visits('c2', 1)), fixtureWith([town, country], oneDay))).toHaveLength(1);
  });

  it('does not overlook a day without visits', () => {
    expect(messages(day(), fixtureWith([town, country], oneDay))).toEqual(['r1 on 2026-12-07 has 0 visits instead of 2.']);
  });
});

describe('the office', () => {
  const failures = (expectation: object, stops: readonly Stop[], changes: Readonly<Record<string, unknown>> = oneDay) =>
    messages(planOf({ '2026-12-07': stops }), fixtureWith(expectation, changes));

  it('sees the rep at the base by the clock', () => {
    const early = { kind: 'atOfficeBefore', clock: '08:00' };
    expect(failures(early, [duty('08:00', '08:30')])).toEqual([]);
    expect(failures(early, [duty('08:01', '08:30')])).toEqual(['r1 on 2026-12-07 does not begin at the office by 08:00.']);
    expect(failures(early, [duty('08:00', '08:30', { lat: 31.5, lng: 121 })])).toHaveLength(1);
    expect(failures(early, [visit('c1', '07:30', '07:40'), duty('08:00', '08:30')])).toHaveLength(1);
    expect(failures(early, [])).toHaveLength(1);
  });

  it('has its morning duties done by the clock', () => {
    const done = { kind: 'dutiesDoneBy', clock: '08:30' };
    expect(failures(done, [duty('08:00', '08:15'), duty('08:15', '08:30'), duty('14:00', '17:00')])).toEqual([]);
    expect(failures(done, [duty('08:00', '08:40')])).toEqual(['r1 on 2026-12-07: duty-1 lasts until 08:40, past 08:30.']);
    expect(failures(done, [duty('14:00', '17:00')])).toEqual(['r1 on 2026-12-07 has no duty before 08:30.']);
  });

  it('lets the rep reach the first customer by the clock', () => {
    const first = { kind: 'firstCustomerBefore', clock: '09:30' };
    expect(failures(first, [visit('c1', '09:30', '09:40')])).toEqual([]);
    expect(failures(first, [visit('c1', '09:31', '09:41')])).toEqual([
      'r1 on 2026-12-07 reaches the first customer at 09:31, after 09:30.',
    ]);
    // A duty until ten excuses it.
    expect(failures(first, [duty('08:00', '10:00'), visit('c1', '10:10', '10:20')])).toEqual([]);
  });

  it('keeps the rep in on its afternoons', () => {
    const monday = { kind: 'officeDuty', weekday: 1, from: '14:00' };
    expect(failures(monday, [duty('14:00', '17:00')])).toEqual([]);
    expect(failures(monday, [duty('14:00', '16:30')])).toEqual([
      'r1 on 2026-12-07 is not in the office from 14:00 to the end of the shift.',
    ]);
    expect(failures(monday, [duty('14:30', '17:00')])).toHaveLength(1);
    expect(failures({ ...monday, weekday: 2 }, [])).toEqual(['The horizon holds no day with this duty.']);
  });

  it('moves office work from a day off to the next working day', () => {
    // 5 December 2026 is a Saturday: its afternoon moves to Monday the 7th.
    const fifth = { kind: 'officeDuty', dayOfMonth: 5, from: '14:00' };
    expect(failures(fifth, [duty('14:00', '17:00')])).toEqual([]);
    expect(failures(fifth, [])).toHaveLength(1);
  });

  it('finds the last working day of a month', () => {
    // The days from 8 to 31 December are off.
    const daysOff = Array.from({ length: 24 }, (_, i) => `2026-12-${String(8 + i).padStart(2, '0')}`);
    const last = { kind: 'officeDuty', lastWorkingDay: true, from: '14:00' };
    expect(failures(last, [], { horizon: { ...oneDay.horizon, daysOff } })).toHaveLength(1);
    expect(failures(last, [])).toEqual(['The horizon holds no day with this duty.']);
  });
});

describe('visits and legs', () => {
  const failures = (expectation: object, stops: readonly Stop[], changes: object = {}) =>
    messages(planOf({ '2026-12-07': stops }), fixtureWith(expectation, { ...oneDay, ...changes }));

  it('last long enough, for named customers longer', () => {
    const stay = { kind: 'leastStay', minutes: 8 };
    const named = { customers: [{ ...shop, dwell_minutes: '15' }] };
    expect(failures(stay, [visit('c1', '09:00', '09:08')])).toEqual([]);
    expect(failures(stay, [visit('c1', '09:00', '09:07')])).toEqual(['The visit to c1 on 2026-12-07 lasts 7 min instead of 8.']);
    expect(failures(stay, [visit('c1', '09:00', '09:14')], named)).toHaveLength(1);
    expect(failures(stay, [])).toEqual(['The plan has no visits.']);
  });

  it('lie within opening hours, start to end', () => {
    const open = { kind: 'openingHours', unknown: { town: '09:00-18:00' } };
    const shops = { customers: [{ ...shop, hours: 'Mo-Fr 08:00-12:00,14:00-18:00; We off', closed_days: '' }] };
    expect(failures(open, [visit('c1', '11:50', '12:00')], shops)).toEqual([]);
    expect(failures(open, [visit('c1', '11:51', '12:01')], shops)).toHaveLength(1);
    expect(failures(open, [visit('c1', '08:59', '09:10')])).toEqual([
      'The visit to c1 on 2026-12-07 lasts from 08:59 to 09:10; open: 09:00-18:00.',
    ]);
    expect(
      failures(open, [visit('c1', '09:00', '09:10')], { customers: [{ ...shop, closed_days: '2026-12-06;2026-12-07' }] }),
    ).toHaveLength(1);
  });

  it('are made by the rep that the customer belongs to', () => {
    const own = (required_rep: string) =>
      failures({ kind: 'ownReps' }, [visit('c1', '09:00', '09:10')], { customers: [{ ...shop, required_rep }] });
    expect(own('')).toEqual([]);
    expect(own('r1')).toEqual([]);
    expect(own('r2')).toEqual(['The visit to c1 on 2026-12-07 is made by r1; the customer belongs to r2.']);
  });

  it('go by modes that policy, rep and customer allow', () => {
    const byMode = (mode: string, allowed: readonly string[], customer: object = {}) =>
      messages(
        planOf({ '2026-12-07': [] }, { legs: [{ mode, to: { lat: 31.1, lng: 121 } }] }),
        fixtureWith({ kind: 'modes', allowed }, { ...oneDay, customers: [{ ...shop, ...customer }] }),
      );
    expect(byMode('bicycle', ['bicycle', 'car'])).toEqual([]);
    expect(byMode('walk', ['bicycle', 'car'])).toEqual(['r1 goes by walk on 2026-12-07 to (31.1, 121).']);
    // The rep has no car; the customer has no room for bicycles.
    expect(byMode('car', ['bicycle', 'car'])).toHaveLength(1);
    expect(byMode('bicycle', ['bicycle', 'car'], { allowed_modes: 'walk' })).toHaveLength(1);
  });

  it('leave out exactly as many required visits as expected', () => {
    const left = (exactly: number) =>
      messages(
        planOf(
          { '2026-12-07': [] },
          {
            unserved: [
              { visit: 'v1', customer: 'c1', required: true },
              { visit: 'v2', customer: 'c2', required: false },
            ],
          },
        ),
        fixtureWith({ kind: 'unservedRequired', exactly }, oneDay),
      );
    expect(left(1)).toEqual([]);
    expect(left(0)).toEqual(['1 required visits are unserved instead of 0: v1.']);
    expect(left(2)).toHaveLength(1);
  });
});

describe('weeklyVisits', () => {
  const points = { customers: [{ ...shop, tags: 'big;collection-point' }, farm], horizon: { from: '2026-12-09', days: 10 } };
  const weekly = { kind: 'weeklyVisits', tag: 'collection-point' };
  const failures = (visits: Readonly<Record<string, readonly string[]>>, changes: object = {}) =>
    messages(planOver('2026-12-09', 10, visits), fixtureWith(weekly, { ...points, ...changes }));

  it('asks for a visit in each week from Monday to Sunday', () => {
    // Wednesday 9 to Friday 18 December: the rest of one week, and all working days of the next.
    expect(failures({ '2026-12-11': ['c1'], '2026-12-14': ['c1'] })).toEqual([]);
    expect(failures({ '2026-12-11': ['c1', 'c2'] })).toEqual(['c1 is visited 0 times in the week of 2026-12-14 instead of 1.']);
  });

  it('counts what the week had before the horizon', () => {
    const history = [{ customer: 'c1', day: '2026-12-07', kind: 'ordinary', rep: 'r1' }];
    expect(failures({ '2026-12-14': ['c1'] }, { history })).toEqual([]);
    expect(failures({ '2026-12-14': ['c1'] })).toHaveLength(1);
  });

  it('owes nothing in a week without work, or that is not over', () => {
    const shorter = fixtureWith(weekly, { ...points, horizon: { from: '2026-12-09', days: 9 } });
    expect(messages(planOver('2026-12-09', 9, { '2026-12-09': ['c1'] }), shorter)).toEqual([]);
    const daysOff = ['2026-12-14', '2026-12-15', '2026-12-16', '2026-12-17', '2026-12-18'];
    const resting = fixtureWith(weekly, { ...points, horizon: { from: '2026-12-09', days: 10, daysOff } });
    expect(
      messages(
        planOf({ '2026-12-09': [visit('c1', '09:00', '09:10')], '2026-12-10': [], '2026-12-11': [] }, { to: '2026-12-18' }),
        resting,
      ),
    ).toEqual([]);
  });

  it('is not content with a tag that nobody has', () => {
    expect(failures({}, { customers: [shop] })).toEqual(['No customer is tagged collection-point.']);
  });
});

describe('tierVisits', () => {
  const month = { horizon: { from: '2026-12-21', days: 11 } };
  const twice = { kind: 'tierVisits', tier: 'A', least: 2 };
  const failures = (visits: Readonly<Record<string, readonly string[]>>, changes: object = {}) =>
    messages(planOver('2026-12-21', 11, visits), fixtureWith(twice, { ...month, ...changes }));

  it("counts a month's visits, those before the horizon included", () => {
    const history = [
      { customer: 'c1', day: '2026-11-30', kind: 'ordinary', rep: 'r1' },
      { customer: 'c1', day: '2026-12-02', kind: 'ordinary', rep: 'r1' },
    ];
    expect(failures({ '2026-12-21': ['c1'] }, { history })).toEqual([]);
    expect(failures({}, { history })).toEqual(['c1 of tier A has 1 visits in 2026-12 instead of 2.']);
  });

  it('asks only customers of the given status', () => {
    const lost = {
      customers: [
        { ...shop, status: 'lost' },
        { ...shop, id: 'c3' },
      ],
    };
    const retained = { ...twice, statuses: ['retained'] };
    const plan = planOver('2026-12-21', 11, { '2026-12-21': ['c3'], '2026-12-28': ['c3'] });
    expect(messages(plan, fixtureWith(retained, { ...month, ...lost }))).toEqual([]);
    expect(messages(plan, fixtureWith(twice, { ...month, ...lost }))).toEqual(['c1 of tier A has 0 visits in 2026-12 instead of 2.']);
  });

  it('is not content with a horizon that closes no month', () => {
    const open = fixtureWith(twice, { horizon: { from: '2026-12-21', days: 10 } });
    expect(messages(planOver('2026-12-21', 10, {}), open)).toEqual(['The horizon closes no month.']);
  });
});

describe('focusPhase', () => {
  // 7 to 18 December; the 8th to the 10th are the phase.
  const days = { horizon: { from: '2026-12-07', days: 12 }, customers: [{ ...shop, tags: 'volatile' }, farm] };
  const phase = { kind: 'focusPhase', tags: ['volatile', 'enterprise'], fromDay: 8, untilDay: 10 };
  const failures = (visits: Readonly<Record<string, readonly string[]>>, expectation: object = phase) =>
    messages(planOver('2026-12-07', 12, visits), fixtureWith(expectation, days));

  it('asks for visits of the focus customers in the phase', () => {
    expect(failures({ '2026-12-09': ['c1'], '2026-12-14': ['c2'] })).toEqual([]);
    expect(failures({ '2026-12-09': ['c1'], '2026-12-14': ['c2'] }, { ...phase, least: 2 })).toEqual([
      'c1 has 1 visits from 2026-12-08 to 2026-12-10 instead of 2.',
    ]);
  });

  it('asks that their share is higher than on other days', () => {
    // One of two in the phase and one of two outside it: no emphasis.
    expect(failures({ '2026-12-09': ['c1', 'c2'], '2026-12-14': ['c1', 'c2'] })).toEqual([
      "Focus customers have 50 % of the visits from 2026-12-08 to 2026-12-10, and 50 % of the month's others.",
    ]);
    expect(failures({ '2026-12-09': ['c1'], '2026-12-14': ['c1', 'c2'] })).toEqual([]);
  });

  it('moves past a phase without a working day', () => {
    // 12 and 13 December are a weekend: Monday the 14th and Tuesday the 15th stand in.
    const weekend = { ...phase, fromDay: 12, untilDay: 13 };
    expect(failures({ '2026-12-15': ['c1'], '2026-12-17': ['c2'] }, weekend)).toEqual([]);
    expect(failures({ '2026-12-16': ['c1'], '2026-12-17': ['c2'] }, weekend)).toHaveLength(2);
  });

  it('is not content with a horizon that misses the phase', () => {
    expect(failures({}, { ...phase, fromDay: 1, untilDay: 5 })).toEqual(['The horizon holds no phase from the 1. to the 5.']);
  });
});
