import { planTerritory } from '../../src/app/plan-territory.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import type { TerritoryCase } from './territory-cases.ts';

/** What the cost was at a moment of planning; seconds from its start. */
export interface TracePoint {
  readonly seconds: number;
  readonly cost: number;
}

/** One planning run, from the territory to the audited plan. */
export interface TimedPlan {
  readonly seed: number;
  readonly cost: number;
  readonly visits: number;
  readonly requiredUnserved: number;
  readonly optionalUnserved: number;
  readonly travelHours: number;
  /** Seconds from start to plan, all in; seconds of search alone, from the first solution to the last report. */
  readonly elapsed: number;
  readonly searched: number;
  /** Steps of all searches a second of search; null where the search was too short to tell. */
  readonly stepsPerSecond: number | null;
  /** Steps of all searches. */
  readonly endedAtWork: number;
  /** Each improvement as it was reported, ten times a second; the plan itself stands at the last report. */
  readonly trace: readonly TracePoint[];
}

/** How a territory is planned. */
export interface PlanTask {
  readonly seed: number;
  readonly seconds: number;
  readonly workers: number;
}

/** Plans a territory within a time limit, as the command line does, and watches. */
export async function planTimed(territory: Territory, { horizon }: TerritoryCase, task: PlanTask): Promise<TimedPlan> {
  const { seed, seconds, workers } = task;
  const reports: TracePoint[] = [];
  const started = performance.now();
  const now = () => (performance.now() - started) / 1000;
  const { cost, kpis, run } = await planTerritory(territory, {
    horizon,
    travel: estimate,
    endPlaces: new Map(),
    seed,
    budget: { seconds },
    workers,
    onProgress: (progress) => {
      if (progress.cost !== null) reports.push({ seconds: now(), cost: progress.cost });
    },
  });
  const elapsed = now();
  const searched = (reports.at(-1)?.seconds ?? 0) - (reports[0]?.seconds ?? 0);
  const sum = (of: (search: (typeof run.searches)[number]) => number) => run.searches.reduce((total, search) => total + of(search), 0);
  const endedAtWork = sum((search) => search.endedAtWork);
  return {
    seed,
    cost: cost.total,
    visits: kpis.total.visits,
    requiredUnserved: kpis.total.requiredUnserved,
    optionalUnserved: kpis.total.behindPaceUnserved + kpis.total.couldBePulledForward,
    travelHours: kpis.total.travel / 3600,
    elapsed,
    searched,
    stepsPerSecond: searched > 0 ? endedAtWork / searched : null,
    endedAtWork,
    trace: improvements([...reports, { seconds: reports.at(-1)?.seconds ?? elapsed, cost: cost.total }]),
  };
}

/** The points that are cheaper than all before them. */
export const improvements = (points: readonly TracePoint[]): readonly TracePoint[] =>
  points.filter(({ cost }, index) => points.slice(0, index).every((before) => cost < before.cost));
