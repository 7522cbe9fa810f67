import type { Violation } from '../../src/audit/audit-case.ts';
import { auditPlan } from '../../src/audit/audit-plan.ts';
import { isPromised } from '../../src/domain/commitment.ts';
import { daysApart } from '../../src/domain/one-trip.ts';
import { repDaysOf } from '../../src/domain/rep-day/rep-day.ts';
import type { Rep } from '../../src/domain/rep.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { type Reason, needOf } from '../../src/domain/unserved/unserved.ts';
import { NEVER, type Problem, type Solution } from '../../src/engine/problem/layout.ts';
import { layOutSlot } from '../../src/engine/slot/lay-out-slot.ts';
import { present } from '../../src/kernel/assert.ts';
import { minutes } from '../../src/kernel/units.ts';
import { planCalls } from '../../src/planning/calls.ts';
import { buildScene } from '../../src/planning/compile/build-scene.ts';
import { compileProblem } from '../../src/planning/compile/compile-problem.ts';
import { decodePlan } from '../../src/planning/decode/decode-plan.ts';
import type { Part } from '../../src/planning/prepare-parts.ts';
import { tablesWithoutTravel } from '../../src/travel/travel-tables.ts';

/** A part with visits on its days. */
interface Case {
  readonly part: Part;
  readonly slots: Solution['slots'];
}

/** What is wrong with a reason; null where relaxing what it names lets the visit in, and less does not. */
export function faultOf(part: Part, solution: Pick<Solution, 'slots'>, visit: number, reason: Reason): string | null {
  const { problem, scene } = part.compiled;
  const s = problem.visits.series[visit] ?? 0;
  const series = present(scene.series[s], 'A series');
  const due = present(series.visits[visit - (problem.visits.bySeries[s] ?? 0)], 'A visit');
  const planned: Case = { part, slots: solution.slots };
  const empty: Case = { part, slots: dutiesOnly(part, solution.slots) };
  const { because } = reason;
  if (because.length > 2) return 'names more than two things';
  if (reason.class === 'not-behind') return needOf(series, due) === 'pull-forward' ? null : 'is behind its pace';
  if (reason.class === 'not-worth') return findsPlace(planned, visit) ? dearestFault(planned, visit, because[1]) : 'would not fit';
  if (findsPlace(planned, visit)) return 'would fit as it is';
  const isNever = reason.class === 'never-fits';
  if (findsPlace(empty, visit) === isNever) return isNever ? 'fits on an empty day' : 'fits on no empty day';
  const relax = (base: Case, things: readonly string[]) =>
    things.reduce((one, thing) => (isNever ? withoutThing(one, series.customer.id, thing) : withoutVisits(one, visit, thing)), base);
  const base = isNever ? empty : planned;
  if (because.length > 0 && !findsPlace(relax(base, because), visit)) return 'does not fit without what is named';
  if (because.length === 2 && because.some((thing) => findsPlace(relax(base, [thing]), visit))) return 'names more than is needed';
  return null;
}

/** Parts with more rep-days take too long to audit with a visit at each place. */
const MOST_SLOTS = 15;

/** Whether the cost of a visit rises less without the rule that is said to make most of it, as the audit counts. */
function dearestFault(planned: Case, visit: number, rule: string | undefined): string | null {
  const { scene, problem } = planned.part.compiled;
  // Calls come after visits and may be missed for one: that is no cost of the search.
  if (rule === undefined || problem.slots.count > MOST_SLOTS || scene.calls.length > 0) return null;
  const without = { ...planned, part: recompiled(planned.part, (territory) => withoutRule(territory, rule)) };
  const [rise, less] = [leastRise(planned, visit), leastRise(without, visit)];
  return rise > 0 && less < rise ? null : `costs ${rise} more, and ${less} without ${rule}`;
}

