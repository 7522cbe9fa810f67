import { describe, expect, it } from 'vitest';
import { isPushed } from '../../../src/domain/rep-day/pushed-break.ts';
import { repDaysOf } from '../../../src/domain/rep-day/rep-day.ts';
import { present } from '../../../src/kernel/assert.ts';
import { seconds } from '../../../src/kernel/units.ts';
import {
  aBreak,
  aBreakStop,
  aCustomer,
  aPlannedDay,
  aPolicy,
  aSeries,
  aTerritory,
  aVisitStop,
  at,
  monday,
  onlyMonday,
} from '../../support/builders.ts';

// Lunch for an hour, from between 11:30 and 13:00.
const lunch = aBreak();
const territory = aTerritory({ policy: aPolicy({ breaks: [lunch] }) });
const repDay = present(repDaysOf(territory, onlyMonday)[0], 'Monday');

/** Whether lunch at a time is pushed by visits that keep their agreed times, each from start to end. */
function pushed(start: string, visits: readonly (readonly [string, string])[], agreed = visits): boolean {
  const customers = visits.map((_, i) => aCustomer({ id: `c${i}` }));
  const series = customers.map((customer, i) => {
    const [from, until] = agreed[i] ?? ['00:00', '00:00'];
    return aSeries({
      customer,
      dwell: seconds(at(until) - at(from)),
      times: [{ day: monday, from: at(from), until: at(until), with: null }],
    });
  });
  const stops = customers.flatMap((customer, i) => {
    const [from, until] = visits[i] ?? ['00:00', '00:00'];
    return aVisitStop(customer, { start: from, end: until });
  });
  const planned = aPlannedDay({ stops: [...stops, aBreakStop('lunch', start, '15:00')] });
  const seriesOf = ({ customer }: { readonly customer: string }) => series.find((one) => one.customer.id === customer) ?? null;
  return isPushed(lunch, at(start), { planned, repDay, seriesOf });
}

describe('a break is pushed', () => {
  it('by an agreed time over all of its window, which it follows directly', () => {
    expect(pushed('13:30', [['11:30', '13:30']])).toBe(true);
    expect(pushed('13:35', [['11:30', '13:30']])).toBe(false);
  });

  it('not where it fits before', () => {
    expect(pushed('13:30', [['12:30', '13:30']])).toBe(false); // 11:30 to 12:30 is free
    expect(pushed('13:30', [['12:29', '13:30']])).toBe(true);
  });

  it('by two agreed times with too little between them', () => {
    const first = ['11:00', '12:15'] as const;
    expect(pushed('14:00', [first, ['13:00', '14:00']])).toBe(true); // 45 minutes between
    expect(pushed('14:00', [first, ['13:15', '14:00']])).toBe(false); // an hour
  });

  it('not by a visit that misses its agreed time', () => {
    expect(pushed('13:40', [['11:40', '13:40']], [['11:30', '13:30']])).toBe(false);
  });
});
