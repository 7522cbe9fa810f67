import type { Reason } from '../../domain/plan.ts';
import type { Policy, RuleInstance } from '../../domain/policy.ts';
import { present } from '../../kernel/assert.ts';
import type { Sentence } from '../../kernel/text.ts';
import { rules } from '../../rules/index.ts';
import type { TravelTables } from '../../travel/travel-tables.ts';
import { type CompiledProblem, compileProblem } from '../compile/compile-problem.ts';
import { layOutSlot } from '../../engine/slot/lay-out-slot.ts';
import { FAR, NEVER, type Problem, type Solution, hasWays } from '../../engine/problem/layout.ts';

/** The rule that prices leaving a visit out; its sentence for a visit that would cost more than that. */
const PRICED_BY = 'customer/frequency';

/**
 * Tells for each unserved visit why it is out. A visit that would fit is out because that costs more than
 * leaving it out. Otherwise each must that alone keeps it out is named: without that rule it fits, with it not.
 * When no single rule does, all the musts that bear on the rep-days are named together.
 */
export function explainer(compiled: CompiledProblem, solution: Solution, travel: TravelTables): (visit: number) => readonly Reason[] {
  const musts = compiled.scene.territory.policy.rules.filter(({ price }) => price === 'must');
  const relaxed = new Map<RuleInstance, Problem>();
  const without = (instance: RuleInstance) => {
    const known = relaxed.get(instance) ?? compileWithout(compiled, instance, travel);
    relaxed.set(instance, known);
    return known;
  };
  return (visit) => {
    if (fits(compiled.problem, solution, visit)) return [{ rule: PRICED_BY, sentence: { key: 'dearer', values: {} } }];
    const single = musts.filter((instance) => fits(without(instance), solution, visit));
    return (single.length > 0 ? single : musts).map((instance) => ({ rule: instance.rule, sentence: sentenceOf(instance) }));
  };
}

function compileWithout({ scene }: CompiledProblem, dropped: RuleInstance, travel: TravelTables): Problem {
  const { territory } = scene;
  const policy: Policy = { ...territory.policy, rules: territory.policy.rules.filter((instance) => instance !== dropped) };
  return compileProblem({ ...scene, territory: { ...territory, policy } }, travel).problem;
}

function sentenceOf(instance: RuleInstance): Sentence {
  const rule = present(
    rules.find(({ id }) => id === instance.rule),
    `Rule ${instance.rule}`,
  );
  return rule.sentence(instance.params);
}

/** Whether a visit of the bank fits somewhere into the solution as it stands. */
function fits(problem: Problem, { slots }: Solution, visit: number): boolean {
  const s = present(problem.visits.series[visit], 'A visit');
  const own = (other: number) => problem.visits.series[other] === s;
  const taken = new Set(slots.flatMap((visits, r) => (visits.some(own) ? [problem.slots.day[r]] : [])));
  return slots.some((visits, r) => {
    const day = present(problem.slots.day[r], 'A day');
    const allowed = day >= (problem.visits.firstDay[visit] ?? 0) && day <= (problem.visits.lastDay[visit] ?? 0) && !taken.has(day);
    return (
      allowed &&
      hasRoom(problem, r, visits, s) &&
      positionsInTime(problem, r, visits, s).some((i) => layOutSlot(problem, r, visits.toSpliced(i, 0, visit)) !== null)
    );
  });
}

function hasRoom(problem: Problem, r: number, visits: readonly number[], s: number): boolean {
  if (problem.series.slotPrice[s * problem.slots.count + r] === NEVER) return false;
  return Array.from({ length: problem.amounts.count }, (_, k) => k).every((k) => {
    const of = (series: number) => problem.amounts.perVisit[k * problem.series.count + series] ?? 0;
    const now = visits.reduce((sum, v) => sum + of(problem.visits.series[v] ?? 0), 0);
    return now + of(s) <= (problem.amounts.cap[r * problem.amounts.count + k] ?? FAR);
  });
}

/** Positions at which ways and stays alone leave time before the slot's latest end: what is left is laid out in full. */
function positionsInTime(problem: Problem, r: number, visits: readonly number[], s: number): readonly number[] {
  const { placeCount, slots, legs, series } = problem;
  const others = visits.map((v) => present(problem.visits.series[v], 'A series'));
  const places = [slots.from[r] ?? 0, ...others.map((one) => series.place[one] ?? 0), slots.to[r] ?? 0];
  // Where the vehicle may be fetched on the way, legs say less of what a way takes.
  if (hasWays(problem, r))
    return Array.from(places.keys())
      .slice(1)
      .map((i) => i - 1);
  const matrix = (slots.legClass[r] ?? 0) * placeCount;
  const way = (from: number, to: number) => legs.time[(matrix + from) * placeCount + to] ?? FAR;
  const ways = places.slice(1).map((to, i) => way(places[i] ?? 0, to));
  const stays = [s, ...others].reduce((sum, one) => sum + (series.dwell[one] ?? 0), 0);
  const busy = (slots.start[r] ?? 0) + stays + ways.reduce((sum, time) => sum + time, 0);
  const place = series.place[s] ?? 0;
  return [...ways.keys()].filter((i) => {
    const detour = way(places[i] ?? 0, place) + way(place, places[i + 1] ?? 0) - (ways[i] ?? 0);
    return visits.length === 0 || busy + detour <= (slots.latest[r] ?? NEVER);
  });
}
