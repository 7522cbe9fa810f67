import { describe, expect, it } from 'vitest';
import { byRepDay } from '../../../src/rules/obligation/by-rep-day.ts';
import { aRep, aScene, aTerritory, onlyMonday } from '../../support/builders.ts';

describe('byRepDay', () => {
  it('has the demand on each rep-day, and none where it is null', () => {
    const scene = aScene({ territory: aTerritory({ reps: [aRep({ id: 'r1' }), aRep({ id: 'r2' })] }), horizon: onlyMonday });
    expect(byRepDay(scene, ({ rep }, slot) => (slot === 0 ? null : `${rep.id} ${slot}`))).toEqual(new Map([[scene.repDays[1], 'r2 1']]));
  });
});
