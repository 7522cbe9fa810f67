import { type Day, type DayRange, addDays, monthOf } from '../../src/domain/calendar.ts';
import { type RepDay, repDaysOf } from '../../src/domain/rep-day/rep-day.ts';
import type { Rep } from '../../src/domain/rep.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { assert } from '../../src/kernel/assert.ts';
import { createRandom } from '../../src/kernel/random.ts';
import { type PastDays, carryOut } from './history.ts';
import { layOutCountry } from './map/country.ts';
import { planeAround } from './map/plane.ts';
import { layOutTown } from './map/town.ts';
import { type Shop, drawShops } from './people/shops.ts';
import { type TierMix, tierMixFor } from './people/tier-mix.ts';
import type { BeatSpec } from './spec.ts';
import { weeksOf } from './witness/asked.ts';
import { type Beat, beatOf } from './witness/beat.ts';
import { type FinishedMonth, finishMonth } from './witness/finish.ts';
import type { MonthTask } from './witness/month-task.ts';
import { planMonth } from './witness/plan-month.ts';
import { promisesOf } from './witness/promises.ts';
import { type Zones, zonesOf } from './witness/zones.ts';

const LOAD = 0.845; // of the field time in the witness
const CLOSE = 0.025; // near enough to it
const MARGIN = 1.055; // visits asked ÷ visits that the minimums ask
const SHORT_DAY = 1.08; // visits near the office ÷ those that a short day must have
const [TIGHTEST, WIDEST] = [0.2, 2.2]; // spreads that look like a town, or like villages
const [ATTEMPTS, TURNS] = [5, 16];
const DICE = 3; // seeds of one attempt

/** What a beat is laid out from. */
export interface BeatTask {
  readonly spec: BeatSpec;
  readonly rep: Rep;
  /** The territory, still without customers. */
  readonly ground: Territory;
  readonly month: DayRange;
  readonly seed: number;
}

/** A rep's customers, their visits before the month, and the witness that the month can be done. */
export interface LaidOutBeat {
  readonly rep: Rep;
  readonly shops: readonly Shop[];
  readonly beat: Beat;
  readonly zones: Zones;
  readonly past: PastDays;
  readonly month: FinishedMonth;
  /** Visits that the policy's daily minimums come to in the month, with a fraction. */
  readonly minimum: number;
  /** Whether there are customers enough for the daily minimums. */
  readonly full: boolean;
}

/**
 * Lays a beat out so wide that its witness fills the days as it should. A beat with few customers stays
 * less than full; it may not be wider than a town or a day's ride is.
 */
export function layOutBeat(task: BeatTask): LaidOutBeat {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = widenUntilFull({ ...task, seed: task.seed + attempt * DICE });
    if (found !== null) return found;
  }
  assert(false, 'no witness was found', { rep: task.spec.rep, seed: task.seed });
}

/** Halves the range of spreads until the witness is as loaded as it should be; null when chance is against it. */
function widenUntilFull(task: BeatTask): LaidOutBeat | null {
  let [tight, wide] = [TIGHTEST, WIDEST];
  const widest = layOutAt(task, wide);
  if (widest.month.load < LOAD && widest.month.problems.length === 0) return widest;
  for (let turn = 0; turn < TURNS; turn++) {
    const spread = (tight + wide) / 2;
    const found = layOutAt(task, spread);
    if (found.month.problems.length === 0 && Math.abs(found.month.load - LOAD) < CLOSE) return found;
    if (found.month.load < LOAD) tight = spread;
    else wide = spread;
    // Close to the goal chance decides more than the spread: look around once more.
    if (wide - tight < 0.005) [tight, wide] = [tight * 0.9, wide * 1.08];
  }
  return null;
}

function layOutAt(task: BeatTask, spread: number): LaidOutBeat {
  const { spec, rep, ground, month, seed } = task;
  const { fewest, firstBy } = promisesOf(ground.policy);
  const days = daysIn(task, month);
  const minimum = days.reduce((sum, day) => sum + fewest[spec.setting] * fullness(day), 0);
  const wanted = MARGIN * minimum;
  const mix = tierMixFor({ customers: spec.customers, visits: wanted, weeks: weeksOf(month, days.map(dateOf)).length });

  const shops = shopsAt(task, spread, mix);
  const beat = beatOf(
    ground.policy,
    shops.map(({ customer }) => customer),
    rep.start,
  );
  // With too few customers for the minimums a day has what it gets.
  const full = mix.visits >= minimum;
  const least = full ? fewest[spec.setting] : 0;
  const shortDay = Math.min(...days.map(fullness)) * fewest[spec.setting];
  const zones = zonesOf(beat, SHORT_DAY * shortDay * Math.min(1, mix.visits / wanted));
  const parts: MonthParts = { ...task, beat, zones, least };

  const earlier = monthTask(parts, monthOf(addDays(month.first, -1)), new Map());
  const past = carryOut(planMonth(earlier), { beat, calendar: ground.calendar }, createRandom(seed + 2));
  const witness = monthTask(parts, month, past);
  return { rep, shops, beat, zones, past, month: finishMonth(witness, planMonth(witness), firstBy), minimum, full };
}

function shopsAt(task: BeatTask, spread: number, mix: TierMix): readonly Shop[] {
  const { spec, rep, month, seed } = task;
  const layOut = spec.setting === 'town' ? layOutTown : layOutCountry;
  const sites = layOut(spec.customers, spread, createRandom(seed));
  const days = daysIn(task, month).map(dateOf);
  return drawShops(sites, { beat: spec, plane: planeAround(rep.start), mix, days }, createRandom(seed + 1));
}

interface MonthParts extends BeatTask {
  readonly beat: Beat;
  readonly zones: Zones;
  /** Fewest visits on a full day, with a fraction. */
  readonly least: number;
}

function monthTask(parts: MonthParts, month: DayRange, past: PastDays): MonthTask {
  const { ground, beat, zones, least } = parts;
  const { tags, fromDay, untilDay } = promisesOf(ground.policy).focus;
  const phase = { first: addDays(month.first, fromDay - 1), last: addDays(month.first, untilDay - 1) };
  const days = daysIn(parts, month);
  return {
    policy: ground.policy,
    calendar: ground.calendar,
    beat,
    zones,
    month,
    days,
    floors: days.map((day) => Math.ceil(least * fullness(day))),
    before: beat.customers.map((_, i): Day | null => past.get(i + 1)?.at(-1) ?? null),
    focus: beat.customers.map((customer) => (customer.tags.some((tag) => tags.includes(tag)) ? phase : null)),
  };
}

const daysIn = ({ ground, rep }: BeatTask, range: DayRange): readonly RepDay[] => repDaysOf({ ...ground, reps: [rep] }, range);

const dateOf = ({ day }: RepDay): Day => day;

/** How much of a full day's field time a day has. */
const fullness = ({ fieldTime, fullFieldTime }: RepDay): number => fieldTime / fullFieldTime;
