import type { Check } from '../audit-case.ts';
import { modes } from './movement/modes.ts';
import { times } from './movement/times.ts';
import { vehicle } from './movement/vehicle.ts';
import { way } from './movement/way.ts';
import { distances } from './movement/distances.ts';
import { breaks } from './structure/breaks.ts';
import { calls } from './structure/calls.ts';
import { customers } from './structure/customers.ts';
import { days } from './structure/days.ts';
import { duties } from './structure/duties.ts';
import { heading } from './structure/heading.ts';
import { once } from './structure/once.ts';
import { oneTrip } from './structure/one-trip.ts';
import { order } from './structure/order.ts';
import { prices } from './structure/prices.ts';
import { repDays } from './structure/rep-days.ts';
import { stays } from './structure/stays.ts';

/** All parts of the audit besides the policy's rules: first what a plan consists of, then how reps move. */
export const checks: readonly Check[] = [
  heading,
  repDays,
  order,
  duties,
  breaks,
  once,
  days,
  oneTrip,
  customers,
  stays,
  calls,
  prices,
  way,
  modes,
  vehicle,
  distances,
  times,
];
