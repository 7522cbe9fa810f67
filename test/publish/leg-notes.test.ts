import { describe, expect, it } from 'vitest';
import type { CheaperMode, Leg } from '../../src/domain/plan.ts';
import { present } from '../../src/kernel/assert.ts';
import type { Language } from '../../src/kernel/text.ts';
import { legNotes } from '../../src/publish/leg-notes.ts';
import { aRep, office } from '../support/builders.ts';
import { hamlet, loopDay, publishedHamlet } from './hamlet-plan.ts';

const [toShop, toMill, toBike, toFarm, home] = loopDay.legs.map((leg) => present(leg, 'a leg'));
const ridden = present(toShop, 'the way to the shop');
const onFoot = present(toMill, 'the way to the mill');
const back = present(toBike, 'the way back to the e-bike');

/** The rep has a car besides the e-bike. */
const published = { ...publishedHamlet, territory: { ...hamlet, reps: [aRep({ vehicles: ['e-bike', 'car'] })] } };

const note = (legs: readonly (Leg | undefined)[], language: Language = 'en', planned = loopDay) =>
  legNotes(
    legs.map((leg) => present(leg, 'a leg')),
    { published, planned, language },
  );

const but = (leg: Leg, mode: string, because: CheaperMode['because']): Leg => ({ ...leg, cheaper: { mode, because } });

describe('legNotes', () => {
  it('says nothing of a way by vehicle, or where there is none', () => {
    expect(note([ridden])).toBe('');
    expect(note([home])).toBe('');
    expect(note([])).toBe('');
    expect(note([{ ...onFoot, parked: null }])).toBe('');
  });

  it('says where the vehicle stays', () => {
    expect(note([onFoot])).toBe('e-bike stays at =便民超市');
    expect(note([onFoot], 'zh')).toBe('电动自行车停在=便民超市');
    expect(note([{ ...onFoot, parked: office }])).toBe('e-bike stays at the base');
  });

  it('says where it is fetched', () => {
    expect(note([back, toFarm])).toBe('fetches the e-bike at =便民超市');
    expect(note([back, toFarm], 'zh')).toBe('先到=便民超市取电动自行车');
  });

  it('says when the rep is back at it', () => {
    expect(note([back])).toBe('back at the e-bike');
    expect(note([back], 'zh')).toBe('回到电动自行车停放处');
  });

  it('says that a cheaper mode would be late, or cost the day more', () => {
    const freely = { ...onFoot, parked: null };
    expect(note([but(freely, 'bus', 'late')])).toBe('cheaper by bus: would be late');
    expect(note([but(freely, 'bus', 'late')], 'zh')).toBe('公交更省，但会来不及');
    expect(note([but(freely, 'bus', 'day')])).toBe('cheaper by bus: the day as a whole would cost more');
    expect(note([but(freely, 'bus', 'day')], 'zh')).toBe('公交更省，但全天成本更高');
  });

  it('says that the vehicle is needed where it goes', () => {
    expect(note([but(ridden, 'walk', 'vehicle')])).toBe('cheaper by walk: the e-bike is needed further on');
    expect(note([but(ridden, 'walk', 'vehicle')], 'zh')).toBe('步行更省，但之后要用电动自行车');
  });

  it('says that another vehicle stays at home', () => {
    expect(note([but(ridden, 'car', 'vehicle')])).toBe('cheaper by car: it stays at home that day');
    const left = { ...loopDay, vehicle: null };
    expect(note([but({ ...onFoot, parked: null }, 'e-bike', 'vehicle')], 'zh', left)).toBe('电动自行车更省，但当天留在家中');
  });

  it('does not say twice that the vehicle stands elsewhere', () => {
    expect(note([but({ ...onFoot, parked: office }, 'e-bike', 'vehicle')])).toBe('e-bike stays at the base');
    expect(note([but(back, 'e-bike', 'vehicle'), toFarm])).toBe('fetches the e-bike at =便民超市');
  });

  it('says why a vehicle at hand is left where it stands', () => {
    expect(note([but(onFoot, 'e-bike', 'vehicle')])).toBe(
      'e-bike stays at =便民超市; cheaper by e-bike: the day as a whole would cost more',
    );
    expect(note([but(onFoot, 'e-bike', 'vehicle')], 'zh')).toBe('电动自行车停在=便民超市；电动自行车更省，但全天成本更高');
  });
});
