import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { keepPromises } from '../../../src/rules/plan/keep-promises.ts';
import {
  aCommitment,
  aCustomer,
  aRep,
  aReview,
  aRound,
  aScene,
  aSeries,
  aTerritory,
  aVisitStop,
  at,
  breachesOf,
  monday,
  obligationOf,
  termsOf,
  textOf,
} from '../../support/builders.ts';

const c1 = aCustomer();
const wednesday = day('2026-12-09');
const WEIGHTS = { announced: 4, confirmed: 20, otherHour: 0.5, otherRep: 0.25 };
// Slots are Monday to Friday of r1, then of r2.
const territory = aTerritory({ reps: [aRep(), aRep({ id: 'r2' })] });

describe('plan/keep-promises, obligation', () => {
  it('is the promised days by series, weighed by their firmness', () => {
    const commitments = [aCommitment({ day: monday, rep: 'r1' }), aCommitment({ day: wednesday, firmness: 'confirmed' })];
    const [one, other] = [aSeries({ commitments }), aSeries()];
    expect(obligationOf(keepPromises, aScene({ territory, series: [one, other] }), WEIGHTS)).toEqual(
      new Map([
        [
          one,
          [
            { day: monday, rep: 'r1', firmness: 'planned', units: 1, hour: null, hourUnits: 0.5, repUnits: 0.25 },
            { day: wednesday, rep: null, firmness: 'confirmed', units: 20, hour: null, hourUnits: 10, repUnits: 5 },
          ],
        ],
        [other, []],
      ]),
    );
  });
});

describe('plan/keep-promises, compiled', () => {
  it('demands a visit on its promised day', () => {
    const series = [aSeries({ commitments: [aCommitment({ day: wednesday })] })];
    expect(termsOf(keepPromises, aScene({ territory, series }), 600)).toEqual([
      { term: 'phase', series: 0, from: 2, until: 2, least: 1, price: 600 },
    ]);
  });

  it('weighs announced visits more, and confirmed ones most', () => {
    const commitments = [aCommitment({ day: monday, firmness: 'announced' }), aCommitment({ day: wednesday, firmness: 'confirmed' })];
    const series = [aSeries({ required: [true, true], commitments })];
    expect(termsOf(keepPromises, aScene({ territory, series }), 600, WEIGHTS)).toMatchObject([
      { from: 0, price: 2400 }, // 4 × 600
      { from: 2, price: 12000 }, // 20 × 600
    ]);
  });

  it('prices another rep on that day at a part of another day', () => {
    const series = [aSeries({ commitments: [aCommitment({ day: wednesday, rep: 'r1' })] })];
    expect(termsOf(keepPromises, aScene({ territory, series }), 600, WEIGHTS)).toMatchObject([
      { term: 'phase', price: 600 },
      { term: 'slot', series: 0, slot: 7, price: 150 }, // a quarter
    ]);
  });

  it('prices a start after the promised time, and lets no visit be before it', () => {
    const commitments = [aCommitment({ day: wednesday, at: at('10:00'), firmness: 'announced' })];
    expect(termsOf(keepPromises, aScene({ territory, series: [aSeries({ commitments })] }), 600, WEIGHTS)).toMatchObject([
      { term: 'phase', price: 2400 },
      { term: 'windows', series: 0, day: 2, windows: [{ from: at('10:00') }] },
      { term: 'agreed', series: 0, day: 2, start: at('10:00'), price: 1200 }, // half of it
    ]);
  });

  it('prices any time of the day alike where no rep works at the promised time', () => {
    const commitments = [aCommitment({ day: wednesday, at: at('20:00') })];
    expect(termsOf(keepPromises, aScene({ territory, series: [aSeries({ commitments })] }), 600, WEIGHTS)).toMatchObject([
      { term: 'phase' },
      { term: 'slot', slot: 2, price: 300 },
      { term: 'slot', slot: 7, price: 300 },
    ]);
  });
});

describe('plan/keep-promises, audited', () => {
  const judge = (on: string | null, given: Parameters<typeof aCommitment>[0]) => {
    const days = on === null ? [] : [aRound({ day: day(on), stops: [aVisitStop(c1, { start: '09:00' })] })];
    const series = [aSeries({ commitments: [aCommitment({ day: wednesday, ...given })] })];
    return breachesOf(keepPromises, aReview({ territory, series, days }), 600, WEIGHTS);
  };
  const tell = (...judged: Parameters<typeof judge>) => judge(...judged).map((breach) => textOf(keepPromises, breach));

  it('accepts a visit on its day by its rep', () => {
    expect([...judge('2026-12-09', {}), ...judge('2026-12-09', { rep: 'r1' })]).toEqual([]);
  });

  it('counts a visit moved to another day, and one left out, by how firm it was', () => {
    expect(judge('2026-12-10', {})).toMatchObject([{ units: 1 }]);
    expect(judge('2026-12-10', { firmness: 'announced' })).toMatchObject([{ units: 4 }]);
    expect(judge(null, { firmness: 'confirmed' })).toMatchObject([{ units: 20 }]);
  });

  it('counts another rep on that day', () => {
    expect(judge('2026-12-09', { rep: 'r2', firmness: 'announced' })).toMatchObject([{ units: 1 }]); // 4 / 4
  });

  it('counts another time on that day, and another rep besides', () => {
    expect(judge('2026-12-09', { at: at('09:00') })).toEqual([]);
    expect(judge('2026-12-09', { at: at('10:00'), firmness: 'announced' })).toMatchObject([{ units: 2 }]); // 4 / 2
    expect(judge('2026-12-09', { at: at('10:00'), rep: 'r2' })).toMatchObject([{ units: 0.25 }, { units: 0.5 }]);
  });

  it('names the promise', () => {
    expect(tell('2026-12-10', {})).toEqual(['c1 is not visited on 2026-12-09, as was planned.']);
    expect(tell('2026-12-10', { firmness: 'announced' })).toEqual(['c1 is not visited on 2026-12-09, as was announced to it.']);
    expect(tell(null, { firmness: 'confirmed' })).toEqual(['c1 is not visited on 2026-12-09, as was agreed with it.']);
    expect(tell('2026-12-09', { at: at('10:00') })).toEqual(['c1 is visited on 2026-12-09 at 09:00, not at 10:00 as was promised.']);
    expect(tell('2026-12-09', { rep: 'r2' })).toEqual(['c1 is visited on 2026-12-09 as planned, but by another rep.']);
  });
});