/** By how much the audit's cost of a plan rises at least with a visit. */
function leastRise(one: Case, visit: number): number {
  const { problem } = one.part.compiled;
  const costOf = (slots: Solution['slots']): number | null => {
    const { compiled, travel, territory } = one.part;
    const { horizon, series, calls } = compiled.scene;
    const plan = decodePlan(compiled, { cost: 0, slots }, travel);
    const { cost, violations } = auditPlan({ territory, horizon, series, calls, plan, travel });
    return violations.every(isOfRequestLeft) ? cost.total : null;
  };
  const before = present(costOf(one.slots), 'The cost of the plan');
  const rises = placesFor(one, visit).flatMap(({ r, longer }) => {
    if (!keepsCaps(problem, r, longer) || layOutSlot(problem, r, longer) === null) return [];
    const after = costOf(one.slots.with(r, longer));
    return after === null ? [] : [after - before];
  });
  return Math.min(Infinity, ...rises);
}

const dutiesOnly = ({ compiled: { problem } }: Part, slots: Solution['slots']): Solution['slots'] =>
  slots.map((tour) => tour.filter((v) => (problem.visits.series[v] ?? 0) >= problem.series.firstDuty));

/** Whether a violation is only that a request is left out which one of the stops could answer: one more visit can answer it, too. */
const isOfRequestLeft = ({ check, message }: Violation): boolean => check === 'structure/one-trip' && message.includes('is left out');

/** Whether a visit finds a place between the others, by the layout and by the audit. */
function findsPlace(one: Case, visit: number): boolean {
  const { territory, travel, compiled } = one.part;
  const { problem, scene } = compiled;
  const { horizon, series, calls } = scene;
  return placesFor(one, visit).some(({ r, longer }) => {
    if (!keepsCaps(problem, r, longer) || layOutSlot(problem, r, longer) === null) return false;
    const visitsOnly = decodePlan(compiled, { cost: 0, slots: one.slots.with(r, longer) }, travel);
    const { plan } = planCalls(scene, visitsOnly);
    return auditPlan({ territory, horizon, series, calls, plan, travel }).violations.every(isOfRequestLeft);
  });
}

/** Each slot and position at which a visit may be, with the slot's visits then. */
function placesFor({ part: { compiled }, slots }: Case, visit: number) {
  const { problem } = compiled;
  const s = problem.visits.series[visit] ?? 0;
  const own = new Set(slots.flatMap((tour, r) => (tour.some((v) => problem.visits.series[v] === s) ? [problem.slots.day[r]] : [])));
  return slots.flatMap((tour, r) => {
    const day = problem.slots.day[r] ?? -1;
    if (day < (problem.visits.firstDay[visit] ?? 0) || day > (problem.visits.lastDay[visit] ?? 0)) return [];
    if (problem.series.slotPrice[(problem.series.pricesFrom[s] ?? 0) + r] === NEVER || own.has(day)) return [];
    return Array.from({ length: tour.length + 1 }, (_, i) => ({ r, longer: tour.toSpliced(i, 0, visit) }));
  });
}

function keepsCaps({ amounts, series, visits }: Problem, r: number, tour: readonly number[]): boolean {
  return Array.from({ length: amounts.count }, (_, k) => k).every((k) => {
    const units = tour.reduce((sum, v) => sum + (amounts.perVisit[k * series.count + (visits.series[v] ?? 0)] ?? 0), 0);
    return units <= (amounts.cap[r * amounts.count + k] ?? NEVER);
  });
}

/** The days without some of the visits on them, or without a rule. */
function withoutVisits(one: Case, visit: number, thing: string): Case {
  const { problem, scene } = one.part.compiled;
  const s = problem.visits.series[visit];
  const keep = (isKept: (v: number, r: number) => boolean) =>
    one.slots.map((tour, r) => tour.filter((v) => (problem.visits.series[v] ?? 0) >= problem.series.firstDuty || isKept(v, r)));
  const isPromise = (v: number, r: number) =>
    scene.series[problem.visits.series[v] ?? -1]?.commitments.some(
      (promise) => promise.day === scene.repDays[r]?.day && isPromised(promise),
    ) === true;
  const own = scene.series[s ?? -1];
  const isOwn = (v: number) => {
    const other = scene.series[problem.visits.series[v] ?? -1];
    return own !== undefined && other !== undefined && (other === own || daysApart(scene.territory, own, other) > 0);
  };
  if (thing === 'own-visits') return { ...one, slots: keep((v) => !isOwn(v)) };
  if (thing === 'other-visits') return { ...one, slots: keep((v, r) => isOwn(v) || isPromise(v, r)) };
  if (thing === 'promises') return { ...one, slots: keep((v, r) => isOwn(v) || !isPromise(v, r)) };
  return { ...one, part: recompiled(one.part, (territory) => withoutRule(territory, thing)) };
}

