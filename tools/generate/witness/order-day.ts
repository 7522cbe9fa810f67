import { type DayTask, type Walk, walkDay } from './walk-day.ts';

const SHUT = 36_000; // seconds: price of a shut door
const LATE = 10; // times the seconds by which the first visit is late, or the end

/** A day's customers in an order that ends early and finds all doors open, as far as turning and moving stretches gets. */
export function orderDay(task: DayTask, stops: readonly number[], firstBy: number): readonly number[] {
  const price = (round: readonly number[]) => priceOf(walkDay(task, round), task, firstBy);
  let round = stops;
  let best = price(round);
  for (let better = true; better;) {
    better = false;
    for (const candidate of neighbours(round)) {
      const found = price(candidate);
      if (found >= best) continue;
      [round, best, better] = [candidate, found, true];
      break;
    }
  }
  return round;
}

function priceOf({ first, end, missed }: Walk, { day }: DayTask, firstBy: number): number {
  return end + missed * SHUT + LATE * (Math.max(0, first - firstBy) + Math.max(0, end - day.field.until));
}

/** Every order with one stretch turned round, or up to three stops moved elsewhere. */
function* neighbours(round: readonly number[]): Generator<readonly number[]> {
  for (let i = 0; i < round.length; i++) {
    for (let j = i + 1; j < round.length; j++) yield [...round.slice(0, i), ...round.slice(i, j + 1).toReversed(), ...round.slice(j + 1)];
  }
  for (const length of [1, 2, 3]) {
    for (let i = 0; i + length <= round.length; i++) {
      const rest = [...round.slice(0, i), ...round.slice(i + length)];
      for (let to = 0; to <= rest.length; to++)
        if (to !== i) yield [...rest.slice(0, to), ...round.slice(i, i + length), ...rest.slice(to)];
    }
  }
}
