/** Most answers that are kept: they take 16 MB. */
const MOST_ANSWERS = 2 ** 20;

/**
 * The last answers to where a visit of a series fits best on a slot. Each has a cell of four numbers: the version of the
 * slot's row, the least delta or a bound of it, the position with a last bit of 1 where the delta is the least, the series.
 * In problems of more series and slots than it has cells, some share one: then the later answer replaces the earlier.
 */
export class Answers {
  readonly cells: Int32Array;
  readonly #slotCount: number;
  readonly #mask: number;

  constructor(seriesCount: number, slotCount: number, most = MOST_ANSWERS) {
    let size = 1;
    while (size < most && size < seriesCount * slotCount) size *= 2;
    this.cells = new Int32Array(4 * size);
    this.#slotCount = slotCount;
    this.#mask = size - 1;
  }

  /** Where the cell of a series and a slot begins. */
  cellOf(s: number, r: number): number {
    return ((s * this.#slotCount + r) & this.#mask) * 4;
  }

  forget(): void {
    this.cells.fill(0);
  }
}
