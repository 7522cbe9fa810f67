type Table = Int32Array | Float64Array | Uint8Array | Int8Array;
type TableType<T extends Table> = { new (buffer: SharedArrayBuffer): T; readonly BYTES_PER_ELEMENT: number };

/** A typed array in memory that all workers see: of a length, filled with zeros, or of the given numbers. */
export function shared<T extends Table>(type: TableType<T>, content: number | readonly number[]): T {
  const length = typeof content === 'number' ? content : content.length;
  const table = new type(new SharedArrayBuffer(length * type.BYTES_PER_ELEMENT));
  if (typeof content !== 'number') table.set(content);
  return table;
}

/** Whole numbers in memory that all workers see, one for each entry. */
export const ints = <T>(entries: readonly T[], of: (entry: T) => number): Int32Array => shared(Int32Array, entries.map(of));

/** The same for numbers that may be fractions. */
export const floats = <T>(entries: readonly T[], of: (entry: T) => number): Float64Array => shared(Float64Array, entries.map(of));

/** Where the entries of each row begin when rows of these lengths lie one after the other, and where the last ends. */
export function csr(lengths: readonly number[]): Int32Array {
  const starts = shared(Int32Array, lengths.length + 1);
  lengths.forEach((length, row) => {
    starts[row + 1] = (starts[row] ?? 0) + length;
  });
  return starts;
}

/** Entries row after row, in the order given within each, and where each row begins. */
export interface Rowed<T> {
  readonly starts: Int32Array;
  readonly entries: readonly T[];
}

/** Sorts entries into rows. */
export function byRow<T>(rowCount: number, entries: readonly T[], rowOf: (entry: T) => number): Rowed<T> {
  const groups = Map.groupBy(entries, rowOf);
  const rows = Array.from({ length: rowCount }, (_, row) => groups.get(row) ?? []);
  return { starts: csr(rows.map(({ length }) => length)), entries: rows.flat() };
}
