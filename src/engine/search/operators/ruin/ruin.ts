import type { Random } from '../../../../kernel/random.ts';
import type { Problem } from '../../../problem/layout.ts';
import type { Tours } from '../../state/tours.ts';

/** The result of a ruin. */
export interface Removal {
  /** Whether the visits that left should come back on the days they had. */
  readonly stay: boolean;
}

/** Takes visits near a seed series out of the tours; null where it finds none to take. Duties stay. */
export type Ruin = (seed: number) => Removal | null;

/** One way to choose visits that leave together. */
export interface RuinOperator {
  readonly name: string;
  /** Share of the ruins, in relation to the other operators that support the problem. */
  readonly weight: number;
  /** Whether the operator can gain anything on the problem. */
  supports(problem: Problem): boolean;
  create(tours: Tours, random: Random): Ruin;
}

/** Visits that may change days, and visits that should not. */
export const FREE: Removal = { stay: false };
export const STAY: Removal = { stay: true };
