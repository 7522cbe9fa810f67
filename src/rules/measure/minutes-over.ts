import { perSecond } from '../obligation/prices.ts';
import type { Breach, Stance } from '../rule.ts';

/**
 * A breach of so many seconds where the policy prices minutes.
 *
 * The cost is rounded in the one way in which the search rounds it: minutes times their price may
 * differ from seconds times theirs in the last bit, and then by a second.
 */
export const minutesOver = (over: number, stance: Stance): Pick<Breach, 'units' | 'cost'> =>
  stance === 'must' ? { units: over / 60 } : { units: over / 60, cost: Math.round(over * perSecond(stance)) };
