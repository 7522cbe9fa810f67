import { describe, expect, it } from 'vitest';
import { capacityOf, capacitySentences } from '../../src/demand/capacity.ts';
import { render } from '../../src/kernel/text.ts';
import { hours, minutes } from '../../src/kernel/units.ts';
import { aCustomer, aRep, aSeries, aTerritory, between, onlyMonday } from '../support/builders.ts';

// A visit takes 50 minutes and the way to it 10: an hour each. Shifts are all field time, on Monday alone.
const oneHour = { dwell: minutes(50), days: onlyMonday };
const customersOf = (count: number, given: Parameters<typeof aCustomer>[0] = {}, from = 1) =>
  Array.from({ length: count }, (_, i) => aCustomer({ ...given, id: `c${from + i}` }));

function capacity(reps: ReturnType<typeof aRep>[], customers: ReturnType<typeof aCustomer>[]) {
  const series = customers.map((customer) => aSeries({ customer, ...oneHour }));
  return capacityOf({ territory: aTerritory({ reps, customers }), horizon: onlyMonday, series, meanLeg: minutes(10) });
}

const fourHours = between('08:00', '12:00');

describe('capacityOf', () => {
  it('fits as long as the field time holds the visits and the way to them', () => {
    // 4 visits × (50 + 10) min in 4 h.
    expect(capacity([aRep({ shift: fourHours })], customersOf(4))).toEqual({
      fits: true,
      asked: hours(4),
      available: hours(4),
      short: 0,
      shortfalls: [],
    });
  });

  it('says by how many hours the visits are too many, and for whom', () => {
    const { fits, short, shortfalls } = capacity([aRep({ shift: fourHours, name: 'Wang Li' })], customersOf(6));
    expect({ fits, short }).toEqual({ fits: false, short: hours(2) }); // 6 h − 4 h
    expect(shortfalls).toHaveLength(1);
    expect(shortfalls[0]).toMatchObject({ reps: ['r1'], customers: 6, visits: 6, asked: hours(6), short: hours(2) });
    const { key, values } = shortfalls[0]?.sentence ?? { key: '', values: {} };
    expect(key).toBe('short');
    expect(render(capacitySentences.short, values, 'en')).toBe(
      '6 required visits to 6 customers take 6 h with travel; Wang Li cannot give 2 h of them.',
    );
    expect(render(capacitySentences.short, values, 'zh')).toBe('6户客户的6次必访任务（含路途）需6小时，Wang Li的可用时间还差2小时。');
  });

  it('lets a rep help where it may, and finds the split that serves most', () => {
    // r1 must take 3 h of its own 4 h and can take 1 h of the shared 5 h; r2 takes the other 4 h.
    const reps = [aRep({ id: 'r1', shift: fourHours }), aRep({ id: 'r2', shift: fourHours })];
    expect(capacity(reps, [...customersOf(5), ...customersOf(3, { requiredRep: 'r1' }, 6)]).fits).toBe(true);
  });

  it('does not let one rep’s spare time hide that another has too much', () => {
    // North asks 5 h of r1's 4 h; r2 serves the south and stays idle.
    const reps = [aRep({ id: 'r1', shift: fourHours, areas: ['north'] }), aRep({ id: 'r2', shift: fourHours, areas: ['south'] })];
    const { fits, available, shortfalls } = capacity(reps, customersOf(5, { area: 'north' }));
    expect({ fits, available }).toEqual({ fits: false, available: hours(8) });
    expect(shortfalls).toMatchObject([{ reps: ['r1'], short: hours(1) }]);
  });

  it('names customers that nobody may visit', () => {
    const { shortfalls } = capacity([aRep({ areas: ['north'] })], customersOf(2, { area: 'south' }));
    expect(shortfalls).toMatchObject([{ reps: [], visits: 2, short: hours(2), sentence: { key: 'nobody' } }]);
  });

  it('asks nothing of optional visits', () => {
    const customer = aCustomer();
    const series = [aSeries({ customer, required: [false], ...oneHour })];
    const territory = aTerritory({ customers: [customer] });
    expect(capacityOf({ territory, horizon: onlyMonday, series, meanLeg: minutes(10) })).toMatchObject({ fits: true, asked: 0 });
  });

  it('says hours with one decimal, rounded up', () => {
    // 3 visits × 60 min in 2 h 50 min: 10 minutes are 0.17 h.
    const { shortfalls } = capacity([aRep({ shift: between('08:00', '10:50') })], customersOf(3));
    expect(shortfalls[0]?.sentence.values).toMatchObject({ asked: 3, short: 0.2 });
  });
});
