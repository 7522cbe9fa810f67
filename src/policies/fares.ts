import { day } from '../domain/calendar.ts';
import type { Fare } from '../domain/fare.ts';
import { metres } from '../kernel/units.ts';

/** Fares of a Chinese city as an example: a company enters its own. */
export const cityFares: readonly Fare[] = [
  {
    mode: 'shared-bicycle',
    validFrom: day('2023-01-01'),
    currency: 'CNY',
    flagFall: 1.5,
    included: metres(6000),
    perKilometre: 0.25,
    far: null,
    source:
      '1.50 yuan for half an hour, 6 km at 12 km/h, and for each half hour after it, spread over its kilometres (assumed); gathered 2026-11',
  },
  {
    mode: 'bus',
    validFrom: day('2023-01-01'),
    currency: 'CNY',
    flagFall: 2,
    included: metres(0),
    perKilometre: 0,
    far: null,
    source: 'flat fare of air-conditioned city buses, common knowledge; gathered 2026-11',
  },
  {
    mode: 'moped-taxi',
    validFrom: day('2023-01-01'),
    currency: 'CNY',
    flagFall: 5,
    included: metres(2000),
    perKilometre: 2,
    far: null,
    source: '5 yuan for 2 km, 2 a kilometre after that (assumed); agreed on before the ride; gathered 2026-11',
  },
  {
    mode: 'taxi',
    validFrom: day('2023-01-01'),
    currency: 'CNY',
    flagFall: 14,
    included: metres(3000),
    perKilometre: 2.7,
    far: { beyond: metres(15_000), perKilometre: 4.05 },
    source: 'Shanghai by day: 14 yuan for 3 km, 2.70 a kilometre, half as much again beyond 15 km; notices of 2023, gathered 2026-11',
  },
];
