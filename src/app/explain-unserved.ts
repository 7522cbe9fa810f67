import { setImmediate } from 'node:timers/promises';
import type { Plan, UnservedVisit } from '../domain/plan.ts';
import { present } from '../kernel/assert.ts';
import type { VisitId } from '../kernel/ids.ts';
import type { Solution } from '../engine/problem/layout.ts';
import type { Budget } from '../engine/pool/solver-pool.ts';
import { dueVisit } from '../planning/explain/board.ts';
import { Effort } from '../planning/explain/effort.ts';
import { explainer } from '../planning/explain/explain.ts';
import type { Part } from '../planning/prepare-parts.ts';

/** A part and what was planned for it. */
export interface PlannedPart {
  readonly part: Part;
  readonly solution: Pick<Solution, 'slots'>;
}

/** When explaining has to end; visits after that are not explained yet. */
export interface ExplainLimit {
  /** Whether it is over, after so much work. */
  readonly isOver: (spent: number) => boolean;
}

/** Milliseconds of work after which others have their turn, such as a message to stop. */
const TURN = 15;

/** Units of work that a run always has; with `--work`, units for each step of the search; after a stop, what is left. */
const LEAST = 600_000;
const PER_STEP = 25;
const AFTER_STOP = 100_000;
/** Milliseconds of explaining after a stop: who stops a search waits. */
const STOP_TIME = 300;

/** The share of a time budget that is kept for reasons. */
export const EXPLAINING_SHARE = 0.08;

/** A run's state that ends explaining early. */
interface Stopping {
  readonly isStopped: boolean;
  readonly isUrgent: boolean;
}

/** A run's budget, the time at which a timed one is over, and the work of explaining that a recorded one did. */
interface RunLimit {
  readonly budget: Budget;
  readonly until: number;
  readonly explained: number | null;
}

/** The limit of a run: by work, as recorded, or until a time; a stop leaves little, an urgent one nothing. */
export function limitOf({ budget, until, explained }: RunLimit, stopping: Stopping): ExplainLimit {
  const most = 'work' in budget ? Math.max(LEAST, PER_STEP * budget.work) : 'replay' in budget ? (explained ?? Infinity) : null;
  let stopAt = Infinity;
  let stopTime = Infinity;
  return {
    isOver: (spent) => {
      if (stopping.isUrgent) return true;
      if (stopping.isStopped) {
        stopAt = Math.min(stopAt, spent + AFTER_STOP);
        stopTime = Math.min(stopTime, performance.now() + STOP_TIME);
      }
      if (spent >= stopAt || performance.now() > stopTime) return true;
      return most === null ? spent >= LEAST && performance.now() > until : spent >= most;
    },
  };
}

/** Reasons of visits, and the work that they took. */
export interface Explained {
  readonly reasons: ReadonlyMap<VisitId, UnservedVisit['reasons']>;
  readonly spent: number;
}

/** Explains the visits that parts leave out, required ones first, until the limit. */
export async function explainParts(
  parts: readonly PlannedPart[],
  limit: ExplainLimit,
  isWanted: (visit: VisitId) => boolean = () => true,
): Promise<Explained> {
  const effort = new Effort();
  const reasons = new Map<VisitId, UnservedVisit['reasons']>();
  const all = parts.flatMap(({ part: { compiled, travel }, solution }) => {
    const by = explainer(compiled, solution, { travel, effort });
    const served = new Set(solution.slots.flat());
    const { bySeries } = compiled.problem.visits;
    const left = Array.from({ length: bySeries[compiled.scene.series.length] ?? 0 }, (_, index) => index).filter(
      (index) => !served.has(index),
    );
    return left.map((index) => ({ index, by, ...dueVisit(compiled, index).visit }));
  });
  const wanted = all.filter(({ id }) => isWanted(id)).toSorted((a, b) => Number(b.required) - Number(a.required));
  const takeTurns = turns();
  for (const { id, index, by } of wanted) {
    await takeTurns();
    if (limit.isOver(effort.spent)) return { reasons, spent: effort.spent };
    reasons.set(id, by.explain(index));
  }
  // What is left of the limit names the dearest rules, a part and a rule at a time.
  for (const [by, own] of Map.groupBy(wanted, (one) => one.by)) {
    const ids = new Map(own.map(({ index, id }) => [index, id]));
    const steps = by.refine([...ids.keys()]);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        for (const [index, better] of step.value) reasons.set(present(ids.get(index), 'A visit'), better);
        break;
      }
      await takeTurns();
      if (limit.isOver(effort.spent)) return { reasons, spent: effort.spent };
    }
  }
  return { reasons, spent: effort.spent };
}

/** A function that lets others have their turn where some time has passed. */
function turns(): () => Promise<void> {
  let turn = performance.now();
  return async () => {
    if (performance.now() - turn <= TURN) return;
    await setImmediate();
    turn = performance.now();
  };
}

/** A plan with reasons for the visits that have none yet. */
export const withReasons = (plan: Plan, { reasons }: Pick<Explained, 'reasons'>): Plan => ({
  ...plan,
  unserved: plan.unserved.map((one) => ({ ...one, reasons: reasons.get(one.visit) ?? one.reasons })),
});
