import { type RepDay, backAt, isInField } from '../domain/rep-day/rep-day.ts';
import { modesOf } from '../domain/vehicle.ts';
import type { CompiledProblem } from './compile/compile-problem.ts';
import { FAR } from '../engine/problem/layout.ts';
import { FORBIDDEN } from '../terms/terms.ts';
import type { Finding, Place } from '../kernel/finding.ts';
import type { RepId } from '../kernel/ids.ts';
import type { TravelTables } from '../travel/travel-tables.ts';
import { planningErrors } from './errors.ts';

/** By rep: the place in the caller's input that gives where the rep's day ends; a rep without an entry stands in `reps`. */
export type EndPlaces = ReadonlyMap<RepId, Place>;

/**
 * Reps who cannot get home after a duty in the field, one finding each. A duty takes place where the day starts. If
 * the day ends elsewhere, there must be a leg between the two, or even a day without visits is impossible.
 */
export function findStuckReps(compiled: CompiledProblem, travel: TravelTables, endPlaces: EndPlaces): readonly Finding[] {
  const { repDays } = compiled.scene;
  const stuck = repDays.filter((repDay, slot) => hasDutyInField(repDay) && isLegForbidden(compiled, slot));
  const firsts = stuck.filter((repDay, i) => stuck.findIndex(({ rep }) => rep === repDay.rep) === i);
  return firsts.map((repDay) => findingOf(repDay, { compiled, travel, endPlaces }));
}

const hasDutyInField = (repDay: RepDay): boolean => repDay.duties.some((placed) => isInField(repDay, placed));

/** Whether no mode may go straight from the slot's start to its end. */
function isLegForbidden({ problem }: CompiledProblem, slot: number): boolean {
  const { placeCount, slots, legs } = problem;
  const row = (slots.legClass[slot] ?? 0) * placeCount + (slots.from[slot] ?? 0);
  return legs.time[row * placeCount + (slots.to[slot] ?? 0)] === FAR;
}

interface Context {
  readonly compiled: CompiledProblem;
  readonly travel: TravelTables;
  readonly endPlaces: EndPlaces;
}

function findingOf(repDay: RepDay, { compiled, travel, endPlaces }: Context): Finding {
  const { rep, duties } = repDay;
  const end = backAt(repDay);
  const modes = modesOf(compiled.scene.territory.policy, rep);
  const duty = duties.find((placed) => isInField(repDay, placed))?.duty.id ?? '';
  const rules = modes.flatMap((mode) =>
    rulesAgainst({ from: travel.indexOf(rep.start), to: travel.indexOf(end), mode }, { compiled, travel }),
  );
  const value = `${end.lat}, ${end.lng}`;
  return planningErrors.noWayBack({
    at: endPlaces.get(rep.id) ?? { file: 'reps' },
    value,
    rep: rep.id,
    duty,
    modes,
    rules: [...new Set(rules)],
  });
}

interface DirectLeg {
  readonly from: number;
  readonly to: number;
  readonly mode: string;
}

/** The rules that forbid a leg by a mode; empty where the mode cannot make the leg at all. */
function rulesAgainst({ from, to, mode }: DirectLeg, { compiled, travel }: Pick<Context, 'compiled' | 'travel'>): readonly string[] {
  const matrix = travel.matrices.get(mode);
  const leg = from * travel.places.length + to;
  const [seconds, metres] = [matrix?.seconds[leg] ?? -1, matrix?.metres[leg] ?? 0];
  if (seconds < 0) return [];
  return compiled.terms.flatMap(({ instance, term }) =>
    term.term === 'leg' && term.mode === mode && term.price(from, to, seconds, metres) === FORBIDDEN ? [instance.rule] : [],
  );
}
