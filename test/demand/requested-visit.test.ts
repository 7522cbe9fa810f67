import { describe, expect, it } from 'vitest';
import { visitsDue } from '../../src/demand/visits-due.ts';
import { addDays } from '../../src/domain/calendar.ts';
import type { VisitRequest } from '../../src/domain/request.ts';
import { dailyHours } from '../../src/domain/visiting-hours.ts';
import { aContact, aCustomer, aPolicy, aRep, aRequest, aTerritory, at, between, monday, week } from '../support/builders.ts';

const early = aRep({ id: 'r1', shift: between('09:00', '13:00') });
const late = aRep({ id: 'r2', shift: between('12:00', '18:00') });
const afternoons = aContact({ hours: dailyHours(between('14:00', '16:00')) });
const customer = aCustomer({ contacts: [afternoons] });
const rules = ['day/shift', 'stop/allowed-rep'].map((rule) => ({ rule, price: 'must' as const, params: {}, tag: 'stated' as const }));

/** The requests of each visit that is due. */
function dueFor(requests: readonly VisitRequest[], given: Parameters<typeof aTerritory>[0] = {}) {
  const territory = aTerritory({ customers: [customer], reps: [early], policy: aPolicy({ frequencies: [], rules }), requests, ...given });
  return visitsDue(territory, week).map(({ answers }) => answers.map(({ id }) => id));
}

const buyer = aRequest({ id: 'buyer', contact: afternoons.id, due: { first: monday, last: monday } });
const other = aRequest({ id: 'other', due: { first: monday, last: addDays(monday, 4) } });

describe('requests of one customer', () => {
  it('are answered by one visit where a rep works at hours that suit both', () => {
    expect(dueFor([buyer, other], { reps: [early, late] })).toEqual([['buyer', 'other']]);
  });

  it('stay apart where no rep works at such hours: one that can never be answered takes no other with it', () => {
    expect(dueFor([buyer, other])).toHaveLength(2);
  });

  it('stay apart where one has an appointment that no rep can keep', () => {
    const appointment = { day: monday, at: at('14:00'), early: at('00:00'), mostWait: null };
    const appointed = aRequest({ id: 'appointed', due: buyer.due, appointment });
    expect(dueFor([appointed, other])).toHaveLength(2);
    expect(dueFor([appointed, other], { reps: [early, late] })).toEqual([['appointed', 'other']]);
  });

  it('stay apart where the customer does not accept the rep of one', () => {
    const named = aRequest({ id: 'named', rep: late.id, due: buyer.due });
    const strict = aCustomer({ requiredRep: 'r1' });
    expect(dueFor([named, other], { customers: [strict], reps: [early, late] })).toHaveLength(2);
    expect(dueFor([named, other], { reps: [early, late] })).toEqual([['named', 'other']]);
  });
});
