import { describe, expect, it } from 'vitest';
import { minutes } from '../../../src/kernel/units.ts';
import { fieldDays } from '../../../src/rules/measure/field-days.ts';
import {
  aBreak,
  aBreakStop,
  aCustomer,
  aDuty,
  aDutyStop,
  aLeg,
  aPlannedDay,
  aPolicy,
  aReview,
  aRound,
  aTerritory,
  aVisitStop,
  at,
  office,
  onlyMonday,
} from '../../support/builders.ts';

const c1 = aCustomer({ id: 'c1' });
const c2 = aCustomer({ id: 'c2' });
// Meeting from 08:00 to 08:30: the field time starts at 08:30.
const policy = aPolicy({ duties: [aDuty()], breaks: [aBreak()] });
const territory = aTerritory({ customers: [c1, c2], policy });
const meeting = aDutyStop('meeting', '08:00', '08:30');

const measure = (...days: readonly ReturnType<typeof aPlannedDay>[]) => fieldDays(aReview({ territory, horizon: onlyMonday, days }));

describe('fieldDays', () => {
  it('measures a day from its stops and legs', () => {
    // Office 08:50 → c1 09:00–09:10 → c2 09:20–09:30 → office 09:40; three legs of 10 minutes; lunch later, at home.
    const stops = [aVisitStop(c1, { start: '09:00' }), aVisitStop(c2, { start: '09:20' })];
    const round = aRound({ stops });
    const [day] = measure({ ...round, stops: [meeting, ...round.stops, aBreakStop('lunch', '11:30', '12:30')] });
    expect(day?.visits).toHaveLength(2);
    expect(day?.end).toBe(at('09:40'));
    expect(day?.travel).toBe(minutes(30));
    // 09:40 − 08:30, the waiting before the first leg included
    expect(day?.work).toBe(minutes(70));
  });

  it('takes a break on the way home out of the work, but not out of the end', () => {
    const legs = [
      aLeg({ from: office, to: c1.location, depart: '11:10', arrive: '11:20' }),
      aLeg({ from: c1.location, to: office, depart: '11:30', arrive: '12:40', travel: minutes(10) }),
    ];
    const stops = [meeting, aVisitStop(c1, { start: '11:20' }), aBreakStop('lunch', '11:35', '12:35')];
    const [day] = measure(aPlannedDay({ stops, legs }));
    expect(day?.end).toBe(at('12:40'));
    expect(day?.travel).toBe(minutes(20));
    // 12:40 − 08:30 = 250 min, less 60 of lunch
    expect(day?.work).toBe(minutes(190));
  });

  it('ends with the last stop where that is at the base', () => {
    const neighbour = aCustomer({ id: 'c1', location: office });
    const [day] = measure(aPlannedDay({ stops: [meeting, aVisitStop(neighbour, { start: '08:30' })] }));
    expect(day?.end).toBe(at('08:40'));
    expect(day?.travel).toBe(0);
  });

  it('goes on until a duty in the field is done', () => {
    const inventory = aDuty({ id: 'inventory', from: at('15:00'), until: at('16:00') });
    const busy = aTerritory({ customers: [c1], policy: aPolicy({ duties: [inventory] }) });
    const stops = [aVisitStop(c1, { start: '09:00' }), aDutyStop('inventory', '15:00', '16:00')];
    const [day] = fieldDays(aReview({ territory: busy, horizon: onlyMonday, days: [aRound({ stops })] }));
    expect(day?.end).toBe(at('16:00'));
  });

  it('ends before a duty that closes the day', () => {
    const summary = aDuty({ id: 'summary', from: at('13:30'), until: at('17:00') });
    const short = aTerritory({ customers: [c1], policy: aPolicy({ duties: [summary] }) });
    const round = aRound({ stops: [aVisitStop(c1, { start: '09:00' })] });
    const days = [{ ...round, stops: [...round.stops, aDutyStop('summary', '13:30', '17:00')] }];
    expect(fieldDays(aReview({ territory: short, horizon: onlyMonday, days }))[0]?.end).toBe(at('09:20'));
  });

  it('leaves out days without visits', () => {
    expect(measure(aPlannedDay({ stops: [meeting] }))).toEqual([]);
  });
});
