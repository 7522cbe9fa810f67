import type { DayRange } from '../domain/calendar.ts';
import type { Location } from '../domain/customer.ts';
import type { Plan } from '../domain/plan.ts';
import type { RepDay } from '../domain/rep-day/rep-day.ts';
import type { Territory } from '../domain/territory.ts';
import type { VisitSeries } from '../domain/visit.ts';
import type { Term } from '../terms/terms.ts';
import type { ParamTable, ParamsOf } from '../kernel/params.ts';
import type { Sentence, Text } from '../kernel/text.ts';

/** What rules see when a territory is compiled: domain nouns, with the indices that terms refer to. */
export interface Scene {
  readonly territory: Territory;
  readonly horizon: DayRange;
  /** By slot. */
  readonly repDays: readonly RepDay[];
  /** By series. Calls are none of them: they need no way. */
  readonly series: readonly VisitSeries[];
  /** The calls due. They are placed once the visits are. */
  readonly calls: readonly VisitSeries[];
  /** By place: who is there. */
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

/** What rules see when a finished plan is audited: the plan and the domain, nothing of the engine. */
export interface Review {
  readonly territory: Territory;
  readonly horizon: DayRange;
  readonly repDays: readonly RepDay[];
  readonly series: readonly VisitSeries[];
  /** The calls due. */
  readonly calls: readonly VisitSeries[];
  readonly plan: Plan;
}

/** One way in which a plan breaks a rule, and by how many of the rule's units. */
export interface Breach {
  /** Units broken, or the price itself where the rule says `cost`. */
  readonly units: number;
  /** Price in seconds where it is not units × price; the rule computes it from the domain. */
  readonly cost?: number;
  readonly sentence: Sentence;
}

/** How a policy holds to a rule: never broken, or priced in seconds per unit. */
export type Stance = 'must' | number;

/** A rule of the catalogue: everything about it in one file. */
export interface Rule<T extends ParamTable = ParamTable> {
  /** Its path under `src/rules`. */
  readonly id: string;
  readonly title: Text;
  /** What it means, in a paragraph that a planner understands. */
  readonly about: Text;
  /** What one unit of breaking it is: `visit short`, `minute over`. Null when it can only be a must. */
  readonly unit: Text | null;
  /** Whether a policy may make it a must. */
  readonly canBeMust: boolean;
  readonly params: T;
  /** Sentence templates by key; both languages. */
  readonly sentences: Readonly<Record<string, Text>>;
  /** The rule itself as a sentence under these parameters. */
  readonly sentence: (params: ParamsOf<T>) => Sentence;
  readonly compile: (scene: Scene, params: ParamsOf<T>, stance: Stance) => Iterable<Term>;
  /** Judges a finished plan from domain data alone. Under a must, any breach rejects the plan. */
  readonly audit: (review: Review, params: ParamsOf<T>, stance: Stance) => Iterable<Breach>;
}

/** Types a rule's functions by its parameters. */
export function defineRule<const T extends ParamTable>(rule: Rule<T>): Rule {
  // A catalogue holds rules of all parameter tables; the contract parses values by each rule's own table.
  return rule as unknown as Rule;
}
