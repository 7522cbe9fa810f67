import { describe, expect, it } from 'vitest';
import { freeTimes } from '../../../src/domain/rep-day/free-time.ts';
import { aCallStop, aCustomer, aLeg, aPlannedDay, aVisitStop, between, office } from '../../support/builders.ts';

const shift = between('08:00', '17:00');
const c1 = aCustomer();

describe('freeTimes', () => {
  it('are the whole shift of a day without anything to do', () => {
    expect(freeTimes(shift, aPlannedDay())).toEqual([shift]);
  });

  it('leave out ways, stops and calls, and count waiting', () => {
    // Ten minutes there, twenty of waiting, half of them for a call, ten with the customer and ten back.
    const planned = aPlannedDay({
      legs: [
        aLeg({ from: office, to: c1.location, depart: '08:50', arrive: '09:00' }),
        aLeg({ from: c1.location, to: office, depart: '09:30', arrive: '09:40' }),
      ],
      stops: [aVisitStop(c1, { arrival: '09:00', start: '09:20' })],
      calls: [aCallStop(c1, { start: '09:00' })],
    });
    expect(freeTimes(shift, planned)).toEqual([between('08:00', '08:50'), between('09:10', '09:20'), between('09:40', '17:00')]);
  });

  it('end with the shift, whatever goes on after it', () => {
    const late = aPlannedDay({ stops: [aVisitStop(c1, { start: '16:55', end: '17:20' })] });
    expect(freeTimes(shift, late)).toEqual([between('08:00', '16:55')]);
  });
});
