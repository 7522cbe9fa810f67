import { expect, it } from 'vitest';
import { CapacityDocument, capacityDocument } from '../../../src/contract/plan/capacity-document.ts';
import type { Capacity } from '../../../src/domain/figures/capacity.ts';
import { repId } from '../../../src/kernel/ids.ts';
import { hours, minutes } from '../../../src/kernel/units.ts';
import { week } from '../../support/builders.ts';

const required = { customers: 5, visits: 6, time: hours(5) };
const optional = { customers: 0, visits: 0, time: minutes(0) };
const capacity: Capacity = {
  horizon: week,
  teams: [
    {
      reps: [{ rep: repId('r1'), days: 1, fieldTime: hours(4) }],
      fieldTime: hours(4),
      required,
      optional,
      spare: minutes(0),
      missing: hours(1),
    },
  ],
  tiers: [{ tier: 'A', required, optional }],
  shortfalls: [{ reps: [repId('r1')], required, missing: hours(1) }],
};

it('writes a capacity with durations as ISO 8601', () => {
  const document = capacityDocument(capacity);
  expect(CapacityDocument.parse(document)).toEqual(document);
  expect(document).toMatchObject({
    horizon: { from: '2026-12-07', to: '2026-12-11' },
    fits: false,
    teams: [{ reps: [{ rep: 'r1', days: 1, fieldTime: 'PT4H' }], required: { visits: 6, time: 'PT5H' }, spare: 'PT0S', missing: 'PT1H' }],
    shortfalls: [{ reps: ['r1'], missing: 'PT1H' }],
  });
});
