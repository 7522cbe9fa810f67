import { describe, expect, it } from 'vitest';
import { prepareParts } from '../../src/planning/prepare-parts.ts';
import type { RuleInstance } from '../../src/domain/policy.ts';
import type { Rep } from '../../src/domain/rep.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { repId } from '../../src/kernel/ids.ts';
import { minutes } from '../../src/kernel/units.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { aCustomer, aDuty, aPolicy, aRep, aTerritory, at, office, week } from '../support/builders.ts';
import { findingsIn } from '../support/findings.ts';

/** 5.6 km north of the office: more than an hour on foot. */
const home = { lat: office.lat + 0.05, lng: office.lng };
const walker = aRep({ end: home, vehicles: [] });
const count = aDuty({ id: 'count', from: at('11:00'), until: at('12:00') });
const must = (rule: string, params: RuleInstance['params'] = {}): RuleInstance => ({ rule, price: 'must', params, tag: 'added' });
const walkLimit = must('leg/walk-limit', { most: minutes(10) });

const territory = ({ reps = [walker] as readonly Rep[], rules = [walkLimit], duties = [count], customers = [aCustomer()] }) =>
  aTerritory({ reps, customers, policy: aPolicy({ duties, rules: [must('day/duties'), ...rules] }) });

const findingsOf = (given: Territory) =>
  prepareParts(given, {
    horizon: week,
    travel: estimate,
    endPlaces: new Map(['r1', 'r2'].map((rep) => [repId(rep), { file: `${rep}'s end` }])),
  }).then(
    () => [],
    (error: unknown) =>
      findingsIn(() => {
        throw error;
      }),
  );

describe('prepareParts', () => {
  it('finds a rep who must not walk home from a duty, once for all days', async () => {
    expect(await findingsOf(territory({}))).toEqual([
      {
        code: 'NO_WAY_BACK',
        kind: 'conflict',
        at: { file: "r1's end" },
        value: '31.05, 121',
        message: 'Rep "r1" has no allowed mode of transport from the duty "count" to the end of the day',
        hint: 'End the day within reach by walk, give the rep another mode, or give "leg/walk-limit" a price instead of the must.',
      },
    ]);
  });

  it('finds every rep who is stuck, in all parts of the territory', async () => {
    const reps = [
      aRep({ id: 'r1', end: home, vehicles: [], areas: ['north'] }),
      aRep({ id: 'r2', end: home, vehicles: [], areas: ['south'] }),
    ];
    const customers = [aCustomer({ id: 'c1', area: 'north' }), aCustomer({ id: 'c2', area: 'south' })];
    expect(await findingsOf(territory({ reps, customers }))).toMatchObject([{ at: { file: "r1's end" } }, { at: { file: "r2's end" } }]);
  });

  it('finds a home that must not be reached by the rep’s own vehicle', async () => {
    const neighbour = aCustomer({ location: home, allowedModes: ['walk'] });
    const findingsFor = (reps: readonly Rep[]) =>
      findingsOf(territory({ reps, customers: [neighbour], rules: [must('leg/allowed-modes')] }));
    expect(await findingsFor([aRep({ end: home, modes: [] })])).toMatchObject([
      { code: 'NO_WAY_BACK', hint: expect.stringMatching(/within reach by bicycle.*"leg\/allowed-modes"/) },
    ]);
    // Who may walk leaves the vehicle at the office.
    expect(await findingsFor([aRep({ end: home })])).toEqual([]);
  });

  it('finds nothing where a mode reaches home, or where only a price is against it', async () => {
    expect(await findingsOf(territory({ reps: [aRep({ end: home })] }))).toEqual([]);
    expect(await findingsOf(territory({ rules: [{ ...walkLimit, price: 60 }] }))).toEqual([]);
  });

  it('finds nothing where the duty closes the day or the day ends where it starts', async () => {
    // Who has a duty until the shift ends goes home in their own time.
    expect(await findingsOf(territory({ duties: [{ ...count, until: at('17:00') }] }))).toEqual([]);
    expect(await findingsOf(territory({ reps: [aRep({ vehicles: [] })] }))).toEqual([]);
  });

  it('finds nothing where no duty brings the rep back: the day is then done as far as it can be', async () => {
    expect(await findingsOf(territory({ duties: [] }))).toEqual([]);
  });
});
