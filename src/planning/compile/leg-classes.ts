import { type Transport, transportOf } from '../../domain/vehicle.ts';
import { present } from '../../kernel/assert.ts';
import type { Scene } from '../../rules/rule.ts';
import type { TravelTables } from '../../travel/travel-tables.ts';
import type { LegClass, WayTable } from '../../engine/problem/draft.ts';
import { FAR } from '../../engine/problem/layout.ts';
import type { LegTerm } from '../../terms/terms.ts';
import { type RankedWay, rankWays } from './rank-ways.ts';

/** The leg classes of a scene: slots with the same modes and leg terms share one. */
export interface ClassifiedLegs {
  readonly classes: readonly LegClass[];
  /** By leg class. One without a choice has a single free way or a single vehicle. */
  readonly modes: readonly ClassModes[];
  /** By slot: its leg class. */
  readonly classOf: readonly number[];
}

/** The modes of a leg class. */
export interface ClassModes {
  /** Free ways by rank. */
  readonly free: readonly RankedWay[];
  readonly vehicles: readonly string[];
}

/**
 * Computes time and cost of each leg by its ways: by free modes, ranked, and by each own vehicle. Leg terms forbid or
 * price. Where a leg class has a single way, the search has nothing to choose.
 */
export function classifyLegs(scene: Scene, travel: TravelTables, terms: readonly LegTerm[]): ClassifiedLegs {
  const ofSomeSlots = terms.filter(({ slots }) => slots !== undefined);
  const keys = scene.repDays.map(({ rep }, slot) => {
    const { vehicles, free } = transportOf(scene.territory.policy, rep);
    return [vehicles, free, ofSomeSlots.flatMap(({ slots }, index) => (slots?.includes(slot) === true ? [index] : []))].join(';');
  });
  const firsts = [...new Set(keys)].map((key) => keys.indexOf(key));
  const classes = firsts.map((slot) => {
    const transport = transportOf(scene.territory.policy, present(scene.repDays[slot], 'A slot').rep);
    const own = terms.filter(({ slots }) => slots?.includes(slot) ?? true);
    return makeClass(transport, travel.places.length ** 2, (mode) => tableOf(mode, travel, own));
  });
  return {
    classes: classes.map(({ legs }) => legs),
    modes: classes.map(({ modes }) => modes),
    classOf: keys.map((key) => firsts.indexOf(keys.indexOf(key))),
  };
}

/** Time and cost of legs by one mode under the leg terms. */
function tableOf(mode: string, travel: TravelTables, terms: readonly LegTerm[]): WayTable {
  const matrix = present(travel.matrices.get(mode), `Travel by ${mode}`);
  const own = terms.filter((term) => term.mode === mode);
  const places = travel.places.length;
  const time = new Int32Array(places * places).fill(FAR);
  const cost = new Int32Array(places * places).fill(FAR);
  for (let leg = 0; leg < places * places; leg++) {
    const seconds = matrix.seconds[leg] ?? -1;
    if (seconds < 0) continue;
    const from = Math.floor(leg / places);
    const extra = own.reduce((sum, term) => sum + term.price(from, leg % places, seconds, matrix.metres[leg] ?? 0), 0);
    if (seconds + extra >= FAR) continue;
    time[leg] = seconds;
    cost[leg] = seconds + extra;
  }
  return { time, cost };
}

interface MadeClass {
  readonly legs: LegClass;
  readonly modes: ClassModes;
}

function makeClass({ vehicles, free }: Transport, size: number, table: (mode: string) => WayTable): MadeClass {
  const ranked = rankWays(free, size, free.map(table));
  const rides = vehicles.map(table);
  const all = [...ranked, ...rides];
  const modes = { free: ranked, vehicles };
  const time = leastOf(all, size, (way) => way.time);
  const cost = leastOf(all, size, (way) => way.cost);
  const price = cost.map((least, leg) => (least === FAR ? 0 : least - (time[leg] ?? 0)));
  const ways = all.length > 1 ? { free: ranked, rides } : null;
  return { legs: { time, price: price.some((extra) => extra > 0) ? price : null, ways }, modes };
}

function leastOf(ways: readonly WayTable[], size: number, of: (way: WayTable) => Int32Array): Int32Array {
  const least = new Int32Array(size).fill(FAR);
  for (const way of ways) of(way).forEach((value, leg) => (least[leg] = Math.min(least[leg] ?? FAR, value)));
  return least;
}
