import type { Policy } from '../../domain/policy.ts';
import { type NamedList, listNames, namedLists } from '../../domain/policy-entries.ts';
import { nearest } from '../../kernel/nearest.ts';
import type { Findings } from '../reading/findings.ts';
import { entryDocuments } from './policy-document.ts';
import { type Source, partOf, recordsOf, placedValueAt, valueAt } from '../reading/source.ts';
import { writePolicy } from './write-policy.ts';
import { policyErrors } from './errors.ts';

/** Checks how an own document speaks of the preset that it extends: what it removes, and what it means to change. */
export function checkExtension(preset: Policy, own: Source, findings: Findings): void {
  const base = writePolicy(preset);
  const namesOf = (list: NamedList) => base[list].map((entry) => String(entry[namedLists[list]]));
  checkRemovals(own, listNames.flatMap(namesOf), findings);
  for (const list of ['tiers', 'frequencies', 'duties', 'breaks'] as const) {
    const names = namesOf(list);
    for (const record of recordsOf(partOf(own, list))) {
      const name = valueAt(record.value, ['id']);
      const isNew = typeof name === 'string' && !names.includes(name);
      if (!isNew || nearest(name, names) === null || entryDocuments[list].safeParse(record.value).success) continue;
      findings.report(policyErrors.entryUnknown({ ...placedValueAt(record, 'id'), choices: names }));
    }
  }
}

function checkRemovals(own: Source, known: readonly string[], findings: Findings): void {
  const given = new Set(listNames.flatMap((list) => recordsOf(partOf(own, list)).map(({ value }) => valueAt(value, [namedLists[list]]))));
  for (const removal of recordsOf(partOf(own, 'remove'))) {
    if (typeof removal.value !== 'string') continue;
    if (!known.includes(removal.value)) findings.report(policyErrors.removalUnknown({ ...placedValueAt(removal), choices: known }));
    else if (given.has(removal.value)) findings.report(policyErrors.removedAndGiven(placedValueAt(removal)));
  }
}
