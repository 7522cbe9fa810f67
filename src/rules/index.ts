import { earlyDays } from './customer/early-days.ts';
import { firstWithin } from './customer/first-within.ts';
import { focusPhase } from './customer/focus-phase.ts';
import { forgottenFirst } from './customer/forgotten-first.ts';
import { frequency } from './customer/frequency.ts';
import { sameRep } from './customer/same-rep.ts';
import { sameWeekday } from './customer/same-weekday.ts';
import { spacing } from './customer/spacing.ts';
import { breaks } from './day/breaks.ts';
import { callFirst } from './day/call-first.ts';
import { callTime } from './day/call-time.ts';
import { duties } from './day/duties.ts';
import { fewestVisits } from './day/fewest-visits.ts';
import { firstVisit } from './day/first-visit.ts';
import { importantFirst } from './day/important-first.ts';
import { mostTravel } from './day/most-travel.ts';
import { mostVisits } from './day/most-visits.ts';
import { mostWork } from './day/most-work.ts';
import { opening } from './day/opening.ts';
import { reserve } from './day/reserve.ts';
import { shift } from './day/shift.ts';
import { allowedModes } from './leg/allowed-modes.ts';
import { busServed } from './leg/bus-served.ts';
import { fares } from './leg/fares.ts';
import { rideLimit } from './leg/ride-limit.ts';
import { taxiWorthIt } from './leg/taxi-worth-it.ts';
import { walkLimit } from './leg/walk-limit.ts';
import { commonPace } from './plan/common-pace.ts';
import { evenLoad } from './plan/even-load.ts';
import { keepPromises } from './plan/keep-promises.ts';
import { visitLines } from './plan/visit-lines.ts';
import type { Rule } from './rule.ts';
import { allowedArea } from './stop/allowed-area.ts';
import { allowedRep } from './stop/allowed-rep.ts';
import { appointments } from './stop/appointments.ts';
import { closedDays } from './stop/closed-days.ts';
import { companions } from './stop/companions.ts';
import { dwellMinimum } from './stop/dwell-minimum.ts';
import { openingHours } from './stop/opening-hours.ts';
import { orderDays } from './stop/order-days.ts';
import { preferredRep } from './stop/preferred-rep.ts';

/** All rules, the most important first: limits of a day, limits of customers, targets, and preferences. */
export const rules: readonly Rule[] = [
  duties,
  breaks,
  shift,
  appointments,
  openingHours,
  companions,
  closedDays,
  orderDays,
  allowedRep,
  allowedArea,
  allowedModes,
  dwellMinimum,
  frequency,
  keepPromises,
  firstWithin,
  spacing,
  forgottenFirst,
  focusPhase,
  commonPace,
  firstVisit,
  fewestVisits,
  mostVisits,
  mostWork,
  mostTravel,
  importantFirst,
  callTime,
  callFirst,
  reserve,
  walkLimit,
  rideLimit,
  busServed,
  taxiWorthIt,
  fares,
  earlyDays,
  sameRep,
  preferredRep,
  sameWeekday,
  visitLines,
  evenLoad,
  opening,
];
