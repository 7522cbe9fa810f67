import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { Territory } from '../../../src/domain/territory.ts';
import { dailyHours } from '../../../src/domain/visiting-hours.ts';
import { openingHours } from '../../../src/rules/stop/opening-hours.ts';
import {
  aCalendar,
  aContact,
  aCustomer,
  aPolicy,
  aReview,
  aRound,
  aScene,
  aSeries,
  aTerritory,
  aVisitStop,
  between,
  breachesOf,
  monday,
  obligationOf,
  onlyMonday,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const morning = between('08:00', '12:00');
const afternoon = between('14:00', '18:00');
const c1 = aCustomer({ hours: dailyHours(morning, afternoon) });

describe('stop/opening-hours, obligation', () => {
  it('is the hours of every day on which somebody works', () => {
    const territory = aTerritory({ customers: [c1] });
    const scene = aScene({ territory, horizon: { first: day('2026-12-11'), last: day('2026-12-14') } });
    const hours = [morning, afternoon];
    // Friday and the next Monday
    const byDay = new Map([
      [day('2026-12-11'), hours],
      [day('2026-12-14'), hours],
    ]);
    expect(obligationOf(openingHours, scene)).toEqual(new Map([[scene.series[0], byDay]]));
  });
});

describe('stop/opening-hours, compiled', () => {
  it('gives the windows of each day on which the customer is due', () => {
    const territory = aTerritory({ customers: [c1] });
    const series = [aSeries({ customer: c1, days: { first: monday, last: day('2026-12-08') } })];
    expect(termsOf(openingHours, aScene({ territory, series }), 'must')).toEqual([
      { term: 'windows', series: 0, day: 0, windows: [morning, afternoon] },
      { term: 'windows', series: 0, day: 1, windows: [morning, afternoon] },
    ]);
  });

  it('goes by the weekday', () => {
    const { byWeekday } = dailyHours(morning);
    const customer = aCustomer({ hours: { byWeekday: { ...byWeekday, 1: [afternoon], 2: [] }, onHolidays: null } });
    expect(termsOf(openingHours, aScene({ territory: aTerritory({ customers: [customer] }) }), 'must')).toMatchObject([
      { day: 0, windows: [afternoon] },
      { day: 1, windows: [] },
      { day: 2, windows: [morning] },
      { day: 3, windows: [morning] },
      { day: 4, windows: [morning] },
    ]);
  });

  it("takes the policy's hours for the setting where a customer's are unknown", () => {
    const policy = aPolicy({ defaultHours: { town: dailyHours(morning), country: dailyHours(afternoon) } });
    const customers = [aCustomer({ id: 'c1' }), aCustomer({ id: 'c2', setting: 'country' })];
    expect(termsOf(openingHours, aScene({ territory: aTerritory({ policy, customers }), horizon: onlyMonday }), 'must')).toMatchObject([
      { series: 0, windows: [morning] },
      { series: 1, windows: [afternoon] },
    ]);
  });

  it('narrows them to those of the contact, and demands nothing of an appointment', () => {
    const territory = aTerritory({ customers: [c1] });
    const contact = aContact({ hours: dailyHours(between('11:00', '15:00')) });
    const times = [{ day: monday, from: afternoon.until, until: between('18:00', '18:30').until, with: null }];
    const series = [aSeries({ customer: c1, contact }), aSeries({ customer: c1, times })];
    expect(termsOf(openingHours, aScene({ territory, horizon: onlyMonday, series }), 'must')).toEqual([
      { term: 'windows', series: 0, day: 0, windows: [between('11:00', '12:00'), between('14:00', '15:00')] },
    ]);
  });

  it('keeps visits to customers who are always open out of the next day', () => {
    const allDay = between('00:00', '24:00');
    const customer = aCustomer({ hours: dailyHours(allDay) });
    const scene = aScene({ territory: aTerritory({ customers: [customer] }), horizon: onlyMonday });
    expect(termsOf(openingHours, scene, 'must')).toMatchObject([{ day: 0, windows: [allDay] }]);
  });
});

describe('stop/opening-hours, audited', () => {
  /** The judgement on a visit of c1 on Monday. */
  const judge = (start: string, end: string, territory = aTerritory({ customers: [c1] })) =>
    breachesOf(
      openingHours,
      aReview({ territory, horizon: onlyMonday, days: [aRound({ stops: [aVisitStop(c1, { start, end })] })] }),
      'must',
    ).map((breach) => textOf(openingHours, breach));

  it('accepts a visit within one window, to the minute', () => {
    expect(judge('11:50', '12:00')).toEqual([]);
    expect(judge('14:00', '14:10')).toEqual([]);
  });

  it('finds a visit that starts before or ends after its window', () => {
    expect(judge('11:55', '12:05')).toEqual([
      'c1 is visited from 11:55 to 12:05 on 2026-12-07; visiting hours are 08:00–12:00, 14:00–18:00.',
    ]);
    expect(judge('13:59', '14:10')).toHaveLength(1);
  });

  it('finds a visit that lies in two windows and the gap between them', () => {
    expect(judge('11:00', '15:00')).toHaveLength(1);
  });

  it('names a day without hours as such', () => {
    const customer = { ...c1, hours: dailyHours() };
    expect(judge('09:00', '09:10', aTerritory({ customers: [customer] }))).toEqual([
      'c1 is visited on 2026-12-07, when there are no visiting hours.',
    ]);
  });
});

describe('stop/opening-hours on holidays', () => {
  const customer = aCustomer({ hours: { ...dailyHours(morning), onHolidays: [afternoon] } });
  const onMonday = (working: boolean) =>
    aTerritory({
      customers: [customer],
      calendar: aCalendar({ exceptions: new Map([[monday, { day: monday, name: 'special', working }]]) }),
    });
  const visited = (territory: Territory, start: string) => {
    const repDays = aReview({ horizon: onlyMonday }).repDays;
    const days = [aRound({ stops: [aVisitStop(customer, { start })] })];
    const review = aReview({ territory, horizon: onlyMonday });
    // Nobody works on a holiday by itself; a plan may send somebody all the same.
    return breachesOf(openingHours, { ...review, repDays, plan: { ...review.plan, days } }, 'must');
  };

  it('are those for holidays where the customer has any', () => {
    expect(visited(onMonday(false), '09:00')).toHaveLength(1);
    expect(visited(onMonday(false), '14:00')).toEqual([]);
  });

  it('are those of the weekday on make-up working days', () => {
    expect(visited(onMonday(true), '09:00')).toEqual([]);
    expect(termsOf(openingHours, aScene({ territory: onMonday(true), horizon: onlyMonday }), 'must')).toMatchObject([
      { windows: [morning] },
    ]);
  });

  it('are compiled for holidays that are worked', () => {
    const scene = aScene({ territory: onMonday(false), horizon: onlyMonday });
    expect(termsOf(openingHours, { ...scene, repDays: aScene({ horizon: onlyMonday }).repDays }, 'must')).toMatchObject([
      { windows: [afternoon] },
    ]);
  });
});
