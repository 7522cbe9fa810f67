import { z } from 'zod';
import { type Audit, auditPlan } from '../../src/audit/audit-plan.ts';
import { writePlan } from '../../src/contract/plan/write-plan.ts';
import type { PlanDocument } from '../../src/contract/plan/plan-document.ts';
import { visitsDue } from '../../src/demand/visits-due.ts';
import { type DayRange, formatDay, holds, instantOf, parseDay } from '../../src/domain/calendar.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { type RepDay, repDaysOf } from '../../src/domain/rep-day/rep-day.ts';
import type { Territory } from '../../src/domain/territory.ts';
import type { Visit, VisitSeries } from '../../src/domain/visit.ts';
import { buildScene } from '../../src/planning/compile/build-scene.ts';
import { type CompiledProblem, compileProblem } from '../../src/planning/compile/compile-problem.ts';
import { decodePlan } from '../../src/planning/decode/decode-plan.ts';
import { kpisOf } from '../../src/domain/figures/kpis-of-plan.ts';
import { layOutSlot } from '../../src/engine/slot/lay-out-slot.ts';
import { NEVER, type Problem } from '../../src/engine/problem/layout.ts';
import { present } from '../../src/kernel/assert.ts';
import { seconds } from '../../src/kernel/units.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { loadTravel } from '../../src/travel/travel-tables.ts';

const stop = z.union([
  z.string().transform((customer) => ({ customer, kind: 'ordinary', contact: null, request: null })),
  z.strictObject({
    customer: z.string(),
    kind: z.string(),
    contact: z.string().nullable().default(null),
    request: z.string().nullable().default(null),
  }),
]);
const isoDay = z.string().transform((text) => present(parseDay(text), 'day'));

/** A `witness.json`: the visits of each rep and day, in order. */
export const witnessDocument = z.object({
  reps: z.record(z.string(), z.object({ load: z.number(), days: z.record(z.string(), z.array(stop)) })),
  calls: z
    .array(z.strictObject({ rep: z.string(), day: isoDay, customer: z.string(), contact: z.string().optional(), minutes: z.number() }))
    .default([]),
});

/** One visit of a witness. */
export type WitnessStop = z.output<typeof stop>;
/** A witness, parsed. */
export type Witness = z.output<typeof witnessDocument>;

/** A witness as a plan. */
export interface WitnessPlan {
  readonly plan: Plan;
  readonly audit: Audit;
  /** The plan as a document, with the calls of the witness at the end of each day's field time. */
  readonly document: unknown;
  /** Visits of the witness in the horizon that are not due. */
  readonly superfluous: readonly string[];
}

/**
 * Makes a plan of the days and orders of a witness, without any search: beatplan sets the times and modes, and the audit
 * checks them. Visits that the witness leaves out are unserved.
 */
export async function planOfWitness(territory: Territory, witness: Witness, horizon: DayRange): Promise<WitnessPlan> {
  const travel = await loadTravel(territory, estimate);
  const series = visitsDue(territory, horizon);
  const repDays = repDaysOf(territory, horizon);
  const compiled = compileProblem(buildScene(territory, horizon, { repDays, series, calls: [], travel }), travel);
  const { slots, superfluous } = slotsOf(compiled, witness);
  const plan = decodePlan(compiled, { cost: 0, slots: withDuties(compiled.problem, slots) }, travel);
  const audit = auditPlan({ territory, horizon, series, calls: [], plan, travel });
  const kpis = kpisOf(plan, territory);
  const document = writePlan(plan, { territory, cost: audit.cost, kpis, run: {} });
  return { plan, audit, document: withCalls(document, { territory, witness, repDays }), superfluous };
}

interface CallInput {
  readonly territory: Territory;
  readonly witness: Witness;
  readonly repDays: readonly RepDay[];
}

function withCalls({ plan, run }: PlanDocument, { territory, witness, repDays }: CallInput) {
  const days = plan.days.map((planned, i) => {
    const { rep, day, field } = present(repDays[i], 'rep-day');
    const own = witness.calls.filter((call) => call.rep === rep.id && call.day === day);
    let until: number = field.until;
    const calls = own.map(({ customer, contact: id, minutes: length }) => {
      const end = until;
      until -= 60 * length;
      const role = territory.customers.find((one) => one.id === customer)?.contacts.find((one) => one.id === id)?.role ?? '';
      const [from, to] = [until, end].map((time) => instantOf(day, seconds(time), territory.timeZone));
      return { type: 'call', customer, kind: 'call', ...(id === undefined ? {} : { contact: { id, role } }), start: from, end: to };
    });
    return { ...planned, stops: [...planned.stops, ...calls.toReversed()] };
  });
  return { plan: { ...plan, days }, run };
}

/** [slot] visits by number. A series has one visit a day at most, even if several series of a customer look the same. */
function slotsOf({ scene, problem }: CompiledProblem, { reps }: Witness) {
  const taken = new Set<Visit>();
  const visited = new Set<string>();
  const superfluous: string[] = [];
  const slots = scene.repDays.map(({ rep, day }) =>
    (reps[rep.id]?.days[formatDay(day)] ?? []).flatMap((made) => {
      const free = ({ visits }: VisitSeries) => visits.findIndex((visit) => !taken.has(visit) && holds(visit.days, day));
      const s = scene.series.findIndex((one, i) => isFor(one, made) && free(one) >= 0 && !visited.has(`${i} ${day}`));
      const series = scene.series[s];
      if (series === undefined) {
        superfluous.push(`${made.customer} ${made.kind} on ${formatDay(day)}`);
        return [];
      }
      const n = free(series);
      taken.add(present(series.visits[n], 'visit'));
      visited.add(`${s} ${day}`);
      return [present(problem.visits.bySeries[s], 'series') + n];
    }),
  );
  return { slots, superfluous };
}

/** Puts each duty in the field between the visits of its day, where there is time for it. */
function withDuties(problem: Problem, slots: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const { series } = problem;
  return slots.map((visits, r) => {
    const duties = Array.from({ length: series.count - series.firstDuty }, (_, i) => series.firstDuty + i).filter(
      (s) => series.slotPrice[(series.pricesFrom[s] ?? 0) + r] !== NEVER,
    );
    return duties.reduce<readonly number[]>((order, s) => {
      const duty = present(problem.visits.bySeries[s], 'duty');
      const orders = Array.from({ length: order.length + 1 }, (_, i) => order.toSpliced(i, 0, duty));
      return present(
        orders.find((one) => layOutSlot(problem, r, one) !== null),
        'time for a duty',
      );
    }, visits);
  });
}

const isFor = ({ customer, kind, contact, origin }: VisitSeries, made: WitnessStop): boolean =>
  customer.id === made.customer &&
  kind === made.kind &&
  (origin.by === 'request' ? origin.request.id === made.request : made.request === null && (contact?.id ?? null) === made.contact);
