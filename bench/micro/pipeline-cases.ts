import { auditPlan } from '../../src/audit/audit-plan.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { repDaysOf } from '../../src/domain/rep-day/rep-day.ts';
import { buildScene } from '../../src/planning/compile/build-scene.ts';
import { type CompiledProblem, compileProblem } from '../../src/planning/compile/compile-problem.ts';
import { decodePlan } from '../../src/planning/decode/decode-plan.ts';
import { explainer } from '../../src/planning/explain/explain.ts';
import { Effort } from '../../src/planning/explain/effort.ts';
import type { Solution } from '../../src/engine/problem/layout.ts';
import { readTerritory } from '../../src/contract/territory/read-territory.ts';
import { visitsDue } from '../../src/demand/visits-due.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { type TravelTables, loadTravel } from '../../src/travel/travel-tables.ts';
import type { MicroCase } from './micro-case.ts';

/** Everything around the search, on one part of a territory that is planned by itself. */
export interface PipelineSubject {
  /** The files of the territory, by name. */
  readonly files: ReadonlyMap<string, string>;
  readonly territory: Territory;
  readonly travel: TravelTables;
  readonly compiled: CompiledProblem;
  readonly solution: Solution;
}

/** The steps that each plan takes once: reading, travel times, visits due, compiling, decoding, explaining, auditing. */
export function pipelineCases({ files, territory, travel, compiled, solution }: PipelineSubject): readonly MicroCase[] {
  const { horizon, series } = compiled.scene;
  const repDays = repDaysOf(territory, horizon);
  const plan = decodePlan(compiled, solution, travel);
  const once = (name: string, run: MicroCase['run']): MicroCase => ({ name, unit: 'times', perCall: 1, run });
  return [
    once('read the tables', () => readTerritory(files).customers.length),
    once('travel times', async () => (await loadTravel(territory, estimate)).places.length),
    once('visits due', () => visitsDue(territory, horizon).length),
    once(
      'compile',
      () => compileProblem(buildScene(territory, horizon, { repDays, series, calls: [], travel }), travel).problem.visits.count,
    ),
    once('decode', () => decodePlan(compiled, solution, travel).days.length),
    once('explain', () => {
      const { explain } = explainer(compiled, solution, { travel, effort: new Effort() });
      const served = new Set(solution.slots.flat());
      const left = Array.from({ length: compiled.problem.visits.count }, (_, visit) => visit).filter((visit) => !served.has(visit));
      return left.flatMap(explain).length;
    }),
    once('audit', () => auditPlan({ territory, horizon, series, calls: [], plan, travel }).cost.total),
  ];
}
