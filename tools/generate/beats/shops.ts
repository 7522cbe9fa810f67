import type { Day } from '../../../src/domain/calendar.ts';
import type { Customer } from '../../../src/domain/customer.ts';
import { customerId, repId } from '../../../src/kernel/ids.ts';
import { present } from '../../../src/kernel/assert.ts';
import type { Random } from '../../../src/kernel/random.ts';
import { minutes } from '../../../src/kernel/units.ts';
import type { Plane } from '../map/plane.ts';
import type { Site } from '../map/site.ts';
import type { BeatSpec } from '../spec.ts';
import { plainCustomer } from '../people/customers.ts';
import { drawOpening } from '../people/opening.ts';
import type { TierMix } from './tier-mix.ts';

/** A customer without name and visit line, and its place on the map. */
export interface Shop {
  readonly customer: Customer;
  /** Number of its quarter or village. */
  readonly quarter: number;
}

/** The input for shops. */
export interface ShopTask {
  readonly beat: BeatSpec;
  readonly plane: Plane;
  readonly mix: TierMix;
  /** A few shops are closed on one of these days. */
  readonly days: readonly Day[];
}

/** Sales of small shops follow a Pareto law: a fifth of the shops sells four fifths. */
const PARETO_EXPONENT = 1.16;

/** Makes a shop at each site. */
export function drawShops(sites: readonly Site[], task: ShopTask, random: Random): readonly Shop[] {
  const { beat, mix } = task;
  const drawn = sites.map((site, i) => ({ site, number: i + 1, sales: (1 - random.next()) ** (-1 / PARETO_EXPONENT), lot: random.next() }));
  const points = new Set(drawn.toSorted((a, b) => a.lot - b.lot).slice(0, mix.collectionPoints));
  const bySales = drawn.toSorted((a, b) => b.sales - a.sales || a.number - b.number);
  const others = bySales.filter((shop) => !points.has(shop));
  const tiers = new Map(others.map((shop, i) => [shop, mix.tierAt(i)]));
  for (const point of points) tiers.set(point, mix.tierAt(Math.round((bySales.indexOf(point) / bySales.length) * others.length)));

  return drawn.map((shop) => {
    const tier = present(tiers.get(shop), 'tier');
    const isNew = !points.has(shop) && tier !== 'A' && random.next() < 0.02;
    const tags = points.has(shop) ? ['collection-point'] : isNew ? [] : focusTags(tier, random);
    const hours = drawOpening(random);
    return {
      customer: {
        id: customerId(`${beat.prefix}${String(shop.number).padStart(3, '0')}`),
        name: '',
        location: task.plane.locate(shop.site.point),
        setting: beat.setting,
        tier,
        ...plainCustomer,
        status: isNew ? 'new' : 'retained',
        tags,
        dwell: random.next() < 0.025 ? minutes(random.next() < 0.5 ? 12 : 15) : null,
        hours,
        closedDays: random.next() < 0.02 ? [present(task.days[random.below(task.days.length)], 'day')] : [],
        requiredRep: repId(beat.rep),
        area: beat.area,
        allowedModes: random.next() < 0.02 ? ['e-bike', 'bicycle', ...beat.modes] : null,
      },
      quarter: shop.site.quarter,
    };
  });
}

/** Tags of the focus phase: volatile demand in all tiers, enterprise grade in tier A. */
function focusTags(tier: string, random: Random): readonly string[] {
  const lot = random.next();
  if (lot < 0.05) return ['volatile'];
  return tier === 'A' && lot < 0.15 ? ['enterprise'] : [];
}
