import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import {
  agreedTimes,
  callingHours,
  companionHours,
  fixedTimes,
  welcomeHours,
  withPromisedTime,
} from '../../../src/domain/hours/meeting-hours.ts';
import type { VisitSeries } from '../../../src/domain/visit.ts';
import { dailyHours } from '../../../src/domain/visiting-hours.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { aCommitment, aCompanion, aContact, aCustomer, aSeries, aTerritory, at, between, monday } from '../../support/builders.ts';

const tuesday = day('2026-12-08');
const customer = aCustomer({ hours: dailyHours(between('08:00', '12:00'), between('14:00', '18:00')) });
const series = (given: Partial<VisitSeries>) => aSeries({ customer, ...given });
const agreed = series({ times: [{ day: monday, from: at('12:30'), until: at('13:00'), with: null }] });

describe('welcomeHours', () => {
  const hoursOf = (given: Partial<VisitSeries>) => welcomeHours(aTerritory(), series(given), monday);

  it('are the customer’s where any contact will do', () => {
    expect(hoursOf({})).toEqual([between('08:00', '12:00'), between('14:00', '18:00')]);
  });

  it('lie within those of the contact', () => {
    const contact = aContact({ hours: dailyHours(between('10:00', '15:00')) });
    expect(hoursOf({ contact })).toEqual([between('10:00', '12:00'), between('14:00', '15:00')]);
    expect(hoursOf({ contact: aContact({ hours: null }) })).toHaveLength(2);
  });
});

describe('companionHours', () => {
  const companion = aCompanion({ hours: dailyHours(between('14:30', '17:00')), daysOff: [tuesday] });

  it('are those of the companion, less the days off', () => {
    expect(companionHours(aTerritory(), series({ companion }), monday)).toEqual([between('14:30', '17:00')]);
    expect(companionHours(aTerritory(), series({ companion }), tuesday)).toEqual([]);
  });

  it('are any without a companion, or with one who always has time', () => {
    expect(companionHours(aTerritory(), series({}), monday)).toBeNull();
    expect(companionHours(aTerritory(), series({ companion: aCompanion() }), monday)).toBeNull();
  });
});

describe('fixedTimes', () => {
  it('are the time agreed on, on its day alone', () => {
    expect(fixedTimes(agreed, monday)).toEqual([between('12:30', '13:00')]);
    expect(fixedTimes(agreed, tuesday)).toEqual([]);
  });
});

describe('a promised time', () => {
  const held = aCommitment({ at: at('09:00'), firmness: 'announced' });
  const promised = series({ commitments: [held], dwell: minutes(20) });

  it('is expected on its day, but not fixed', () => {
    expect(agreedTimes(promised, monday)).toEqual([between('09:00', '09:20')]);
    expect(fixedTimes(promised, monday)).toBeNull();
    expect(agreedTimes(promised, tuesday)).toBeNull();
    expect(agreedTimes(series({ commitments: [{ ...held, at: null }] }), monday)).toBeNull();
  });

  it('adds to the hours what they leave out of it', () => {
    const [early, late] = [between('08:00', '12:00'), between('09:10', '12:00')];
    expect(withPromisedTime([early], promised, monday)).toEqual([early]);
    expect(withPromisedTime([late], promised, monday)).toEqual([between('09:00', '09:20'), late]);
    expect(withPromisedTime([late], promised, tuesday)).toEqual([late]);
  });
});

describe('callingHours', () => {
  it('are the time agreed on, or else those at which visits are welcome', () => {
    expect(callingHours(aTerritory(), agreed, monday)).toEqual([between('12:30', '13:00')]);
    expect(callingHours(aTerritory(), series({}), monday)).toHaveLength(2);
  });
});
