import { describe, expect, it } from 'vitest';
import { openCase } from '../../../../src/audit/audit-case.ts';
import { modes } from '../../../../src/audit/checks/movement/modes.ts';
import {
  fetchPlanned,
  foundBy,
  inputWith,
  loopPlanned,
  mondayPlanned,
  policy,
  territory,
  tuesdayPlanned,
  withLeg,
} from '../../handmade.ts';

const violations = foundBy(modes);

describe('movement/modes', () => {
  it('finds nothing where the rep goes by the own vehicle, on foot, or both', () => {
    expect(violations(mondayPlanned, tuesdayPlanned)).toEqual([]);
    expect(violations(loopPlanned, fetchPlanned)).toEqual([]);
  });

  it('finds a leg by a mode that the rep does not have', () => {
    expect(violations(withLeg(mondayPlanned, 1, { mode: 'car' }))).toEqual([
      'r1 on 2026-12-07: the leg from (31.01, 121) to (31.02, 121) is by car; allowed: bicycle, walk.',
    ]);
  });

  it('finds legs by a vehicle that the policy does not allow', () => {
    const onFoot = { ...territory, policy: { ...policy, modes: ['walk'] } };
    expect([...modes.violations(openCase(inputWith({ territory: onFoot })))]).toHaveLength(5);
  });
});
