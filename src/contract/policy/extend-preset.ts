import type { Policy } from '../../domain/policy.ts';
import { type NamedList, listNames, namedLists } from '../../domain/policy-entries.ts';
import { type Path, type Source, partOf, recordsOf, valueAt } from '../reading/source.ts';
import { writePolicy } from './write-policy.ts';

type Json = Readonly<Record<string, unknown>>;

/** An entry of the extended document, with the position of the own entry that it comes from; null where the preset's stands unchanged. */
interface Entry {
  readonly value: unknown;
  readonly own: number | null;
}

/**
 * A preset's document as an own document changes it, to be read as if it stood alone. Its places are those of the own
 * document; what only the preset says lies at `extends`.
 *
 * Fields that the own document has replace the preset's. Entries of a list change the preset's entry of the same name
 * field by field, and a field that is null is taken away; entries of other names are added, frequencies before the
 * preset's, since the first that fits is taken.
 */
export function extendPreset(preset: Policy, own: Source): Source {
  const base = writePolicy(preset);
  const fields = asObject(own.value);
  const removed = new Set<unknown>(recordsOf(partOf(own, 'remove')).map(({ value }) => value));
  const lists = new Map(listNames.map((list) => [list, entriesOf(base[list], partOf(own, list), { list, removed })]));
  const hours = asObject(fields['defaultHours']);
  const value = {
    ...base,
    ...fields,
    ...Object.fromEntries([...lists].map(([list, entries]) => [list, entries?.map((entry) => entry.value) ?? fields[list]])),
    defaultHours: { ...base.defaultHours, ...hours },
  };
  const placeOf = ([first, second, ...rest]: Path) => {
    if (first === undefined) return own.placeOf([]);
    const entry = lists.get(first as NamedList)?.[Number(second)];
    if (entry !== undefined) return own.placeOf(entry.own === null ? ['extends'] : [first, entry.own, ...rest]);
    const path = second === undefined ? [first] : [first, second, ...rest];
    return own.placeOf(valueAt(own.value, [first]) === undefined && first in base ? ['extends'] : path);
  };
  return { value, placeOf };
}

const asObject = (value: unknown): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {});

/** The entries of one list; null where the own document has something else there, which its schema reports. */
function entriesOf(
  base: readonly Json[],
  own: Source,
  { list, removed }: { readonly list: NamedList; readonly removed: ReadonlySet<unknown> },
): readonly Entry[] | null {
  if (own.value !== undefined && !Array.isArray(own.value)) return null;
  const name = namedLists[list];
  const records = recordsOf(own).map(({ value }, at) => ({ value, at, name: valueAt(value, [name]) }));
  const names = new Set<unknown>(base.map((entry) => entry[name]));
  const kept = base
    .filter((entry) => !removed.has(entry[name]))
    .map((entry): Entry => {
      const change = records.find((record) => record.name === entry[name]);
      return change === undefined ? { value: entry, own: null } : { value: changed(entry, asObject(change.value), list), own: change.at };
    });
  const added = records.filter((record) => !names.has(record.name)).map(({ value, at }): Entry => ({ value, own: at }));
  return list === 'frequencies' ? [...added, ...kept] : [...kept, ...added];
}

/** An entry of the preset with changes. Its tag is the change's own: what the source said is no longer what holds. */
function changed(entry: Json, change: Json, list: NamedList): Json {
  const { tag: _tag, ...said } = entry;
  const { price: _price, must: _must, ...params } = said;
  const isHeldAnew = list === 'rules' && ('price' in change || 'must' in change);
  const merged = { ...(isHeldAnew ? params : said), ...change };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
}
