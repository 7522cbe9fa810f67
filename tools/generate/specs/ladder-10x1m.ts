import { repId } from '../../../src/kernel/ids.ts';
import type { Random } from '../../../src/kernel/random.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { checkIn } from '../../../src/policies/check-in.ts';
import { drawOpening } from '../people/opening.ts';
import type { CustomerGroup, CustomerTraits, RepSpec, TeamSpec } from '../spec.ts';
import { wholeMonth, wholeMonthTeam } from './december.ts';
import { plainRep } from './people.ts';

const NAMES = ['方知夏', '石磊落', '任秋实', '温如玉', '白牧野', '陶然之', '聂远山', '尹清扬', '骆长风', '关山月'];
const BETWEEN_OFFICES = 14_000; // metres

/** Districts on a grid, in town and in the country in turn. */
const districts = NAMES.map((name, i) => ({
  name,
  id: repId(`L${i}`),
  area: `片区${i}`,
  setting: i % 2 === 0 ? ('town' as const) : ('country' as const),
  at: { east: ((i % 4) - 1.5) * BETWEEN_OFFICES, north: (Math.floor(i / 4) - 1) * BETWEEN_OFFICES },
}));

/** 20 customers of tier A, 50 of B, 20 of C: 80 + 100 + 20 visits a month. Visits are short, so that all of them fit. */
const traitsOf =
  ({ id, area, setting }: (typeof districts)[number]) =>
  (n: number, random: Random): CustomerTraits => {
    const tier = n <= 20 ? 'A' : n <= 70 ? 'B' : 'C';
    const dwell = minutes((setting === 'town' ? 36 : 33) + (tier === 'A' ? 5 : 0));
    return { tier, dwell, area, requiredRep: id, hours: drawOpening(random) };
  };

const reps = districts.map(({ id, name, area, at, setting }): RepSpec => ({
  ...plainRep,
  id,
  name,
  post: 'sales-representative',
  areas: [area],
  at,
  vehicles: [setting === 'town' ? 'e-bike' : 'car'],
}));

const groups = districts.map((district, i): CustomerGroup => ({
  prefix: `L${i}-`,
  count: 90,
  setting: district.setting,
  middle: district.at,
  spread: district.setting === 'town' ? 0.8 : 0.5,
  traits: traitsOf(district),
}));

/** The rung of the ladder of sizes with ten reps. */
export const ladder10x1m: TeamSpec = {
  ...wholeMonthTeam,
  id: 'ladder-10x1m',
  name: '十里',
  purpose: 'Ten reps, a month, 2,000 visits: the third rung of the ladder of sizes.',
  seed: 23,
  policy: checkIn,
  reps,
  groups,
  horizons: [
    {
      ...wholeMonth,
      unserved: 0,
      expectations: [
        { kind: 'atLeastADay', about: 'At least four customers a day', visits: 4, fullFieldMinutes: 440 },
        { kind: 'tierVisits', about: 'A customers four times a month', tier: 'A', least: 4 },
        { kind: 'tierVisits', about: 'B customers twice a month', tier: 'B', least: 2 },
        { kind: 'tierVisits', about: 'C customers once a month', tier: 'C', least: 1 },
        { kind: 'openingHours', about: 'Within hours', unknown: { town: '08:30-18:00', country: '08:00-18:00' } },
        { kind: 'ownReps', about: 'Own customers only' },
      ],
    },
  ],
};
