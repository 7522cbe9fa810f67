import { type DayRange, daysOf, weekdayOf } from '../../../src/domain/calendar.ts';
import { repDaysOf } from '../../../src/domain/rep-day/rep-day.ts';
import type { Rep } from '../../../src/domain/rep.ts';
import type { Territory } from '../../../src/domain/territory.ts';
import { createRandom } from '../../../src/kernel/random.ts';
import { layOutCountry } from '../map/country.ts';
import { planeAround } from '../map/plane.ts';
import { layOutTown } from '../map/town.ts';
import type { BeatSpec } from '../spec.ts';
import { limitsOf } from '../witness/limits.ts';
import { fullness } from '../witness/rep-month.ts';
import { travelTimesOf } from '../witness/travel-times.ts';
import { type Shop, drawShops } from './shops.ts';
import { MONTHLY_VISITS, tierMixFor } from './tier-mix.ts';
import { visitLinesOf } from './visit-lines.ts';

const MARGIN = 1.055; // visits due ÷ the sum of the daily minimums
const THURSDAY = 4; // a week belongs to the month of its Thursday

/** The input for the customers of a beat. */
export interface BeatTask {
  readonly spec: BeatSpec;
  readonly rep: Rep;
  /** The territory, with the rep alone and without customers. */
  readonly ground: Territory;
  readonly month: DayRange;
  readonly seed: number;
}

/** A rep's customers, and whether they are enough for the policy's daily minimums. */
export interface Beat {
  readonly shops: readonly Shop[];
  readonly isFull: boolean;
}

/** The customers of a beat, on its streets or in its villages, with visit lines and without names. */
export function layOutBeat({ spec, rep, ground, month, seed }: BeatTask, spread: number): Beat {
  const { policy } = ground;
  const days = repDaysOf(ground, month);
  const shares = days.map(fullness);
  const minimum = shares.reduce((sum, share) => sum + limitsOf(policy).fewest[spec.setting] * share, 0);
  const weeks = daysOf(month).filter((day) => weekdayOf(day) === THURSDAY).length;
  const mix = tierMixFor({ customers: spec.customers, visits: MARGIN * minimum, weeks });

  const layOut = spec.setting === 'town' ? layOutTown : layOutCountry;
  const sites = layOut(spec.customers, spread, createRandom(seed));
  const task = { beat: spec, plane: planeAround(rep.start), mix, days: days.map(({ day }) => day) };
  const shops = drawShops(sites, task, createRandom(seed + 1));

  const customers = shops.map(({ customer }) => customer);
  const monthly = customers.flatMap(({ tier, tags }, i) =>
    tags.includes('collection-point') ? [] : [{ stop: i + 1, visits: MONTHLY_VISITS[tier] ?? 0 }],
  );
  const lines = visitLinesOf(monthly, { shares, visits: mix.visits }, travelTimesOf(policy, rep, customers));
  return {
    shops: shops.map((shop, i) => ({ ...shop, customer: { ...shop.customer, line: `${spec.rep}-${lines[i] ?? 1}` } })),
    isFull: mix.visits >= minimum,
  };
}
