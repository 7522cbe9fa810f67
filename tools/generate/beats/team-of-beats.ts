import type { Customer } from '../../../src/domain/customer.ts';
import { assert, present } from '../../../src/kernel/assert.ts';
import { repId } from '../../../src/kernel/ids.ts';
import { createRandom } from '../../../src/kernel/random.ts';
import { draftOf, groundOf } from '../draft.ts';
import { type Namer, namesFrom } from '../people/names.ts';
import { type BeatSpec, type BeatsSpec, type RepSpec, type TeamSpec, plainTeam } from '../spec.ts';
import { between, plainRep, shiftsOf } from '../specs/people.ts';
import { fewestOn, loadOf } from '../witness/rep-month.ts';
import { beatExpectations } from './expectations.ts';
import { type Beat, type BeatTask, layOutBeat } from './lay-out-beat.ts';
import type { Shop } from './shops.ts';

const [TIGHTEST, WIDEST] = [0.2, 2.2]; // spreads that look like a town, or like villages
const [LEAST_LOAD, MOST_LOAD] = [0.82, 0.87]; // of the field time in the witness
const TURNS = 6; // trials of a spread
const MISSED = 0.03; // share of customers whose last visit was missed
const SEEDS_OF_A_BEAT = 20;

/** Describes a territory of beats in full: each rep with their customers. */
export function teamOfBeats(spec: BeatsSpec): TeamSpec {
  const base: TeamSpec = { ...plainTeam, ...spec, by: 'team', missed: MISSED, groups: [], reps: [], horizons: [] };
  const beats = spec.beats.map((beat, i) => beatOf(beat, { ...base, reps: [repOf(beat)] }, spec.seed * 10_000 + i * SEEDS_OF_A_BEAT));
  const namer = namesFrom(createRandom(spec.seed));
  const customers = beats.flatMap(({ shops }, i) => shops.map((shop) => named(shop, present(spec.beats[i], 'beat'), namer)));
  const isFull = beats.every((beat) => beat.isFull);
  return {
    ...base,
    reps: spec.beats.map(repOf),
    customers,
    lastVisits: Object.fromEntries(customers.flatMap(({ id, status }) => (status === 'new' ? [[id, null] as const] : []))),
    horizons: spec.horizons.map((horizon) => ({ ...horizon, unserved: 0, expectations: beatExpectations(spec, horizon, isFull) })),
  };
}

const repOf = ({ rep, repName, office, area, leave, vehicles, modes }: BeatSpec): RepSpec => ({
  ...plainRep,
  id: repId(rep),
  name: repName,
  post: 'account-manager',
  at: office,
  shifts: shiftsOf(between('08:00', '17:30')),
  leave,
  vehicles,
  modes,
  areas: [area],
});

/** A beat with the spread of its spec, or else with the widest spread found for which the witness has room for all visits. */
function beatOf(spec: BeatSpec, team: TeamSpec, seed: number): Beat {
  const ground = groundOf(team);
  const task: BeatTask = { spec, rep: present(ground.reps[0], 'rep'), ground, month: team.month, seed };
  if (spec.spread !== null) return layOutBeat(task, spec.spread);
  let [tight, wide] = [TIGHTEST, WIDEST];
  let best: Beat | null = null;
  for (let turn = 0; turn < TURNS; turn++) {
    const spread = (tight + wide) / 2;
    const beat = layOutBeat(task, spread);
    const load = witnessLoad(beat, team);
    if (load > MOST_LOAD) wide = spread;
    else [tight, best] = [spread, beat];
    if (load >= LEAST_LOAD && load <= MOST_LOAD) break;
  }
  assert(best !== null, 'no witness was found', { rep: spec.rep, seed });
  return best;
}

/** The load of a beat's witness; Infinity where a visit of this month or the last has no room, or a day has too few visits. */
function witnessLoad({ shops, isFull }: Beat, team: TeamSpec): number {
  const { witness, territory } = draftOf({ ...team, customers: shops.map(({ customer }) => customer) });
  const visited = new Set(territory.history.map(({ customer }) => customer));
  const isUnvisited = territory.customers.some(({ id }) => !visited.has(id));
  const rep = present(witness.reps[0], 'rep');
  const isShort = isFull && rep.orders.some((order, d) => order.length < fewestOn(rep, d));
  return witness.unserved.length > 0 || isUnvisited || isShort ? Infinity : loadOf(rep);
}

function named({ customer, quarter }: Shop, { rep, setting }: BeatSpec, namer: Namer): Customer {
  const village = quarter === 0 ? null : `${rep}/${quarter}`;
  return { ...customer, name: setting === 'town' ? namer.townShop() : namer.villageShop(village) };
}
