import type { Breaks } from '../problem/layout.ts';

/**
 * The clock on one leg: when a further break could begin, and when the rep arrives with the breaks taken so far. A break
 * begins as soon as its window and the breaks before it allow, and falls into travel or into waiting after it; so with a
 * break from e on and of length d, an arrival at t becomes one at max(t, e) + d.
 */
export class LegClock {
  /** Seconds of the day: the arrival; the end of the last break, or the departure. */
  arrival = 0;
  now = 0;
  readonly #earliest: Int32Array;
  readonly #duration: Int32Array;

  constructor({ earliest, duration }: Breaks) {
    this.#earliest = earliest;
    this.#duration = duration;
  }

  /** Departs at a time on a leg of so many seconds. */
  depart(time: number, travel: number): void {
    this.now = time;
    this.arrival = time + travel;
  }

  /** When break b would begin. */
  beginOf(b: number): number {
    const earliest = this.#earliest[b];
    return this.now > earliest ? this.now : earliest;
  }

  /** Takes break b. */
  take(b: number): void {
    const earliest = this.#earliest[b];
    const duration = this.#duration[b];
    this.now = (this.now > earliest ? this.now : earliest) + duration;
    this.arrival = (this.arrival > earliest ? this.arrival : earliest) + duration;
  }
}
