type Table = Int32Array | Float64Array | Uint8Array | Int8Array;
type Kind<T extends Table> = { new (buffer: SharedArrayBuffer): T; readonly BYTES_PER_ELEMENT: number };

/** A typed array in memory that all workers see: of a length, filled with zeros, or of the given numbers. */
export function shared<T extends Table>(kind: Kind<T>, content: number | readonly number[]): T {
  const length = typeof content === 'number' ? content : content.length;
  const table = new kind(new SharedArrayBuffer(length * kind.BYTES_PER_ELEMENT));
  if (typeof content !== 'number') table.set(content);
  return table;
}

/** Where the entries of each row begin when rows of these lengths lie one after the other, and where the last ends. */
export function csr(lengths: readonly number[]): Int32Array {
  const starts = shared(Int32Array, lengths.length + 1);
  lengths.forEach((length, row) => {
    starts[row + 1] = (starts[row] ?? 0) + length;
  });
  return starts;
}
