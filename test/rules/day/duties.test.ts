import { describe, expect, it } from 'vitest';
import type { Leg, Stop } from '../../../src/domain/plan.ts';
import { duties } from '../../../src/rules/day/duties.ts';
import {
  aCustomer,
  aDuty,
  aDutyStop,
  aLeg,
  aPlannedDay,
  aPolicy,
  aRep,
  aReview,
  aScene,
  at,
  aTerritory,
  aVisitStop,
  breachesOf,
  obligationOf,
  office,
  onlyMonday,
  termsOf,
  textOf,
} from '../../support/builders.ts';

// The meeting opens the day, the summary closes it, the inventory lies between.
const meeting = aDuty();
const inventory = aDuty({ id: 'inventory', from: at('11:00'), until: at('12:00') });
const summary = aDuty({ id: 'summary', from: at('16:00'), until: at('17:00') });
const policy = aPolicy({ duties: [meeting, inventory, summary] });

describe('day/duties, obligation', () => {
  it('is all duties of each day', () => {
    const scene = aScene({ territory: aTerritory({ policy }), horizon: onlyMonday });
    const placed = [meeting, inventory, summary].map((duty) => ({ duty, from: duty.from, until: duty.until }));
    expect(obligationOf(duties, scene)).toEqual(new Map([[scene.repDays[0], placed]]));
  });
});

describe('day/duties, compiled', () => {
  it('gives the duties inside the field window, where the day starts', () => {
    const depot = { lat: 31.5, lng: 121 };
    const territory = aTerritory({ policy, reps: [aRep({ id: 'r1' }), aRep({ id: 'r2', start: depot })] });
    const duty = { term: 'activity', earliest: at('11:00'), latest: at('11:00'), length: 3600 };
    // Places: 0 the office, 1 the depot. Slots: r1, then r2.
    expect(termsOf(duties, aScene({ territory, horizon: onlyMonday }), 'must')).toEqual([
      { ...duty, slot: 0, place: 0 },
      { ...duty, slot: 1, place: 1 },
    ]);
  });
});

describe('day/duties, audited', () => {
  const c1 = aCustomer();
  const territory = aTerritory({ customers: [c1], policy });
  const kept = [aDutyStop('meeting', '08:00', '08:30'), aDutyStop('inventory', '11:00', '12:00'), aDutyStop('summary', '16:00', '17:00')];
  const judge = (stops: readonly Stop[], legs: readonly Leg[] = []) =>
    breachesOf(duties, aReview({ territory, horizon: onlyMonday, days: [aPlannedDay({ stops, legs })] }), 'must').map((breach) =>
      textOf(duties, breach),
    );

  it('accepts a day with all duties at their hours', () => {
    expect(judge([...kept, aVisitStop(c1, { start: '12:00' })])).toEqual([]);
  });

  it('finds one that is missing', () => {
    expect(judge(kept.slice(0, 2))).toEqual(['r1 does not do the duty summary from 16:00 to 17:00 on 2026-12-07.']);
  });

  it('finds one at other hours', () => {
    expect(judge(kept.with(1, aDutyStop('inventory', '11:30', '12:30')))).toEqual([
      'r1 does not do the duty inventory from 11:00 to 12:00 on 2026-12-07.',
    ]);
  });

  it('finds one that stands there twice', () => {
    expect(judge([...kept, aDutyStop('inventory', '11:00', '12:00')])).toHaveLength(1);
  });

  it('finds a visit meanwhile', () => {
    expect(judge([...kept, aVisitStop(c1, { start: '10:55', end: '11:05' })])).toEqual([
      'r1 has something else to do during the duty inventory from 11:00 to 12:00 on 2026-12-07.',
    ]);
  });

  it('finds a rep who is still travelling', () => {
    expect(judge(kept, [aLeg({ from: c1.location, to: office, depart: '15:55', arrive: '16:05' })])).toHaveLength(1);
  });
});
