import { describe, expect, it } from 'vitest';
import type { Stop } from '../../../src/domain/plan.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { breaks } from '../../../src/rules/day/breaks.ts';
import {
  aBreak,
  aBreakStop,
  aCustomer,
  aDuty,
  aDutyStop,
  aPlannedDay,
  aPolicy,
  aReview,
  aScene,
  at,
  aTerritory,
  aVisitStop,
  breachesOf,
  obligationOf,
  onlyMonday,
  termsOf,
  textOf,
} from '../../support/builders.ts';

// Lunch for an hour, from between 11:30 and 13:00; tea for ten minutes at 08:00, before the day in the field begins.
const lunch = aBreak();
const tea = aBreak({ id: 'tea', earliest: at('08:00'), latest: at('08:10'), length: minutes(10) });
const meeting = aDuty({ from: at('08:10'), until: at('08:30') });

describe('day/breaks, obligation', () => {
  it('is the breaks that duties leave room for', () => {
    // Office work takes all of the time for tea.
    const busy = [aDuty({ from: at('08:05'), until: at('08:30') }), aDuty({ id: 'opening', from: at('08:00'), until: at('08:05') })];
    const policy = aPolicy({ breaks: [lunch, tea], duties: busy });
    const scene = aScene({ territory: aTerritory({ policy }), horizon: onlyMonday });
    expect(obligationOf(breaks, scene)).toEqual(new Map([[scene.repDays[0], [lunch]]]));
  });
});

describe('day/breaks, compiled', () => {
  it('gives each break that may fall into the field', () => {
    const territory = aTerritory({ policy: aPolicy({ breaks: [lunch] }) });
    expect(termsOf(breaks, aScene({ territory, horizon: onlyMonday }), 'must')).toEqual([
      { term: 'activity', slot: 0, earliest: at('11:30'), latest: at('13:00'), length: 3600, place: null },
    ]);
  });

  it('demands nothing of a break that duties leave no room for', () => {
    // Office work until 08:30 takes all of the time for tea.
    const policy = aPolicy({
      breaks: [tea],
      duties: [aDuty({ from: at('08:05'), until: at('08:30') }), aDuty({ id: 'opening', from: at('08:00'), until: at('08:05') })],
    });
    expect(termsOf(breaks, aScene({ territory: aTerritory({ policy }), horizon: onlyMonday }), 'must')).toEqual([]);
  });

  it('lets it start only so late that it ends before the next duty', () => {
    // The summary begins at 13:30, so lunch at 12:30.
    const summary = aDuty({ id: 'summary', from: at('13:30'), until: at('17:00') });
    const territory = aTerritory({ policy: aPolicy({ breaks: [lunch], duties: [summary] }) });
    expect(termsOf(breaks, aScene({ territory, horizon: onlyMonday }), 'must')).toMatchObject([{ latest: at('12:30') }]);
  });
});

describe('day/breaks, audited', () => {
  const c1 = aCustomer();
  const territory = aTerritory({ customers: [c1], policy: aPolicy({ breaks: [lunch], duties: [meeting] }) });
  const judge = (...stops: readonly Stop[]) =>
    breachesOf(breaks, aReview({ territory, horizon: onlyMonday, days: [aPlannedDay({ stops })] }), 'must').map((breach) =>
      textOf(breaks, breach),
    );

  it('accepts a break within its window, in full, beside visits and duties', () => {
    expect(judge(aVisitStop(c1, { start: '11:50', end: '12:00' }), aBreakStop('lunch', '12:00', '13:00'))).toEqual([]);
  });

  it('requires it on days without visits too', () => {
    expect(judge()).toEqual(['r1 has the break lunch 0 times on 2026-12-07.']);
  });

  it('requires it once', () => {
    expect(judge(aBreakStop('lunch', '11:30', '12:30'), aBreakStop('lunch', '13:00', '14:00'))).toEqual([
      'r1 has the break lunch 2 times on 2026-12-07.',
    ]);
  });

  it('finds one that starts outside of its window', () => {
    expect(judge(aBreakStop('lunch', '13:01', '14:01'))).toEqual([
      'r1 takes the break lunch from 13:01 to 14:01 on 2026-12-07; it starts between 11:30 and 13:00 and lasts 60 min.',
    ]);
    expect(judge(aBreakStop('lunch', '11:29', '12:29'))).toHaveLength(1);
  });

  it('finds one that is cut short', () => {
    expect(judge(aBreakStop('lunch', '12:00', '12:30'))).toHaveLength(1);
  });

  it('finds one during a visit or a duty', () => {
    expect(judge(aVisitStop(c1, { start: '11:55', end: '12:05' }), aBreakStop('lunch', '12:00', '13:00'))).toEqual([
      'r1 takes the break lunch at 12:00 on 2026-12-07, during a visit or a duty.',
    ]);
    expect(judge(aDutyStop('meeting', '12:30', '13:30'), aBreakStop('lunch', '12:00', '13:00'))).toHaveLength(1);
  });
});
