import type { Reason } from '../../domain/plan.ts';
import type { Policy, RuleInstance } from '../../domain/policy.ts';
import { present } from '../../kernel/assert.ts';
import type { Sentence } from '../../kernel/text.ts';
import { rules } from '../../rules/index.ts';
import type { TravelTables } from '../../travel/travel-tables.ts';
import { type CompiledProblem, compileProblem } from '../compile/compile-problem.ts';
import { layOutSlot } from '../../engine/slot/lay-out-slot.ts';
import { FAR, NEVER, type Problem, type Solution, hasWays } from '../../engine/problem/layout.ts';

/** The rule that prices unserved visits; it has a sentence for visits that would cost more than that. */
const PRICING_RULE = 'customer/frequency';

/**
 * Returns a function that gives the reasons why a visit is unserved. A visit that would fit is unserved because serving it
 * costs more. Otherwise its reasons are the musts that each alone keep it out: without such a rule it fits, with it not.
 * Where no single rule does, its reasons are all musts together.
 */
export function explainer(compiled: CompiledProblem, solution: Solution, travel: TravelTables): (visit: number) => readonly Reason[] {
  const musts = compiled.scene.territory.policy.rules.filter(({ price }) => price === 'must');
  const relaxed = new Map<RuleInstance, Problem>();
  const problemWithout = (instance: RuleInstance) => {
    const problem = relaxed.get(instance) ?? compileWithout(compiled, instance, travel);
    relaxed.set(instance, problem);
    return problem;
  };
  return (visit) => {
    if (fits(compiled.problem, solution, visit)) return [{ rule: PRICING_RULE, sentence: { key: 'dearer', values: {} } }];
    const single = musts.filter((instance) => fits(problemWithout(instance), solution, visit));
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

/** Whether an unserved visit fits somewhere into the solution without other changes. */
function fits(problem: Problem, { slots }: Solution, visit: number): boolean {
  const s = present(problem.visits.series[visit], 'A visit');
  const isOfSeries = (other: number) => problem.visits.series[other] === s;
  const daysOfSeries = new Set(slots.flatMap((visits, r) => (visits.some(isOfSeries) ? [problem.slots.day[r]] : [])));
  const isTooClose = closeDays(problem, slots, s);
  return slots.some((all, r) => {
    // Without the rule for duties, the problem has none: they come after the visits.
    const visits = all.filter((other) => other < problem.visits.count);
    const day = present(problem.slots.day[r], 'A day');
    const isAllowed = day >= (problem.visits.firstDay[visit] ?? 0) && day <= (problem.visits.lastDay[visit] ?? 0);
    return (
      isAllowed &&
      !daysOfSeries.has(day) &&
      !isTooClose(day) &&
      hasRoom(problem, r, visits, s) &&
      positionsInTime(problem, r, visits, s).some((i) => layOutSlot(problem, r, visits.toSpliced(i, 0, visit)) !== null)
    );
  });
}

/** Returns whether a day is too close to visits of the series from which one stays apart, such as others of its customer. */
function closeDays({ calendar, visits, slots: { day: dayOf } }: Problem, slots: Solution['slots'], s: number): (day: number) => boolean {
  const { bySeries, other, days } = calendar.company.apart;
  const first = bySeries[s] ?? 0;
  const least = new Map([...other.subarray(first, bySeries[s + 1])].map((o, e) => [o, days[first + e] ?? 0]));
  const near = slots.flatMap((own, r) => own.map((v) => ({ day: dayOf[r] ?? 0, least: least.get(visits.series[v] ?? -1) ?? 0 })));
  return (day) => near.some((visit) => Math.abs(visit.day - day) < visit.least);
}

/** Whether slot and amounts allow one more visit of a series. */
function hasRoom(problem: Problem, r: number, visits: readonly number[], s: number): boolean {
  const { slots, series, amounts } = problem;
  if (series.slotPrice[s * slots.count + r] === NEVER) return false;
  return Array.from({ length: amounts.count }, (_, k) => k).every((k) => {
    const unitsOf = (one: number) => amounts.perVisit[k * series.count + one] ?? 0;
    const now = visits.reduce((sum, v) => sum + unitsOf(problem.visits.series[v] ?? 0), 0);
    return now + unitsOf(s) <= (amounts.cap[r * amounts.count + k] ?? FAR);
  });
}

/** Positions at which legs and stays alone leave time before the slot's latest end: only these are laid out in full. */
function positionsInTime(problem: Problem, r: number, visits: readonly number[], s: number): readonly number[] {
  const { placeCount, slots, legs, series } = problem;
  const others = visits.map((v) => present(problem.visits.series[v], 'A series'));
  const places = [slots.from[r] ?? 0, ...others.map((one) => series.place[one] ?? 0), slots.to[r] ?? 0];
  const matrix = (slots.legClass[r] ?? 0) * placeCount;
  const timeOf = (from: number, to: number) => legs.time[(matrix + from) * placeCount + to] ?? FAR;
  const legTimes = places.slice(1).map((to, i) => timeOf(places[i] ?? 0, to));
  const positions = [...legTimes.keys()];
  // Where legs have ways, their times depend on each other.
  if (hasWays(problem, r) || visits.length === 0) return positions;
  const stay = [s, ...others].reduce((sum, one) => sum + (series.dwell[one] ?? 0), 0);
  const end = (slots.start[r] ?? 0) + stay + legTimes.reduce((sum, time) => sum + time, 0);
  const place = series.place[s] ?? 0;
  return positions.filter((i) => {
    const detour = timeOf(places[i] ?? 0, place) + timeOf(place, places[i + 1] ?? 0) - (legTimes[i] ?? 0);
    return end + detour <= (slots.latest[r] ?? NEVER);
  });
}
