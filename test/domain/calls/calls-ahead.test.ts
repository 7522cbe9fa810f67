import { describe, expect, it } from 'vitest';
import { callsOfDuties, callsWithin, mostCallsAhead } from '../../../src/domain/calls/calls-ahead.ts';
import { repDaysOf } from '../../../src/domain/rep-day/rep-day.ts';
import { minutes } from '../../../src/kernel/units.ts';
import {
  aCustomer,
  aDuty,
  aDutyStop,
  aPlannedDay,
  aPolicy,
  aTerritory,
  aVisitStop,
  at,
  between,
  onlyMonday,
} from '../../support/builders.ts';

const morning = aDuty({ id: 'morning', from: at('08:00'), until: at('08:10'), callsAhead: minutes(4) });
const noon = aDuty({ id: 'noon', from: at('12:00'), until: at('12:05'), callsAhead: minutes(4) });
const meeting = aDuty({ id: 'meeting', from: at('08:10'), until: at('08:30') });
const territory = aTerritory({ policy: aPolicy({ duties: [morning, meeting, noon] }) });

describe('calls ahead', () => {
  it('are as many as a duty for them has time for', () => {
    expect(callsWithin({ duty: morning, ...between('08:00', '08:10') })).toBe(2); // 10 ÷ 4
    expect(callsWithin({ duty: meeting, ...between('08:10', '08:30') })).toBeNull();
  });

  it('are limited by the duties of the day, where the policy has such duties', () => {
    const [monday] = repDaysOf(territory, onlyMonday);
    expect(mostCallsAhead(territory, { duties: monday?.duties ?? [] })).toBe(3); // two in the morning, one at noon
    expect(mostCallsAhead(territory, { duties: [] })).toBe(0);
    expect(mostCallsAhead(aTerritory(), { duties: [] })).toBeNull();
  });

  it('are made in the order of the visits, duty by duty', () => {
    const visit = (id: string, start: string) => aVisitStop(aCustomer({ id }), { start });
    const stops = [
      aDutyStop('morning', '08:00', '08:10'),
      aDutyStop('meeting', '08:10', '08:30'),
      { ...visit('c1', '09:00'), kind: 'walk-in' as const },
      visit('c2', '10:00'),
      visit('c3', '11:00'),
      aDutyStop('noon', '12:00', '12:05'),
      visit('c4', '13:00'),
    ];
    const calls = callsOfDuties(territory, aPlannedDay({ stops }));
    expect([...calls].map(([duty, own]) => [duty, own.map(({ customer }) => customer)])).toEqual([
      ['morning', ['c2', 'c3']],
      ['noon', ['c4']],
    ]);
  });
});
