import { holds } from '../../domain/calendar.ts';
import { coversAreaOf, mayMake } from '../../domain/may-serve.ts';
import { modesOf } from '../../domain/vehicle.ts';
import type { RepDay } from '../../domain/rep-day/rep-day.ts';
import type { Rep } from '../../domain/rep.ts';
import type { Text } from '../../kernel/text.ts';
import { type Alone, visitOf } from './alone.ts';
import { fill, repsText } from './words.ts';

/** The reps who may make a visit, as far as the policy's rules on reps and areas go. */
export function ableReps({ territory, series }: Pick<Alone, 'territory' | 'series'>): readonly Rep[] {
  const { policy, reps } = territory;
  const has = (rule: string) => policy.rules.some((instance) => instance.rule === rule && instance.price === 'must');
  return reps.filter(
    (rep) => (!has('stop/allowed-rep') || mayMake(rep, series)) && (!has('stop/allowed-area') || coversAreaOf(rep, series.customer)),
  );
}

/** Names of reps, with the remark that the customer requires the only one. */
export function whoText({ series }: Pick<Alone, 'series'>, reps: readonly Rep[]): Text {
  const [only] = reps;
  const who = repsText(reps);
  if (reps.length !== 1 || only?.id !== series.customer.requiredRep) return who;
  return fill({ en: '{who}, whom it requires,', zh: '指定的{who}' }, { who });
}

/** The time that a visit takes alone, and the travel in it: the shortest way there and back of a rep who may make it; 0 where there is none. */
export function timeWithTravel(alone: Alone): { readonly all: number; readonly travel: number } {
  const { territory, series, travel } = alone;
  const trips = ableReps(alone).flatMap((rep) =>
    modesOf(territory.policy, rep).flatMap((mode) => {
      const there = travel.between(rep.start, series.customer.location, mode);
      const back = travel.between(series.customer.location, rep.end, mode);
      return there === null || back === null ? [] : [there.seconds + back.seconds];
    }),
  );
  const shortest = trips.length === 0 ? 0 : Math.min(...trips);
  return { all: series.dwell + shortest, travel: shortest };
}

/** The longest time in the field of a day of the visit, overtime included where the policy allows it. */
export function longestDay(alone: Alone): number {
  return Math.max(0, ...ableDays(alone).map(({ field }) => field.until - field.from)) + mostOvertime(alone);
}

/** The most time after the shift that the policy allows, at a price. */
export function mostOvertime({ territory }: Pick<Alone, 'territory'>): number {
  const instance = territory.policy.rules.find(({ rule }) => rule === 'day/shift');
  return instance !== undefined && instance.price !== 'must' ? Number(instance.params['mostOvertime'] ?? 0) : 0;
}

/** The longest shift of a day of the visit. */
export const longestShift = (alone: Alone): number => Math.max(0, ...ableDays(alone).map(({ shift }) => shift.until - shift.from));

/** The rep-days of those who may make the visit, on its days. */
function ableDays(alone: Alone): readonly RepDay[] {
  const reps = new Set(ableReps(alone).map(({ id }) => id));
  return alone.repDays.filter(({ rep, day }) => reps.has(rep.id) && holds(visitOf(alone).days, day));
}
