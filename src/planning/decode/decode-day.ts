import type { Location } from '../../domain/customer.ts';
import { type BreakStop, type DutyStop, type PlannedDay, type Stop, type VisitStop, visitFactsOf } from '../../domain/plan.ts';
import { type RepDay, backAt, isInField } from '../../domain/rep-day/rep-day.ts';
import { appointmentOf } from '../../domain/visit.ts';
import { present } from '../../kernel/assert.ts';
import { type Seconds, seconds } from '../../kernel/units.ts';
import type { TravelTables } from '../../travel/travel-tables.ts';
import type { CompiledProblem } from '../compile/compile-problem.ts';
import type { LaidBreak, LaidSlot } from '../../engine/slot/laid-slot.ts';
import { layOutEarly } from '../../engine/slot/lay-out-slot.ts';
import { isVehicle, legsOfDay } from './legs-of-day.ts';
import { setOutLate } from './set-out-late.ts';

/** One rep's day from the visits of its slot in order. */
export function decodeDay(compiled: CompiledProblem, travel: TravelTables, slot: number, visits: readonly number[]): PlannedDay {
  const { scene } = compiled;
  const repDay = present(scene.repDays[slot], 'A slot');
  const laid = visits.length > 0 ? layOut(compiled, slot, visits) : null;
  const outside = repDay.duties.filter((placed) => !isInField(repDay, placed));
  const duties = outside.map(({ duty, from, until }): DutyStop =>
    dutyStop(duty.id, repDay.rep.start, { arrival: from, start: from, end: until }),
  );
  const inField = laid === null ? [] : fieldStops(compiled, slot, visits, laid);
  const takenBreaks = new Set(inField.flatMap((stop) => (stop.type === 'break' ? [stop.break] : [])));
  const back = laid === null ? repDay.field.from : seconds(laid.back.arrival);
  // After the return each break starts as early as it may, a late one right away and the others after it.
  const pauses: BreakStop[] = [];
  for (const pause of repDay.breaks.filter(({ id }) => !takenBreaks.has(id))) {
    const free = laid === null ? pause.earliest : (pauses.at(-1)?.end ?? back);
    pauses.push(breakStop(pause, free < pause.earliest ? pause.earliest : free));
  }
  const legs = laid === null ? [] : legsOfDay(compiled, travel, { slot, visits, laid, places: placesOf(repDay, inField) });
  return {
    rep: repDay.rep.id,
    day: repDay.day,
    vehicle: legs.find(({ mode }) => isVehicle(compiled, slot, mode))?.mode ?? null,
    stops: [...duties, ...inField, ...pauses].toSorted((a, b) => a.start - b.start || a.end - b.end),
    legs,
    calls: [],
  };
}

/** The times of a slot. The rep waits at the base rather than at the first stop, and at an appointment no longer than its limit. */
function layOut({ scene, problem }: CompiledProblem, slot: number, visits: readonly number[]): LaidSlot {
  const laid = present(layOutEarly(problem, slot, visits), 'The times of a slot');
  const { breaks } = problem;
  const breakLengths = [...breaks.duration.subarray(breaks.bySlot[slot], breaks.bySlot[slot + 1])];
  const mostWaits = visits.map((visit, i) => {
    const series = scene.series[present(problem.visits.series[visit], 'A visit')];
    return i === 0 ? 0 : ((series === undefined ? null : appointmentOf(series))?.mostWait ?? Infinity);
  });
  return setOutLate(laid, { breakLengths, mostWaits });
}

/** Stops in the field, in order: visits, duties inside it, and the breaks between them. */
function fieldStops(compiled: CompiledProblem, slot: number, visits: readonly number[], laid: LaidSlot): readonly Stop[] {
  const repDay = present(compiled.scene.repDays[slot], 'A slot');
  const pause = ({ index, start }: LaidBreak) => breakStop(present(repDay.breaks[index], 'A break'), seconds(start));
  const stops = laid.visits.flatMap((visit, i): Stop[] => [
    ...visit.breaks.map(pause),
    visitStop(compiled, present(visits[i], 'A visit'), visit, repDay),
  ]);
  return [...stops, ...laid.back.breaks.map(pause)];
}

type Times = { readonly arrival: number; readonly start: number; readonly end: number };

function visitStop(
  { scene, problem }: CompiledProblem,
  index: number,
  { arrival, start, end }: Times,
  repDay: RepDay,
): VisitStop | DutyStop {
  const s = present(problem.visits.series[index], 'A visit');
  const series = scene.series[s];
  if (series === undefined) {
    const duty = present(
      repDay.duties.find(({ from, until }) => from === start && until === end),
      'A duty in the field',
    );
    return dutyStop(duty.duty.id, repDay.rep.start, { arrival, start, end });
  }
  const visit = present(series.visits[index - present(problem.visits.bySeries[s], 'A series')], 'A visit');
  return {
    type: 'visit',
    ...visitFactsOf(series, visit),
    location: series.customer.location,
    arrival: seconds(arrival),
    start: seconds(start),
    end: seconds(end),
  };
}

const dutyStop = (duty: string, location: Location, { arrival, start, end }: Times): DutyStop => ({
  type: 'duty',
  duty,
  location,
  arrival: seconds(arrival),
  start: seconds(start),
  end: seconds(end),
});

const breakStop = ({ id, length }: RepDay['breaks'][number], start: Seconds): BreakStop => ({
  type: 'break',
  break: id,
  start,
  end: seconds(start + length),
});

/** The places of the rep, one after the other: the start, each stop, the end. */
function placesOf(repDay: RepDay, inField: readonly Stop[]): readonly Location[] {
  const located = inField.filter((stop) => stop.type !== 'break');
  return [repDay.rep.start, ...located.map(({ location }) => location), backAt(repDay)];
}
