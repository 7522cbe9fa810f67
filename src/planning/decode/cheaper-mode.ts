import type { CheaperMode } from '../../domain/plan.ts';
import { present } from '../../kernel/assert.ts';
import type { TravelTables } from '../../travel/travel-tables.ts';
import { FAR } from '../../engine/problem/layout.ts';
import type { LaidWay, LaidWays } from '../../engine/slot/laid-slot.ts';
import { layOutWays } from '../../engine/slot/lay-out-slot.ts';
import type { CompiledProblem } from '../compile/compile-problem.ts';
import type { DayInField } from './day-in-field.ts';

/** The i-th leg of a day and its mode. */
export interface LegByMode {
  readonly day: DayInField;
  readonly i: number;
  readonly mode: string;
}

/** The mode that is cheapest for a leg alone, if it is another, and the reason why the day does not use it. */
export function cheaperMode(compiled: CompiledProblem, travel: TravelTables, { day, i, mode }: LegByMode): CheaperMode | null {
  const { slot, laid, visits } = day;
  const options = optionsOf(compiled, travel, day, i);
  const used = present(
    options.find((option) => option.mode === mode),
    'The mode of a leg',
  );
  const cheapest = options.reduce((least, option) => (option.cost < least.cost ? option : least), used);
  if (cheapest.cost >= used.cost) return null;
  if (cheapest.rank === null || used.rank === null) return { mode: cheapest.mode, because: 'vehicle' };
  const way = { free: cheapest.rank, time: cheapest.time, price: cheapest.cost - cheapest.time };
  const ways = replaced(present(laid.ways, 'Ways'), i, way);
  return { mode: cheapest.mode, because: layOutWays(compiled.problem, slot, visits, ways) === null ? 'late' : 'day' };
}

/** A mode for a leg: its rank among the free ways, null for an own vehicle; time and cost. */
interface Option {
  readonly mode: string;
  readonly rank: number | null;
  readonly time: number;
  readonly cost: number;
}

function optionsOf({ legs, problem }: CompiledProblem, travel: TravelTables, { slot, places }: DayInField, i: number): readonly Option[] {
  const legClass = legs.classOf[slot] ?? -1;
  const modes = present(legs.modes[legClass], 'The modes of a leg class');
  const size = travel.places.length;
  const leg = travel.indexOf(present(places[i], 'A place')) * size + travel.indexOf(present(places[i + 1], 'A place'));
  const first = present(problem.ways.byClass[legClass], 'A leg class');
  const option = (mode: string, rank: number | null, way: number): Option => ({
    mode,
    rank,
    time: problem.ways.time[way * size * size + leg] ?? FAR,
    cost: problem.ways.cost[way * size * size + leg] ?? FAR,
  });
  return [
    ...modes.free.flatMap(({ modes: ids, modeOf }, rank) => {
      const free = ids[modeOf[leg] ?? -1];
      return free === undefined ? [] : [option(free, rank, first + rank)];
    }),
    ...modes.vehicles.map((vehicle, v) => option(vehicle, null, first + modes.free.length + v)),
  ];
}

const replaced = (ways: LaidWays, i: number, way: Omit<LaidWay, 'away'>): LaidWays => ({
  ...ways,
  legs: ways.legs.map((leg, at) => (at === i ? { ...way, away: leg.away } : leg)),
});