const RULES: Readonly<Record<string, string>> = {
  'required-rep': 'stop/allowed-rep',
  area: 'stop/allowed-area',
  'closed-days': 'stop/closed-days',
  'visiting-hours': 'stop/opening-hours',
  'agreed-time': 'stop/appointments',
  companion: 'stop/companions',
  shift: 'day/shift',
};

/** An empty part without one fact or rule. */
function withoutThing({ part }: Case, customer: string, thing: string): Case {
  const relaxed = relaxedPart(part, customer, thing);
  return { part: relaxed, slots: emptySlots(relaxed) };
}

function relaxedPart(part: Part, customer: string, thing: string): Part {
  const { scene } = part.compiled;
  const everyRep = (change: (rep: Rep) => Rep) => recompiled(part, (territory) => ({ ...territory, reps: territory.reps.map(change) }));
  if (thing === 'leave') return everyRep((rep) => ({ ...rep, leave: [] }));
  if (thing === 'days-off') {
    const worked = recompiled(part, (territory) => ({
      ...territory,
      calendar: { workdays: [1, 2, 3, 4, 5, 6, 7], exceptions: new Map(), knownYears: null },
      reps: territory.reps.map((rep) => ({ ...rep, shifts: everyDay(rep) })),
    }));
    return worked;
  }
  if (thing === 'duties') return recompiled(part, (territory) => ({ ...territory, policy: { ...territory.policy, duties: [] } }));
  if (thing === 'breaks') return recompiled(part, (territory) => ({ ...territory, policy: { ...territory.policy, breaks: [] } }));
  if (thing === 'way') {
    const travel = tablesWithoutTravel(part.travel);
    return { ...part, travel, compiled: compileProblem(scene, travel) };
  }
  if (thing === 'stay') {
    const without = recompiled(part, (territory) => withoutRule(territory, 'stop/dwell-minimum'));
    const series = scene.series.map((one) => (one.customer.id === customer ? { ...one, dwell: minutes(1) } : one));
    return { ...without, compiled: compileProblem({ ...without.compiled.scene, series }, without.travel) };
  }
  return recompiled(part, (territory) => withoutRule(territory, RULES[thing] ?? thing));
}

function everyDay({ shifts }: Rep): Rep['shifts'] {
  const longest = Object.values(shifts)
    .filter((window) => window !== null)
    .reduce((a, b) => (b.until - b.from > a.until - a.from ? b : a));
  const own = (weekday: keyof Rep['shifts']) => shifts[weekday] ?? longest;
  return { 1: own(1), 2: own(2), 3: own(3), 4: own(4), 5: own(5), 6: own(6), 7: own(7) };
}

const withoutRule = (territory: Territory, rule: string): Territory => ({
  ...territory,
  policy: { ...territory.policy, rules: territory.policy.rules.filter((instance) => instance.rule !== rule) },
});

/** The part of a changed territory, with the same visits due. */
function recompiled(part: Part, change: (territory: Territory) => Territory): Part {
  const { horizon, series, calls } = part.compiled.scene;
  const territory = change(part.territory);
  const repDays = repDaysOf(territory, horizon);
  const scene = buildScene(territory, horizon, { repDays, series, calls, travel: part.travel });
  return { ...part, territory, compiled: compileProblem(scene, part.travel) };
}

/** The slots of a part with duties alone. */
function emptySlots({ compiled: { problem } }: Part): Solution['slots'] {
  const { series, slots, visits, opening, dayCount } = problem;
  return Array.from({ length: slots.count }, (_, r) => {
    const duties: { readonly visit: number; readonly from: number }[] = [];
    for (let s = series.firstDuty; s < series.count; s++) {
      if (series.slotPrice[(series.pricesFrom[s] ?? 0) + r] !== NEVER)
        duties.push({ visit: visits.bySeries[s] ?? 0, from: opening.from[s * dayCount + (slots.day[r] ?? 0)] ?? 0 });
    }
    return duties.toSorted((a, b) => a.from - b.from).map(({ visit }) => visit);
  });
}
