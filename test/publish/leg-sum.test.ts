import { describe, expect, it } from 'vitest';
import type { Payment } from '../../src/domain/fare.ts';
import { arrivalName, sumOfLegs } from '../../src/publish/leg-sum.ts';
import { loopDay, publishedHamlet } from './hamlet-plan.ts';

const { words } = publishedHamlet;
const fetched = loopDay.legs.slice(2, 4);
const paying = (...fares: readonly Payment[]) => fetched.map((leg, i) => ({ ...leg, fare: fares[i] ?? null }));

describe('sumOfLegs', () => {
  it('adds up what the legs take', () => {
    // 5 and 7 minutes, 1,000 and 2,540 m.
    expect(sumOfLegs(fetched, words, 'en')).toEqual({ modes: 'walk + e-bike', travel: 720, distance: 3540, fares: [] });
    expect(sumOfLegs(fetched, words, 'zh')?.modes).toBe('步行 + 电动自行车');
  });

  it('is nothing without legs', () => {
    expect(sumOfLegs([], words, 'en')).toBeNull();
  });

  it('adds up fares by currency, to the cent', () => {
    const [cny, usd] = [(amount: number) => ({ amount, currency: 'CNY' }), (amount: number) => ({ amount, currency: 'USD' })];
    expect(sumOfLegs(paying(cny(0.1), cny(0.2)), words, 'en')?.fares).toEqual([cny(0.3)]);
    expect(sumOfLegs(paying(cny(2), usd(1)), words, 'en')?.fares).toEqual([cny(2), usd(1)]);
  });
});

describe('arrivalName', () => {
  it('is when the last leg ends', () => {
    expect(arrivalName(fetched)).toBe('09:13');
    expect(arrivalName([])).toBe('');
  });
});
