import { describe, expect, it } from 'vitest';
import { order } from '../../../../src/audit/checks/structure/order.ts';
import { at } from '../../../support/builders.ts';
import { c2, foundBy, mondayPlanned, tuesdayPlanned, visit, withStop } from '../../handmade.ts';

const violations = foundBy(order);

describe('structure/order', () => {
  it('finds nothing where stops follow each other', () => {
    expect(violations(mondayPlanned, tuesdayPlanned)).toEqual([]);
  });

  it('finds a stop that starts before the one before it is over', () => {
    // The visit of c1 lasts from 09:00 to 09:10.
    expect(violations(withStop(mondayPlanned, 2, visit(c2, 1, { arrival: '09:05' })))).toEqual([
      'r1 on 2026-12-07: visit c2/monthly/1 starts at 09:05, before visit c1/monthly/1 ends at 09:10.',
    ]);
  });

  it('finds stops out of order', () => {
    const [meeting, ...rest] = mondayPlanned.stops;
    if (meeting === undefined) throw new Error('No meeting');
    expect(violations({ ...mondayPlanned, stops: [...rest, meeting] })).toEqual([
      'r1 on 2026-12-07: duty meeting starts at 08:00, before break lunch ends at 12:30.',
    ]);
  });

  it('finds a stop that ends before it starts', () => {
    expect(violations(withStop(tuesdayPlanned, 2, { ...visit(c2, 2, { arrival: '12:35' }), end: at('12:34') }))).toEqual([
      'r1 on 2026-12-08: visit c2/monthly/2 ends at 12:34, before it starts at 12:35.',
    ]);
  });
});
