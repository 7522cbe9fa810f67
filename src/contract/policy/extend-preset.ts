import type { Policy } from '../../domain/policy.ts';
import { type NamedList, listNames, namedLists } from '../../domain/policy-entries.ts';
import { type Path, type Source, partOf, recordsOf, valueAt } from '../reading/source.ts';
import { writePolicy } from './write-policy.ts';

type Json = Readonly<Record<string, unknown>>;

/** An entry of the extended policy. */
interface Entry {
  readonly value: unknown;
  /** Position of the entry in the extending document; null for an unchanged entry of the preset. */
  readonly position: number | null;
}

/**
 * Merges a preset with a document that extends it into one whole policy document. Places are those of the extending
 * document; values that only the preset has are placed at `extends`.
 *
 * A field of the document replaces the preset's field. An entry of a list changes the preset's entry of the same name field
 * by field, and null removes a field. Entries of other names are added: frequencies before those of the preset, because the
 * first frequency that fits a customer is used.
 */
export function extendPreset(preset: Policy, document: Source): Source {
  const presetDocument = writePolicy(preset);
  const fields = asObject(document.value);
  const removed = new Set<unknown>(recordsOf(partOf(document, 'remove')).map(({ value }) => value));
  const lists = new Map(listNames.map((list) => [list, mergeEntries(presetDocument[list], partOf(document, list), { list, removed })]));
  const hours = asObject(fields['defaultHours']);
  const value = {
    ...presetDocument,
    ...fields,
    ...Object.fromEntries([...lists].map(([list, entries]) => [list, entries?.map((entry) => entry.value) ?? fields[list]])),
    defaultHours: { ...presetDocument.defaultHours, ...hours },
  };
  const placeOf = ([first, second, ...rest]: Path) => {
    if (first === undefined) return document.placeOf([]);
    const entry = lists.get(first as NamedList)?.[Number(second)];
    if (entry !== undefined) return document.placeOf(entry.position === null ? ['extends'] : [first, entry.position, ...rest]);
    const path = second === undefined ? [first] : [first, second, ...rest];
    return document.placeOf(valueAt(document.value, [first]) === undefined && first in presetDocument ? ['extends'] : path);
  };
  return { value, placeOf };
}

const asObject = (value: unknown): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {});

/** The merged entries of one list; null where the document has no list there, which the schema reports. */
function mergeEntries(
  presetEntries: readonly Json[],
  source: Source,
  { list, removed }: { readonly list: NamedList; readonly removed: ReadonlySet<unknown> },
): readonly Entry[] | null {
  if (source.value !== undefined && !Array.isArray(source.value)) return null;
  const name = namedLists[list];
  const records = recordsOf(source).map(({ value }, position) => ({ value, position, name: valueAt(value, [name]) }));
  const names = new Set<unknown>(presetEntries.map((entry) => entry[name]));
  const kept = presetEntries
    .filter((entry) => !removed.has(entry[name]))
    .map((entry): Entry => {
      const change = records.find((record) => record.name === entry[name]);
      if (change === undefined) return { value: entry, position: null };
      return { value: changeEntry(entry, asObject(change.value), list), position: change.position };
    });
  const added = records.filter((record) => !names.has(record.name)).map(({ value, position }): Entry => ({ value, position }));
  return list === 'frequencies' ? [...added, ...kept] : [...kept, ...added];
}

/** An entry of the preset with changes. The preset's tag goes: it speaks of the unchanged entry. */
function changeEntry(entry: Json, change: Json, list: NamedList): Json {
  const { tag: _tag, ...untagged } = entry;
  const { price: _price, must: _must, ...params } = untagged;
  const hasNewStance = list === 'rules' && ('price' in change || 'must' in change);
  const merged = { ...(hasNewStance ? params : untagged), ...change };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
}
