import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { type Fare, fareOn, paymentFor } from '../../src/domain/fare.ts';
import { metres } from '../../src/kernel/units.ts';

const taxi: Fare = {
  mode: 'taxi',
  validFrom: day('2023-01-01'),
  currency: 'CNY',
  flagFall: 14,
  included: metres(3000),
  perKilometre: 2.7,
  far: { beyond: metres(15_000), perKilometre: 4.05 },
  source: '',
};
const dearer = { ...taxi, validFrom: day('2027-01-01'), flagFall: 16 };

describe('paymentFor', () => {
  it('is the flag fall alone for short distances', () => {
    expect(paymentFor(taxi, 2999)).toEqual({ amount: 14, currency: 'CNY' });
  });

  it('adds by the kilometre, and more beyond a distance', () => {
    expect(paymentFor(taxi, 5500).amount).toBe(20.75); // 14 + 2.5 × 2.7
    expect(paymentFor(taxi, 20_000).amount).toBe(66.65); // 14 + 12 × 2.7 + 5 × 4.05
    expect(paymentFor({ ...taxi, far: null }, 20_000).amount).toBe(59.9); // 14 + 17 × 2.7
  });

  it('rounds to hundredths', () => {
    expect(paymentFor(taxi, 3001).amount).toBe(14); // 0.27 of a hundredth
    expect(paymentFor(taxi, 3002).amount).toBe(14.01); // 0.54
  });
});

describe('fareOn', () => {
  it('is the latest that is valid', () => {
    expect(fareOn([taxi, dearer], 'taxi', day('2026-12-01'))).toBe(taxi);
    expect(fareOn([taxi, dearer], 'taxi', day('2027-01-01'))).toBe(dearer);
  });

  it('is none before the first, and for modes that cost nothing', () => {
    expect(fareOn([taxi], 'taxi', day('2022-12-31'))).toBeNull();
    expect(fareOn([taxi], 'walk', day('2026-12-01'))).toBeNull();
  });
});
