import { type Transport, transportOf } from '../../domain/vehicle.ts';
import { present } from '../../kernel/assert.ts';
import type { Scene } from '../../rules/rule.ts';
import type { TravelTables } from '../../travel/travel-tables.ts';
import type { LegClass } from '../problem/draft.ts';
import { FAR } from '../problem/layout.ts';
import type { LegTerm } from '../problem/terms.ts';

/** Legs as the slots meet them, and with which mode each leg of a class goes. */
export interface ClassifiedLegs {
  readonly classes: readonly LegClass[];
  /** By class: the modes it chooses from, and the index among them that each leg takes, -1 for none. */
  readonly modes: readonly { readonly ids: readonly string[]; readonly taken: Int8Array }[];
  /** By slot: its class. */
  readonly classOf: readonly number[];
}

/**
 * Settles how each leg is made, once: by the day's own vehicle, or by the free mode that costs least in
 * time and prices. Slots with the same modes share a class. Leg terms forbid or price.
 */
export function classifyLegs(scene: Scene, travel: TravelTables, terms: readonly LegTerm[]): ClassifiedLegs {
  const modesBySlot = scene.repDays.map(({ rep }) => settled(transportOf(scene.territory.policy, rep)));
  const keys = [...new Set(modesBySlot.map((ids) => ids.join()))];
  const choices = keys.map((key) => chooseModes(key === '' ? [] : key.split(','), travel, terms));
  return {
    classes: choices.map(({ legs }) => legs),
    modes: choices.map(({ ids, taken }) => ({ ids, taken })),
    classOf: modesBySlot.map((ids) => keys.indexOf(ids.join())),
  };
}

/** One vehicle for the whole day, or else the free modes. */
const settled = ({ vehicles, free }: Transport): readonly string[] => (vehicles.length > 0 ? vehicles.slice(0, 1) : free);

function chooseModes(ids: readonly string[], travel: TravelTables, terms: readonly LegTerm[]) {
  const places = travel.places.length;
  const time = new Int32Array(places * places).fill(FAR);
  const price = new Int32Array(places * places);
  const taken = new Int8Array(places * places).fill(-1);
  ids.forEach((id, mode) => {
    const matrix = present(travel.matrices.get(id), `Travel by ${id}`);
    const own = terms.filter((term) => term.mode === id);
    for (let leg = 0; leg < places * places; leg++) {
      const seconds = matrix.seconds[leg] ?? -1;
      if (seconds < 0) continue;
      const from = Math.floor(leg / places);
      const extra = own.reduce((sum, term) => sum + term.price(from, leg % places, seconds, matrix.metres[leg] ?? 0), 0);
      if (extra === Infinity || seconds + extra >= (time[leg] ?? FAR) + (price[leg] ?? 0)) continue;
      time[leg] = seconds;
      price[leg] = extra;
      taken[leg] = mode;
    }
  });
  return { ids, taken, legs: { time, price: price.some((extra) => extra > 0) ? price : null } };
}
