import { visitAfterCall } from '../../../domain/calls/call-before.ts';
import { formatDay, holds } from '../../../domain/calendar.ts';
import { mayMake } from '../../../domain/may-serve.ts';
import { callingHours } from '../../../domain/hours/meeting-hours.ts';
import type { CallStop, PlannedDay } from '../../../domain/plan.ts';
import type { Territory } from '../../../domain/territory.ts';
import { formatClock, formatDuration, seconds } from '../../../kernel/units.ts';
import { mostCallsADay } from '../../../rules/day/call-time.ts';
import type { AuditCase, Check, DueVisit, MadeCall } from '../../audit-case.ts';
import { dayName } from '../../wording.ts';

/**
 * A call is made by a rep who may make it, on one of its days, in full, at hours at which the customer can be reached, in
 * the rep's shift, and while the rep does nothing else; two calls of one series never share a day. A rep makes no more calls on
 * a day than the policy allows, and none to a customer who is visited that day.
 */
export const calls: Check = {
  id: 'structure/calls',

  *violations(audited) {
    yield* tooMany(audited);
    const taken = new Set<string>();
    for (const { call, planned, due } of audited.called) {
      if (due === null) continue;
      const name = `${dayName(planned)}: call ${call.visit}`;
      for (const message of [
        ...misplaced(audited.territory, { call, planned }, due),
        ...disturbed(audited, call, planned),
        ...tooLate(audited, call, planned),
      ]) {
        yield `${name} ${message}`;
      }
      const key = `${due.series.visits[0]?.id} ${planned.day}`;
      if (taken.has(key)) yield `${name} is made on the day of another call of its series.`;
      taken.add(key);
    }
  },
};

/** Days with more calls than the policy allows. */
function* tooMany({ territory, plan }: AuditCase) {
  const most = mostCallsADay(territory.policy);
  for (const planned of plan.days) {
    if (most !== null && planned.calls.length > most)
      yield `${dayName(planned)} has ${planned.calls.length} calls instead of at most ${most}.`;
  }
}

type Made = Pick<MadeCall, 'call' | 'planned'>;

/** Calls by the wrong person, on the wrong day, at the wrong hour, or too short. */
function* misplaced(territory: Territory, { call, planned }: Made, { visit, series }: DueVisit) {
  const { customer, dwell } = series;
  const caller = territory.reps.find(({ id }) => id === planned.rep);
  if (caller === undefined || !mayMake(caller, series)) yield `may not be made by ${planned.rep}.`;
  if (!holds(visit.days, planned.day)) yield `is due from ${formatDay(visit.days.first)} to ${formatDay(visit.days.last)}.`;
  const length = seconds(call.end - call.start);
  if (length < dwell) yield `takes ${formatDuration(length)} instead of ${formatDuration(dwell)}.`;
  const reached = callingHours(territory, series, planned.day).some(({ from, until }) => from <= call.start && call.end <= until);
  if (!reached || customer.closedDays.includes(planned.day)) {
    yield `is made from ${formatClock(call.start)} to ${formatClock(call.end)}, when ${customer.id} cannot be reached.`;
  }
}

/** Calls before a spot check that come after it. */
function* tooLate({ served }: AuditCase, call: CallStop, { day }: PlannedDay) {
  const after = visitAfterCall(call.visit);
  const visit = served.find(({ stop }) => stop.visit === after);
  if (visit === undefined || day < visit.planned.day) return;
  if (day > visit.planned.day || call.end > visit.stop.start) yield `comes after visit ${visit.stop.visit}.`;
}

/** Calls outside the shift, or while the rep is busy with something else. */
function* disturbed({ days }: AuditCase, call: CallStop, planned: PlannedDay) {
  const shift = days.find((day) => day.planned === planned)?.repDay.shift;
  if (shift !== undefined && (call.start < shift.from || call.end > shift.until)) yield 'is made outside the shift.';
  const busy = [
    ...planned.stops.map(({ start, end }) => ({ start, end })),
    ...planned.calls.filter((other) => other !== call).map(({ start, end }) => ({ start, end })),
    ...planned.legs.map(({ depart, arrive }) => ({ start: depart, end: arrive })),
  ];
  if (call.kind !== 'inspection' && planned.stops.some((stop) => stop.type === 'visit' && stop.customer === call.customer)) {
    yield `is made on a day on which the rep visits ${call.customer}.`;
  }
  const other = busy.find(({ start, end }) => start < call.end && call.start < end);
  if (other !== undefined) {
    yield `is made from ${formatClock(call.start)} to ${formatClock(call.end)}, while the rep is busy with something else from ${formatClock(other.start)}.`;
  }
}
