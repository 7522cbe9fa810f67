import { describe, expect, it } from 'vitest';
import { type DayRange, day } from '../../../src/domain/calendar.ts';
import { type RepDay, backAt, mayRunLate, repDaysOf } from '../../../src/domain/rep-day/rep-day.ts';
import type { Territory } from '../../../src/domain/territory.ts';
import { present } from '../../../src/kernel/assert.ts';
import { hours } from '../../../src/kernel/units.ts';
import { aBreak, aCalendar, aDuty, aPolicy, aRep, aTerritory, at, between, office, onlyMonday, week } from '../../support/builders.ts';

const firstOf = (territory: Territory, horizon: DayRange = onlyMonday): RepDay => present(repDaysOf(territory, horizon)[0], 'A day');

// Eight to five with a meeting until 08:30 and an hour's lunch; a summary from 13:30 on Mondays.
const meeting = aDuty();
const summary = aDuty({ id: 'summary', days: { on: 'weekdays', weekdays: [1] }, from: at('13:30'), until: at('24:00') });
const policy = aPolicy({ duties: [meeting, summary], breaks: [aBreak()] });
const monday = firstOf(aTerritory({ policy }));

describe('field time', () => {
  it('lies between the duties that open and close the day', () => {
    expect(monday.field).toEqual(between('08:30', '13:30'));
  });

  it('is the field window less breaks', () => {
    // 08:30 to 13:30 less lunch.
    expect(monday.fieldTime).toBe(hours(4));
  });

  it('is shorter by the duties inside the field window', () => {
    const call = aDuty({ id: 'call', from: at('10:00'), until: at('10:30') });
    expect(firstOf(aTerritory({ policy: aPolicy({ duties: [call] }) })).fieldTime).toBe(hours(8.5));
  });
});

describe('full field time', () => {
  it('is what the every-day duties leave', () => {
    // 08:30 to 17:00 less lunch, though the summary takes Monday's afternoon.
    expect(monday.fullFieldTime).toBe(hours(7.5));
  });

  it("is that of the rep's longest shift, on short days too", () => {
    // Mornings on Saturday, 08:00 to 12:00; a day of 08:00 to 17:00 has 7.5 h.
    const { shifts, ...rep } = aRep();
    const saturdays = aTerritory({
      policy,
      reps: [{ ...rep, shifts: { ...shifts, 6: between('08:00', '12:00') } }],
      calendar: { workdays: [1, 2, 3, 4, 5, 6], exceptions: new Map(), knownYears: null },
    });
    const saturday = firstOf(saturdays, { first: day('2026-12-12'), last: day('2026-12-12') });
    expect(saturday.fieldTime).toBe(hours(3.5));
    expect(saturday.fullFieldTime).toBe(hours(7.5));
  });

  it("is each rep's own", () => {
    const [early, late] = repDaysOf(
      aTerritory({ policy, reps: [aRep({ id: 'r1', shift: between('08:00', '12:30') }), aRep({ id: 'r2' })] }),
      onlyMonday,
    );
    // 08:30 to 12:30 with lunch from 11:30 on, for a rep who only works mornings.
    expect(early?.fullFieldTime).toBe(hours(3));
    expect(late?.fullFieldTime).toBe(hours(7.5));
  });
});

describe('the field day', () => {
  const home = { lat: 31.05, lng: 121 };
  const homeward = aTerritory({ policy, reps: [aRep({ end: home })] });

  it("ends at the rep's end", () => {
    expect(repDaysOf(homeward, week).slice(1).map(backAt)).toEqual([home, home, home, home]);
  });

  it('ends where it began when a duty closes the day there', () => {
    expect(backAt(firstOf(homeward))).toEqual(office);
  });
});

describe('a duty that is kept on days off', () => {
  // In the stores on Saturday, from nine to twelve and from one to five.
  const [early, late] = [between('09:00', '12:00'), between('13:00', '17:00')];
  const inStore = (id: string, hoursOf: typeof early) =>
    aDuty({ id, days: { on: 'weekdays', weekdays: [6] }, ifNonWorking: 'keep', ...hoursOf });
  const weekend: DayRange = { first: day('2026-12-11'), last: day('2026-12-13') };
  const kept = aPolicy({ duties: [meeting, inStore('early', early), inStore('late', late)], breaks: [aBreak()] });
  const daysOf = (given: Partial<Territory>) => repDaysOf(aTerritory({ policy: kept, ...given }), weekend);

  it('opens a day on which there is nothing else to do', () => {
    const [friday, saturday, ...others] = daysOf({});
    expect(others).toEqual([]);
    expect(friday?.duties.map(({ duty }) => duty.id)).toEqual(['meeting']);
    expect(saturday).toMatchObject({ day: day('2026-12-12'), shift: between('09:00', '17:00'), breaks: [], fieldTime: 0 });
    expect(saturday?.duties).toMatchObject([
      { duty: { id: 'early' }, ...early },
      { duty: { id: 'late' }, ...late },
    ]);
    // Not even the hour between the two is for visits.
    expect(saturday?.field).toEqual(between('17:00', '17:00'));
  });

  it('leaves out reps on leave', () => {
    expect(daysOf({ reps: [aRep({ leave: [day('2026-12-12')] })] })).toHaveLength(1);
  });

  it('is one of several duties on a Saturday that is worked', () => {
    const calendar = aCalendar({ exceptions: new Map([[day('2026-12-12'), { day: day('2026-12-12'), name: 'make-up', working: true }]]) });
    const [, saturday] = daysOf({ calendar });
    expect(saturday?.shift).toEqual(between('08:00', '17:00'));
    expect(saturday?.duties.map(({ duty }) => duty.id)).toEqual(['meeting', 'early', 'late']);
  });
});

describe('a day', () => {
  const lasting = (from: string, until: string) =>
    firstOf(aTerritory({ policy: aPolicy({ duties: [aDuty({ id: 'training', from: at(from), until: at(until) })] }) }));

  it('may run late unless a duty closes it or takes all of it', () => {
    expect(mayRunLate(lasting('08:00', '09:00'))).toBe(true);
    expect(mayRunLate(lasting('16:00', '17:00'))).toBe(false);
    expect(mayRunLate(lasting('08:00', '17:00'))).toBe(false);
  });
});
