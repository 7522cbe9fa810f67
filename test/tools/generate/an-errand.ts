import type { Errand } from '../../../tools/generate/team/errand.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { aCustomer } from '../../support/builders.ts';

/** Half an hour with somebody, at any time. */
export const anErrand = (given: Partial<Errand> = {}): Errand => ({
  customer: aCustomer(),
  contact: null,
  kind: 'ordinary',
  request: null,
  cycles: [],
  minGapDays: 0,
  maxGapDays: 366,
  dwell: minutes(30),
  before: null,
  within: null,
  fixed: null,
  makers: [],
  ...given,
});
