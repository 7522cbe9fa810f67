import { type Param } from '../../src/kernel/params.ts';
import { rules } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { modes } from '../../src/travel/modes/index.ts';
import { type Draw, anyDuration, anyLength } from './draw.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Rules without which plans break what the audit holds by itself: they are in each policy. */
const ALWAYS = new Set(['day/duties', 'day/breaks', 'stop/opening-hours', 'stop/closed-days', 'stop/allowed-rep', 'customer/frequency']);

/** A policy of some rules whose prices and parameters lie at the bounds of the contract or near them. */
export function extremePolicy(draw: Draw, tiers: readonly string[]): Fields {
  const { one, chance } = draw;
  return {
    id: 'extreme',
    version: '1',
    title: 'Extreme',
    tiers: tiers.map((id) => ({ id, dwell: one('PT1S', 'PT1M', 'PT1M', 'PT10M', anyLength(draw)), unserved: anyDuration(draw) })),
    frequencies: Array.from({ length: 1 + draw.below(3) }, (_, i) => anyFrequency(draw, `f${i + 1}`)),
    duties: chance(0.4) ? [anyDuty(draw, 'd1'), ...(chance(0.3) ? [anyDuty(draw, 'd2')] : [])] : [],
    breaks: chance(0.4) ? [anyBreak(draw)] : [],
    rules: rules.filter(({ id }) => ALWAYS.has(id) || chance(0.35)).map((rule) => anyInstance(draw, rule)),
    modes: modes.map(({ id }) => id),
    fares: ['taxi', 'bus'].map((mode) => anyFare(draw, mode)),
    defaultHours: { town: 'Mo-Su 00:00-24:00', country: one('Mo-Su 00:00-24:00', 'Mo-Su 00:00-24:00; PH off') },
  };
}

function anyFrequency(draw: Draw, id: string): Fields {
  const { one, some } = draw;
  const bound = one('atLeast', 'atLeast', 'exactly', 'atMost');
  const [minGapDays, maxGapDays = 1] = one<readonly number[]>([0, 1], [0, 366], [1, 366], [366, 366], [2, 7]);
  const visits = minGapDays === 366 ? one(0, 1) : one(0, 1, 1, 1, 2, 366);
  const every = visits > 1 || minGapDays === 366 ? 'P999W' : one('P1D', 'P1W', 'P1M', 'P28D', 'P999D', 'P999W');
  return {
    id,
    kind: one('ordinary', 'ordinary', 'ordinary', 'return', 'call', 'walk-in'),
    count: { [bound]: visits },
    every,
    minGapDays,
    ...some(0.6, { maxGapDays }),
    ...some(0.2, { countsAlso: ['call', 'walk-in'] }),
    ...some(0.3, { statuses: ['new', 'retained'] }),
    ...some(0.3, { firstWithinDays: one(0, 1, 366) }),
    ...some(0.3, { dwell: anyLength(draw) }),
    ...some(0.1, { contact: 'leader' }),
    ...some(0.1, { sample: one(1, 500_000) }),
  };
}

function anyDuty({ one, some }: Draw, id: string): Fields {
  const [from, until] = one(
    ['00:00', '24:00'],
    ['12:00', '12:01'],
    ['23:59', '24:00'],
    ['08:00', '09:00'],
    ['00:00', '00:01'],
    ['10:00', '16:00'],
  );
  const days = one(
    { on: 'every-day' },
    { on: 'day-of-month', day: 31 },
    { on: 'day-of-month', day: 1 },
    { on: 'last-working-day' },
    { on: 'weekdays', weekdays: [1, 7] },
  );
  const ifNonWorking = one('next', 'previous', 'skip', 'keep');
  return { id, title: 'Duty', from, until, days, ifNonWorking, ...some(0.2, { callsAhead: one('PT1S', 'PT24H', 'PT1H') }) };
}

function anyBreak(draw: Draw): Fields {
  const [earliest, latest] = draw.one(['00:00', '24:00'], ['12:00', '12:00'], ['11:30', '13:00'], ['23:59', '24:00'], ['00:00', '00:00']);
  return { id: 'b1', title: 'Break', earliest, latest, length: anyLength(draw) };
}

function anyFare({ one, some }: Draw, mode: string): Fields {
  const money = () => one(0, 0.01, 10, 99_999.99, 100_000);
  const kilometres = () => one(0, 3, 999.999, 1000);
  return {
    mode,
    validFrom: one('2000-01-01', '2199-12-31', '2023-01-01'),
    flagFall: money(),
    includedKilometres: kilometres(),
    perKilometre: money(),
    ...some(0.5, { far: { beyondKilometres: kilometres(), perKilometre: money() } }),
  };
}

function anyInstance(draw: Draw, { id, unit, canBeMust, params }: Rule): Fields {
  const isMust = unit === null || (canBeMust && draw.chance(ALWAYS.has(id) ? 0.9 : 0.4));
  const stance = isMust ? { must: true } : { price: anyDuration(draw) };
  const values = Object.entries(params).flatMap(([name, param]) => (draw.chance(0.6) ? [[name, valueOf(draw, param)]] : []));
  return { rule: id, ...stance, ...Object.fromEntries(values) };
}

function valueOf(draw: Draw, param: Param): unknown {
  const { one } = draw;
  switch (param.type) {
    case 'duration':
      return anyDuration(draw);
    case 'clock':
      return one('00:00', '00:01', '09:00', '24:00');
    case 'count':
      return one(param.least ?? 0, (param.least ?? 0) + 1, param.most ?? 500_000);
    case 'share':
      return one(0, 0.001, 0.5, 1);
    case 'flag':
      return one(true, false);
    case 'choice':
      return one(...param.options);
    case 'words':
      return param.default;
    default:
      return param satisfies never;
  }
}
