import { describe, expect, it } from 'vitest';
import { distances } from '../../../../src/audit/checks/movement/distances.ts';
import { metres, seconds } from '../../../../src/kernel/units.ts';
import { fetchPlanned, foundBy, loopPlanned, mondayPlanned, tuesdayPlanned, withLeg } from '../../handmade.ts';

const violations = foundBy(distances);

describe('movement/distances', () => {
  it('finds nothing where legs take what the way takes', () => {
    expect(violations(mondayPlanned, tuesdayPlanned)).toEqual([]);
    expect(violations(loopPlanned, fetchPlanned)).toEqual([]);
  });

  it('finds a leg whose time is that of another mode', () => {
    // From c2 back to c1 takes 1800 s on foot, 900 s by bicycle.
    expect(violations(withLeg(fetchPlanned, 2, { mode: 'bicycle' }))).toEqual([
      'r1 on 2026-12-07: from (31.02, 121) to (31.01, 121) by bicycle it is 900 s and 3000 m; the leg says 1800 s and 3000 m.',
    ]);
  });

  it('finds a leg that is too quick', () => {
    expect(violations(withLeg(mondayPlanned, 0, { travel: seconds(599) }))).toEqual([
      'r1 on 2026-12-07: from (31, 121) to (31.01, 121) by bicycle it is 600 s and 2000 m; the leg says 599 s and 2000 m.',
    ]);
  });

  it('finds a leg of another length', () => {
    expect(violations(withLeg(mondayPlanned, 0, { distance: metres(2001) }))).toHaveLength(1);
  });

  it('finds a leg for which there is no route', () => {
    expect(violations(withLeg(mondayPlanned, 0, { mode: 'car' }))).toEqual([
      'r1 on 2026-12-07: from (31, 121) to (31.01, 121) by car there is no route.',
    ]);
  });
});
