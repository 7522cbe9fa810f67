import type { Payment } from '../domain/fare.ts';
import type { Leg } from '../domain/plan.ts';
import type { Language } from '../kernel/text.ts';
import { type Metres, type Seconds, metres, seconds } from '../kernel/units.ts';
import { clockName } from './phrases.ts';
import type { PlanWords } from './published-plan.ts';

/** The sum of the legs to one stop. */
export interface LegSum {
  /** `walk + e-bike`. */
  readonly modes: string;
  readonly travel: Seconds;
  readonly distance: Metres;
  /** One for each currency; none where nothing is paid. */
  readonly fares: readonly Payment[];
}

/** The legs of a way added up; null where there are none. */
export function sumOfLegs(legs: readonly Leg[], words: PlanWords, language: Language): LegSum | null {
  if (legs.length === 0) return null;
  return {
    modes: legs.map(({ mode }) => words.mode(mode)[language]).join(' + '),
    travel: seconds(legs.reduce((sum, { travel }) => sum + travel, 0)),
    distance: metres(legs.reduce((sum, { distance }) => sum + distance, 0)),
    fares: faresOf(legs),
  };
}

function faresOf(legs: readonly Leg[]): readonly Payment[] {
  const paid = legs.flatMap(({ fare }) => (fare === null ? [] : [fare]));
  return [...Map.groupBy(paid, ({ currency }) => currency)].map(([currency, fares]) => ({
    currency,
    amount: Math.round(fares.reduce((sum, { amount }) => sum + amount, 0) * 100) / 100,
  }));
}

/** The clock time at which a way ends; nothing where there is none. */
export function arrivalName(legs: readonly Leg[]): string {
  const last = legs.at(-1);
  return last === undefined ? '' : clockName(last.arrive);
}
