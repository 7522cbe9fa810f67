import type { Policy } from '../../../src/domain/policy.ts';
import { repId } from '../../../src/kernel/ids.ts';
import type { Random } from '../../../src/kernel/random.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { consultant } from '../../../src/policies/consultant.ts';
import { drawOpening } from '../people/opening.ts';
import type { CustomerTraits, TeamSpec } from '../spec.ts';
import { wholeMonth, wholeMonthTeam } from './december.ts';
import { plainRep } from './people.ts';

/** Most visits a day. */
const MOST = 7;

const policyFile = {
  extends: 'consultant',
  id: 'consultant-seven',
  rules: [{ rule: 'day/most-visits', must: true, most: MOST, tag: 'added' }],
};

const policy: Policy = {
  ...consultant,
  id: policyFile.id,
  rules: [...consultant.rules, { rule: 'day/most-visits', price: 'must', params: { most: MOST }, tag: 'added' }],
};

const rep = repId('D1');

/** 24 customers of tier A, 36 of B and 25 of C: 72 + 72 + 25 = 169 visits. */
const traits = (n: number, random: Random): CustomerTraits => ({
  tier: n <= 24 ? 'A' : n <= 60 ? 'B' : 'C',
  dwell: minutes(35),
  requiredRep: rep,
  hours: drawOpening(random),
});

/** A territory with more visits than its days may have. */
export const overloadedDays: TeamSpec = {
  ...wholeMonthTeam,
  id: 'overloaded-days',
  name: '满溪',
  purpose: 'One consultant, a month, and more required visits than the days may take: how well a plan does that cannot serve everybody.',
  seed: 24,
  policy,
  policyFile,
  reps: [{ ...plainRep, id: rep, name: '章台柳', post: 'sales-consultant', vehicles: ['e-bike'] }],
  groups: [{ prefix: 'D', count: 85, setting: 'town', middle: { east: 0, north: 0 }, spread: 0.6, traits }],
  horizons: [
    {
      ...wholeMonth,
      // 169 − 23 × 7
      unserved: 8,
      expectations: [
        { kind: 'importantFirstWhenShort', about: 'Who is left out is not important', tiers: ['A', 'B', 'C'] },
        { kind: 'tierVisits', about: 'A customers three times a month', tier: 'A', least: 3 },
        { kind: 'tierVisits', about: 'B customers twice a month', tier: 'B', least: 2 },
        { kind: 'openingHours', about: 'Within hours', unknown: { town: '09:00-17:30', country: '08:30-17:30' } },
      ],
    },
  ],
  notes: [
    'At least 8 required visits find no place, whatever is planned: the frequencies ask for 24 × 3 + 36 × 2 + 25 × 1 = 169 visits, all of them within the month and so all required; the rep works on 23 days, and `policy.json` allows 7 visits a day, which is 23 × 7 = 161.',
  ],
};
