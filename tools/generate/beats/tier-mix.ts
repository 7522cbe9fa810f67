/** How many customers of a beat are of which tier. */
export interface TierMix {
  /** Customers visited every week, of any tier. */
  readonly collectionPoints: number;
  /** The tier of the n-th best of the others, from 0. */
  readonly tierAt: (rank: number) => string;
  /** Visits that the month asks in all. */
  readonly visits: number;
}

/** What a tier mix should come to. */
export interface MixTask {
  readonly customers: number;
  /** Visits that the month is to ask in all. */
  readonly visits: number;
  /** Visits that the month asks for each collection point. */
  readonly weeks: number;
}

const POINTS = 0.036; // of all customers
const MIDDLE = 0.38; // of the others are of tier B
const [FEWEST_BEST, MOST_BEST] = [0.05, 0.5]; // of the others may be of tier A

const [PER_A, PER_B, PER_C] = [4, 2, 1];

/** Visits a month by tier. */
export const MONTHLY_VISITS: Readonly<Record<string, number>> = { A: PER_A, B: PER_B, C: PER_C };

/**
 * Chooses the tiers so that a month asks the visits that it should, or as near as a believable mix gets:
 * with b customers of tier B fixed, the other n are split into a and n - a so that 4a + 2b + (n - a)
 * comes to what the collection points leave.
 */
export function tierMixFor({ customers, visits, weeks }: MixTask): TierMix {
  const collectionPoints = Math.round(customers * POINTS);
  const others = customers - collectionPoints;
  const b = Math.round(others * MIDDLE);
  const wanted = Math.floor((visits - collectionPoints * weeks - PER_B * b - PER_C * (others - b)) / (PER_A - PER_C));
  const a = Math.round(Math.min(MOST_BEST * others, Math.max(FEWEST_BEST * others, wanted)));
  return {
    collectionPoints,
    tierAt: (rank) => (rank < a ? 'A' : rank < a + b ? 'B' : 'C'),
    visits: collectionPoints * weeks + PER_A * a + PER_B * b + PER_C * (others - a - b),
  };
}
