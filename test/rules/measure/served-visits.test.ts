import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar.ts';
import { servedVisits } from '../../../src/rules/measure/served-visits.ts';
import { aCustomer, aPlannedDay, aRep, aReview, aSeries, aTerritory, aVisitStop, monday, at } from '../../support/builders.ts';

const [first, second] = [aCustomer({ id: 'c1' }), aCustomer({ id: 'c2' })];
const territory = aTerritory({ customers: [first, second], reps: [aRep({ id: 'r1' }), aRep({ id: 'r2' })] });
const tuesday = addDays(monday, 1);

describe('servedVisits', () => {
  it('gives a series its own visits, by day and with their rep', () => {
    const series = aSeries({ customer: first, required: [true, true, true] });
    const days = [
      aPlannedDay({
        rep: 'r1',
        day: tuesday,
        stops: [aVisitStop(first, { start: '10:00', nth: 1 }), aVisitStop(second, { start: '11:00' })],
      }),
      aPlannedDay({ rep: 'r2', day: monday, stops: [aVisitStop(first, { start: '10:00', nth: 2 })] }),
    ];
    expect(servedVisits(aReview({ territory, series: [series], days }))(series)).toEqual([
      { day: monday, rep: 'r2', start: at('10:00') },
      { day: tuesday, rep: 'r1', start: at('10:00') },
    ]);
  });
});
