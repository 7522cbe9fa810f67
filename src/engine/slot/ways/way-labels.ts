/** A label's state is the number of breaks taken, shifted by so many bits, and the stops since the vehicle was parked. */
export const AWAY_BITS = 6;
/** The bits of the latter. */
export const AWAY_MASK = (1 << AWAY_BITS) - 1;

/**
 * Labels by position of a row: when the rep is ready to leave, what was paid, how many breaks were taken and how
 * many stops ago the vehicle was parked. Of two labels of a position whose states are equal, one that is no better in
 * the rest is dropped.
 */
export class WayLabels {
  /** Seconds of the day; prices, as time; seconds of travel. */
  time = new Int32Array(1024);
  price = new Float64Array(1024);
  travel = new Int32Array(1024);
  /** See `AWAY_BITS`. */
  state = new Int32Array(1024);
  /** The label before, and how the leg between them was made. */
  parent = new Int32Array(1024);
  move = new Int32Array(1024);
  count = 0;
  /** Index of the first label at the position that is being reached. */
  begin = 0;
  /** Whether travel counts when labels are compared. */
  hasTravel = false;

  /** Starts anew with the label of a row's start. */
  reset(start: number, hasTravel: boolean): void {
    this.hasTravel = hasTravel;
    this.count = 0;
    this.begin = 0;
    this.add(start, 0, 0, 0);
    this.parent[0] = -1;
    this.move[0] = 0;
  }

  /** Keeps a label of the position unless another is as good; returns its index, or -1. */
  offer(time: number, price: number, travel: number, state: number): number {
    for (let l = this.begin; l < this.count; l++) {
      if (this.state[l] !== state) continue;
      const isSooner = this.time[l] <= time;
      const isCheaper = this.price[l] <= price;
      if (isSooner && isCheaper && !(this.hasTravel && this.travel[l] > travel)) return -1;
      if (this.time[l] < time || this.price[l] < price || (this.hasTravel && this.travel[l] < travel)) continue;
      this.#drop(l--);
    }
    return this.add(time, price, travel, state);
  }

  /** Adds a label. */
  add(time: number, price: number, travel: number, state: number): number {
    if (this.count === this.time.length) this.#grow();
    const l = this.count++;
    this.time[l] = time;
    this.price[l] = price;
    this.travel[l] = travel;
    this.state[l] = state;
    return l;
  }

  /** Moves the last label of the position into the place of one that is dropped. */
  #drop(l: number): void {
    const last = --this.count;
    this.time[l] = this.time[last];
    this.price[l] = this.price[last];
    this.travel[l] = this.travel[last];
    this.state[l] = this.state[last];
    this.parent[l] = this.parent[last];
    this.move[l] = this.move[last];
  }

  #grow(): void {
    const size = this.time.length * 2;
    const price = new Float64Array(size);
    price.set(this.price);
    this.price = price;
    this.time = longer(this.time, size);
    this.travel = longer(this.travel, size);
    this.state = longer(this.state, size);
    this.parent = longer(this.parent, size);
    this.move = longer(this.move, size);
  }
}

function longer(array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(size);
  grown.set(array);
  return grown;
}
