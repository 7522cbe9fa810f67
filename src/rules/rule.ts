import type { DayRange } from '../domain/calendar.ts';
import type { Location } from '../domain/customer.ts';
import type { Plan } from '../domain/plan.ts';
import type { RepDay } from '../domain/rep-day/rep-day.ts';
import type { Territory } from '../domain/territory.ts';
import type { VisitSeries } from '../domain/visit.ts';
import type { Term } from '../terms/terms.ts';
import type { ParamTable, ParamsOf } from '../kernel/params.ts';
import type { Sentence, Text } from '../kernel/text.ts';

/** The data that rules make demands on: the territory, its working days, and the visits that are due. */
export interface Agenda {
  readonly territory: Territory;
  readonly horizon: DayRange;
  readonly repDays: readonly RepDay[];
  /** The visits due. Calls are not among them: they need no travel. */
  readonly series: readonly VisitSeries[];
  /** The calls due. They get their times after the visits. */
  readonly calls: readonly VisitSeries[];
}

/** What a rule compiles from: the agenda with the indices that terms refer to. A slot is an index of `repDays`. */
export interface Scene extends Agenda {
  /** By place. */
  readonly places: readonly ScenePlace[];
  /** By series: its place. */
  readonly placeOf: readonly number[];
  /** Modes that any slot may use, by id. */
  readonly modes: readonly string[];
}

/** A customer's place, or a base where reps start, end or do office work. */
export interface ScenePlace {
  readonly location: Location;
  /** Customers at this place; empty for a base. */
  readonly customers: readonly string[];
}

/** What a rule audits: the agenda and a finished plan for it. */
export interface Review extends Agenda {
  readonly plan: Plan;
}

/** One breach of a rule in a plan, and its number of the rule's units. */
export interface Breach {
  /** Units of breaking the rule. */
  readonly units: number;
  /** Price in seconds where it is not units × price; the rule computes it from the domain. */
  readonly cost?: number;
  readonly sentence: Sentence;
}

/** How a policy holds to a rule: never broken, or priced in seconds per unit. */
export type Stance = 'must' | number;

/**
 * A rule of the catalogue: everything about it in one file.
 *
 * `T` is its table of parameters and `O` what its obligation gives. `compile` and `audit` both start from the
 * obligation and share no other code, so that a mistake in one of them shows.
 */
export interface Rule<T extends ParamTable = ParamTable, O = unknown> {
  /** Its path under `src/rules`. */
  readonly id: string;
  readonly title: Text;
  /** Its meaning, in a paragraph that a planner understands. */
  readonly about: Text;
  /** One unit of breaking it: `visit short`, `minute over`. Null when it can only be a must. */
  readonly unit: Text | null;
  /** Whether a policy may make it a must. */
  readonly canBeMust: boolean;
  readonly params: T;
  /** Sentence templates by key; both languages. */
  readonly sentences: Readonly<Record<string, Text>>;
  /** The rule itself as a sentence under these parameters. */
  readonly sentence: (params: ParamsOf<T>) => Sentence;
  /** What the rule demands of whom, from domain data alone: limits, times, prices by day, visit or customer. */
  readonly obligation: (agenda: Agenda, params: ParamsOf<T>) => O;
  /** Translates the obligation into terms, and decides nothing. */
  readonly compile: (scene: Scene, obligation: O, stance: Stance) => Iterable<Term>;
  /** Measures a finished plan against the obligation. Under a must, any breach rejects the plan. */
  readonly audit: (review: Review, obligation: O, stance: Stance) => Iterable<Breach>;
}

/** Types a rule's functions by its parameters and its obligation; write `obligation` before `compile` and `audit`. */
export function defineRule<const T extends ParamTable, O>(rule: Rule<T, O>): Rule {
  // A catalogue holds rules of all types; the contract parses values by each rule's own table.
  return rule as unknown as Rule;
}
