import { clip } from '../../kernel/clip.ts';
import type { FindingValue, Place, PlacedValue } from '../../kernel/finding.ts';

/** The path of a value in a document: names of fields and positions in lists. */
export type Path = readonly PropertyKey[];

/** A value of the input, from a table or a document, with the place of each of its parts. */
export interface Source {
  readonly value: unknown;
  readonly placeOf: (path: Path) => Place;
}

/** The part of a source at a path. */
export const partOf = (source: Source, ...path: Path): Source => ({
  value: valueAt(source.value, path),
  placeOf: (rest) => source.placeOf([...path, ...rest]),
});

/** The entries of a list. Anything but a list gives none: the schema reports it. */
export function recordsOf(source: Source): readonly Source[] {
  return Array.isArray(source.value) ? source.value.map((_, i) => partOf(source, i)) : [];
}

/** A JSON document as a source: its places are JSON pointers. */
export const documentSource = (file: string, value: unknown): Source => ({
  value,
  placeOf: (path) => (path.length === 0 ? { file } : { file, pointer: pointerOf(path) }),
});

const pointerOf = (path: Path) => path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The value at a path, or undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  let part: unknown = value;
  for (const step of path) {
    if (typeof part !== 'object' || part === null) return undefined;
    part = (part as Readonly<Record<PropertyKey, unknown>>)[step];
  }
  return part;
}

/** The place of a path with the value there, for a finding. Long values are cut. */
export function placedValueAt(source: Source, ...path: Path): PlacedValue {
  const value = findingValue(valueAt(source.value, path));
  return { at: source.placeOf(path), ...(value === undefined ? {} : { value }) };
}

function findingValue(value: unknown): FindingValue | undefined {
  if (typeof value === 'string') return clip(value, LONGEST_SHOWN);
  // JSON.parse reads a number that is too large, such as 1e400, as infinity, which JSON cannot write.
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'boolean') return value;
  return typeof value === 'object' && value !== null ? clip(shownJson(value), LONGEST_SHOWN) : undefined;
}

/** The most characters of a value in a finding. */
const LONGEST_SHOWN = 60;

/** An object or a list as JSON, cut: only its first entries are written. */
const shownJson = (value: object) =>
  JSON.stringify(value, (_, part: unknown) => {
    if (Array.isArray(part)) return part.slice(0, LONGEST_SHOWN);
    return typeof part === 'string' ? part.slice(0, LONGEST_SHOWN) : part;
  });
