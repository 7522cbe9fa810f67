import { repId } from '../../../src/kernel/ids.ts';
import type { Random } from '../../../src/kernel/random.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { checkIn } from '../../../src/policies/check-in.ts';
import { drawOpening } from '../people/opening.ts';
import type { CustomerTraits, TeamSpec } from '../spec.ts';
import { wholeMonth, wholeMonthTeam } from './december.ts';
import { between, hoursOn, plainRep } from './people.ts';

/** Ordinary customers: 12 of tier A, 30 of B, 18 of C. */
const ordinary =
  (area: string, rep: string) =>
  (n: number, random: Random): CustomerTraits => ({
    tier: n <= 12 ? 'A' : n <= 42 ? 'B' : 'C',
    area,
    requiredRep: repId(rep),
    hours: drawOpening(random),
  });

/** Stalls of a market that is open for one hour a week; both reps may visit them. */
const stall = (): CustomerTraits => ({ tier: 'C', dwell: minutes(25), hours: hoursOn([3], between('14:00', '15:00')), tags: ['market'] });

/** A territory with more visits than the market's hours have room for. */
export const overloadedHours: TeamSpec = {
  ...wholeMonthTeam,
  id: 'overloaded-hours',
  name: '市口',
  purpose:
    'Two reps, a month, and a market that is open too short a time: how well a plan does that cannot serve everybody though days have room.',
  seed: 25,
  policy: checkIn,
  reps: [
    { ...plainRep, id: repId('N1'), name: '杜若洲', post: 'sales-representative', areas: ['北区'], vehicles: ['e-bike'] },
    { ...plainRep, id: repId('Z1'), name: '颜如意', post: 'sales-representative', areas: ['南区'], vehicles: ['e-bike'] },
  ],
  groups: [
    { prefix: 'N', count: 60, setting: 'town', middle: { east: 0, north: 1800 }, spread: 0.5, traits: ordinary('北区', 'N1') },
    { prefix: 'Z', count: 60, setting: 'town', middle: { east: 0, north: -1800 }, spread: 0.5, traits: ordinary('南区', 'Z1') },
    { prefix: 'K', count: 26, setting: 'town', middle: { east: 0, north: 0 }, spread: 0.1, traits: stall },
  ],
  horizons: [
    {
      ...wholeMonth,
      // 26 − 2 × 5 × 2
      unserved: 6,
      expectations: [
        { kind: 'tierVisits', about: 'A customers four times a month', tier: 'A', least: 4 },
        { kind: 'tierVisits', about: 'B customers twice a month', tier: 'B', least: 2 },
        { kind: 'openingHours', about: 'Within hours', unknown: { town: '08:30-18:00', country: '08:00-18:00' } },
        { kind: 'ownReps', about: 'Own customers only, and stalls by either' },
      ],
    },
  ],
  notes: [
    'At least 6 required visits find no place, whatever is planned: 26 stalls are open on Wednesdays from 14:00 to 15:00 alone and ask for one visit of 25 minutes each. A rep finishes no more than two of them in the hour, for three take 75 minutes; two reps finish four, and on the five Wednesdays of December twenty.',
  ],
};
