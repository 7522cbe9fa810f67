/** The tiers of a beat's customers. */
export interface TierMix {
  /** Customers visited every week, of any tier. */
  readonly collectionPoints: number;
  /** The tier of the n-th best of the others, from 0. */
  readonly tierAt: (rank: number) => string;
  /** Visits due in the month. */
  readonly visits: number;
}

/** The input for a tier mix. */
export interface MixTask {
  readonly customers: number;
  /** Visits that should be due in the month. */
  readonly visits: number;
  /** Visits due in the month at each collection point. */
  readonly weeks: number;
}

const POINTS = 0.036; // share of collection points
const MIDDLE = 0.38; // share of tier B among the others
const [FEWEST_BEST, MOST_BEST] = [0.05, 0.5]; // shares of tier A among the others

const [PER_A, PER_B, PER_C] = [4, 2, 1];

/** Visits a month by tier. */
export const MONTHLY_VISITS: Readonly<Record<string, number>> = { A: PER_A, B: PER_B, C: PER_C };

/**
 * Chooses the tiers so that the month has the wanted number of visits, as far as a plausible mix allows: with b customers of
 * tier B, the other n are a of tier A and n - a of tier C, so that 4a + 2b + (n - a) is the number without collection points.
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
