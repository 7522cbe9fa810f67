/** Visits that are on no slot, those that came last at the end unless others left since. */
export class Bank {
  size = 0;
  /** The first `size` of these. */
  readonly visits: Int32Array;
  /** [n] position of a visit in the bank, -1 for none. */
  readonly #index: Int32Array;

  /** A bank that holds all visits of a problem. */
  constructor(visitCount: number) {
    this.visits = new Int32Array(visitCount);
    this.#index = new Int32Array(visitCount).fill(-1);
    for (let v = 0; v < visitCount; v++) this.add(v);
  }

  /** Whether a visit is in the bank. */
  has(v: number): boolean {
    return this.#index[v] >= 0;
  }

  /** Adds a visit, once. */
  add(v: number): void {
    if (this.#index[v] >= 0) return;
    this.#index[v] = this.size;
    this.visits[this.size++] = v;
  }

  /** Takes a visit out; the last one moves into its place. */
  remove(v: number): void {
    const index = this.#index[v];
    const last = this.visits[--this.size];
    this.visits[index] = last;
    this.#index[last] = index;
    this.#index[v] = -1;
  }
}
