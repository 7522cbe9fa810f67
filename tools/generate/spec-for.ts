import type { Day } from '../../src/domain/calendar.ts';
import type { BeatSpec, BeatsSpec } from './spec.ts';
import { BEFORE_WEEK, secondWeek, wholeMonth } from './specs/december.ts';
import { byEBike, tobaccoGround } from './specs/tobacco-beats.ts';
import { valueErrors } from '../../src/contract/reading/value-errors.ts';
import { refuse } from '../../src/kernel/finding.ts';

/** The options of a generated territory. */
export interface TerritoryOptions {
  readonly name: string;
  readonly seed: number;
  readonly customers?: number;
  readonly reps?: number;
}

const USUAL = 250; // customers of a rep unless given
const [FEWEST, MOST] = [20, 400]; // customers of a rep with whom a witness can be planned
const BETWEEN_OFFICES = 22_000; // metres

/**
 * The spec of a generated territory: beats in town and in the country in turn, the same number of customers for each rep,
 * the same month as the fixtures. Throws a `PlanningError` where a rep would have too few or too many customers.
 */
export function specFor({ name, seed, ...options }: TerritoryOptions): BeatsSpec {
  const reps = options.reps ?? Math.max(1, Math.round((options.customers ?? USUAL) / USUAL));
  const customers = options.customers ?? reps * USUAL;
  const [least, most] = [Math.floor(customers / reps), Math.ceil(customers / reps)];
  if (least < FEWEST || most > MOST) {
    const range = `from ${reps * FEWEST} to ${reps * MOST} for ${reps} ${reps === 1 ? 'rep' : 'reps'}`;
    refuse([valueErrors.outOfRange({ at: { file: '--customers' }, value: customers, range })]);
  }
  const beats = Array.from({ length: reps }, (_, i) => beatAt(i, { reps, customers: i < customers % reps ? most : least }));
  return {
    ...tobaccoGround,
    id: name,
    name,
    purpose: 'A made-up territory to try things on.',
    seed,
    beats,
    historyUntil: BEFORE_WEEK,
    history: null,
    horizons: [secondWeek, { ...wholeMonth, file: 'expect-month.json' }],
  };
}

/** One of the beats, with its office on a square grid around the middle. */
function beatAt(i: number, { reps, customers }: { readonly reps: number; readonly customers: number }): BeatSpec {
  const side = Math.ceil(Math.sqrt(reps));
  const inTown = i % 2 === 0;
  const number = Math.floor(i / 2) + 1;
  const leave: readonly Day[] = [];
  return {
    ...byEBike,
    rep: `${inTown ? 'T' : 'V'}${number}`,
    repName: `${inTown ? '城区' : '农村'}客户经理${number}`,
    prefix: `${inTown ? 'T' : 'V'}${number}-`,
    area: `${inTown ? '城区' : '农村'}${number}`,
    setting: inTown ? 'town' : 'country',
    customers,
    spread: null,
    office: { east: ((i % side) - (side - 1) / 2) * BETWEEN_OFFICES, north: (Math.floor(i / side) - (side - 1) / 2) * BETWEEN_OFFICES },
    leave,
  };
}
