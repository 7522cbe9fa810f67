import type { Policy } from '../../domain/policy.ts';
import { repId } from '../../kernel/ids.ts';
import type { Random } from '../../kernel/random.ts';
import { minutes } from '../../kernel/units.ts';
import { checkIn } from '../../policies/check-in.ts';
import { drawOpening } from '../people/opening.ts';
import { type CustomerTraits, type TeamSpec, plainTeam } from '../spec.ts';
import { BEFORE_MONTH, MONTH, ORIGIN, wholeMonth } from './december.ts';
import { plainRep } from './people.ts';

/** No day takes more visits than this. */
const MOST = 7;

const policyFile = {
  extends: 'check-in',
  id: 'check-in-seven',
  rules: [{ rule: 'day/most-visits', must: true, most: MOST, tag: 'added' }],
};

const policy: Policy = {
  ...checkIn,
  id: policyFile.id,
  rules: [...checkIn.rules, { rule: 'day/most-visits', price: 'must', params: { most: MOST }, tag: 'added' }],
};

const rep = repId('D1');

/** 18 customers of tier A, 35 of B and 27 of C: 72 + 70 + 27 = 169 visits. */
const traits = (n: number, random: Random): CustomerTraits => ({
  tier: n <= 18 ? 'A' : n <= 53 ? 'B' : 'C',
  dwell: minutes(35),
  requiredRep: rep,
  hours: drawOpening(random),
});

/** More visits than days can take. */
export const overloadedDays: TeamSpec = {
  ...plainTeam,
  id: 'overloaded-days',
  name: '满溪',
  purpose: 'One rep, a month, and more required visits than the days may take: how well a plan does that cannot serve everybody.',
  seed: 24,
  policy,
  policyFile,
  origin: ORIGIN,
  month: MONTH,
  historyUntil: BEFORE_MONTH,
  reps: [{ ...plainRep, id: rep, name: '章台柳', post: 'sales-representative', vehicles: ['e-bike'] }],
  groups: [{ prefix: 'D', count: 80, setting: 'town', middle: { east: 0, north: 0 }, spread: 0.6, traits }],
  horizons: [
    {
      ...wholeMonth,
      // 169 − 23 × 7
      unserved: 8,
      expectations: [
        { kind: 'importantFirstWhenShort', about: 'Who is left out is not important', tiers: ['A', 'B', 'C'] },
        { kind: 'tierVisits', about: 'A customers four times a month', tier: 'A', least: 4 },
        { kind: 'tierVisits', about: 'B customers twice a month', tier: 'B', least: 2 },
        { kind: 'openingHours', about: 'Within hours', unknown: { town: '08:30-18:00', country: '08:00-18:00' } },
      ],
    },
  ],
  notes: [
    'At least 8 required visits find no place, whatever is planned: the frequencies ask for 18 × 4 + 35 × 2 + 27 × 1 = 169 visits, all of them within the month and so all required; the rep works on 23 days, and `policy.json` allows 7 visits a day, which is 23 × 7 = 161.',
  ],
};
