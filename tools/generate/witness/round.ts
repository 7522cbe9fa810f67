import { present } from '../../../src/kernel/assert.ts';
import { type Beat, OFFICE, way } from './beat.ts';

/** A short round trip from the office through some stops: nearest neighbour, then 2-opt until nothing gets shorter. */
export function roundThrough(beat: Beat, stops: readonly number[]): readonly number[] {
  const round = nearestFirst(beat, stops);
  while (untangle(beat, round));
  return round;
}

/** Seconds on the way from the office through the stops and back. */
export function roundTime(beat: Beat, round: readonly number[]): number {
  return round.reduce((sum, stop, i) => sum + way(beat, round[i - 1] ?? OFFICE, stop), 0) + way(beat, round.at(-1) ?? OFFICE, OFFICE);
}

/** The best place for a stop in a round: its position, and the seconds it adds. */
export function bestPlace(beat: Beat, round: readonly number[], stop: number): { readonly position: number; readonly seconds: number } {
  let best = { position: 0, seconds: Infinity };
  for (let i = 0; i <= round.length; i++) {
    const from = round[i - 1] ?? OFFICE;
    const to = round[i] ?? OFFICE;
    const seconds = way(beat, from, stop) + way(beat, stop, to) - way(beat, from, to);
    if (seconds < best.seconds) best = { position: i, seconds };
  }
  return best;
}

function nearestFirst(beat: Beat, stops: readonly number[]): number[] {
  const left = new Set(stops);
  const round: number[] = [];
  for (let at = OFFICE; left.size > 0;) {
    let nearest: number | null = null;
    for (const stop of left) if (nearest === null || way(beat, at, stop) < way(beat, at, nearest)) nearest = stop;
    at = present(nearest, 'nearest stop');
    left.delete(at);
    round.push(at);
  }
  return round;
}

/** Turns round each stretch whose turning shortens the way; ways are as long there as back. */
function untangle(beat: Beat, round: number[]): boolean {
  let better = false;
  for (let i = 0; i < round.length - 1; i++) {
    for (let j = i + 1; j < round.length; j++) {
      const before = round[i - 1] ?? OFFICE;
      const first = round[i] ?? OFFICE;
      const last = round[j] ?? OFFICE;
      const after = round[j + 1] ?? OFFICE;
      if (way(beat, before, last) + way(beat, first, after) >= way(beat, before, first) + way(beat, last, after)) continue;
      round.splice(i, j - i + 1, ...round.slice(i, j + 1).toReversed());
      better = true;
    }
  }
  return better;
}
