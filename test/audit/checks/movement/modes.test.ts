import { describe, expect, it } from 'vitest';
import { openCase } from '../../../../src/audit/audit-case.ts';
import { modes } from '../../../../src/audit/checks/movement/modes.ts';
import { foundBy, inputWith, mondayPlanned, plan, policy, territory, tuesdayPlanned, withLeg } from '../../handmade.ts';

const findings = foundBy(modes);

describe('movement/modes', () => {
  it('finds nothing where the rep goes by the own vehicle', () => {
    expect(findings(mondayPlanned, tuesdayPlanned)).toEqual([]);
  });

  it('finds a leg by another mode, even one that the rep has', () => {
    expect(findings(withLeg(mondayPlanned, 1, { mode: 'walk' }))).toEqual([
      'r1 on 2026-12-07: the leg from (31.01, 121) to (31.02, 121) is by walk; allowed: bicycle.',
    ]);
  });

  it('finds a day with another vehicle', () => {
    expect(findings({ ...mondayPlanned, vehicle: null })).toEqual(["r1 on 2026-12-07: the vehicle is none; the rep's is bicycle."]);
  });

  it('allows free modes where the policy leaves the vehicle at home', () => {
    const onFoot = { ...territory, policy: { ...policy, modes: ['walk'] } };
    const walked = plan.days.map((day) => ({ ...day, vehicle: null, legs: day.legs.map((leg) => ({ ...leg, mode: 'walk' })) }));
    expect([...modes.findings(openCase(inputWith({ territory: onFoot, plan: { ...plan, days: walked } })))]).toEqual([]);
    expect([...modes.findings(openCase(inputWith({ territory: onFoot })))]).toHaveLength(2 + 5); // two vehicles, five legs
  });
});
