import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/kernel/text.ts';
import { territoryFacts } from '../../../src/publish/text/territory-facts.ts';
import type { Territory } from '../../../src/domain/territory.ts';
import { day } from '../../../src/domain/calendar.ts';
import { aCalendar, aCustomer, aPastVisit, aPolicy, aRep, aTerritory } from '../../support/builders.ts';

const factsOf = (given: Partial<Territory>, language: Language = 'en') => {
  const facts = territoryFacts(aTerritory(given), { language, hours: () => '08:00-20:00' });
  return Object.fromEntries(facts.map(({ fact, text }) => [fact, text]));
};

const hours = aPolicy().defaultHours.town;
const customers = [aCustomer({ id: 'c1', hours }), aCustomer({ id: 'c2', setting: 'country' }), aCustomer({ id: 'c3', tier: 'C' })];
const visitOn = (date: string) => aPastVisit({ day: day(date) });

describe('territoryFacts', () => {
  it('counts what is there', () => {
    const history = [visitOn('2026-11-30'), visitOn('2026-11-02')];
    expect(factsOf({ customers, history, reps: [aRep({ name: 'Li Wei' }), aRep({ id: 'r2' })] })).toEqual({
      territory: 'Hamlet (hamlet), Asia/Shanghai',
      policy: 'By hand (by-hand 1), 0 rules',
      customers: '3: 2 in town, 1 in the country',
      tiers: 'A 2, B 0, C 1',
      hours: "given for 1 of 3 customers; the others have the policy's: town 08:00-20:00, country 08:00-20:00",
      reps: '2: Li Wei (r1), r2',
      history: '2 visits, 2026-11-02 to 2026-11-30',
      calendar: 'Mon Tue Wed Thu Fri; no holidays are given, so all of these days are worked',
    });
  });

  it('speaks Chinese', () => {
    expect(factsOf({ customers, history: [visitOn('2026-11-30')] }, 'zh')).toEqual({
      territory: 'Hamlet (hamlet)，Asia/Shanghai',
      policy: '手工 (by-hand 1)，0 条规则',
      customers: '3 户：城区 2，农村 1',
      tiers: 'A 2，B 0，C 1',
      hours: '3 户中 1 户已给出，其余按制度：城区 08:00-20:00，农村 08:00-20:00',
      reps: '1 人：r1',
      history: '1 次拜访，2026-11-30 至 2026-11-30',
      calendar: '周一、周二、周三、周四、周五；未给出节假日，以上各天都算工作日',
    });
  });

  it('does not speak of default hours where nobody has them', () => {
    expect(factsOf({ customers: [aCustomer({ hours })] })['hours']).toBe('given for 1 of 1 customer');
  });

  it('says of which years holidays are known', () => {
    expect(factsOf({ calendar: aCalendar({ workdays: [1], knownYears: [2026, 2027] }) })['calendar']).toBe(
      'Mon; the holidays of 2026, 2027 are known',
    );
    expect(factsOf({ calendar: aCalendar({ knownYears: [] }) })['calendar']).toMatch(/the holidays of no year are known$/);
  });

  it('names eight reps and counts the others', () => {
    const reps = Array.from({ length: 10 }, (_, i) => aRep({ id: `r${i}` }));
    expect(factsOf({ reps })['reps']).toBe('10: r0, r1, r2, r3, r4, r5, r6, r7 and 2 more');
    expect(factsOf({ reps }, 'zh')['reps']).toBe('10 人：r0、r1、r2、r3、r4、r5、r6、r7 等 10 人');
  });
});
