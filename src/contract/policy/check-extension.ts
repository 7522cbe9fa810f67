import type { Policy } from '../../domain/policy.ts';
import { type NamedList, listNames, namedLists } from '../../domain/policy-entries.ts';
import { nearest } from '../../kernel/nearest.ts';
import type { Findings } from '../reading/findings.ts';
import { entryDocuments } from './policy-document.ts';
import { type Source, partOf, recordsOf, placedValueAt, valueAt } from '../reading/source.ts';
import { writePolicy } from './write-policy.ts';
import { policyErrors } from './errors.ts';

/** Checks the removals and the changed entries of a document against the preset that it extends. */
export function checkExtension(preset: Policy, document: Source, findings: Findings): void {
  const presetDocument = writePolicy(preset);
  const namesOf = (list: NamedList) => presetDocument[list].map((entry) => String(entry[namedLists[list]]));
  checkRemovals(document, listNames.flatMap(namesOf), findings);
  for (const list of ['tiers', 'frequencies', 'duties', 'breaks'] as const) {
    const names = namesOf(list);
    for (const record of recordsOf(partOf(document, list))) {
      const name = valueAt(record.value, ['id']);
      const isNew = typeof name === 'string' && !names.includes(name);
      if (!isNew || nearest(name, names) === null || entryDocuments[list].safeParse(record.value).success) continue;
      findings.report(policyErrors.entryUnknown({ ...placedValueAt(record, 'id'), choices: names }));
    }
  }
}

function checkRemovals(document: Source, presetNames: readonly string[], findings: Findings): void {
  const changedNames = new Set(
    listNames.flatMap((list) => recordsOf(partOf(document, list)).map(({ value }) => valueAt(value, [namedLists[list]]))),
  );
  for (const removal of recordsOf(partOf(document, 'remove'))) {
    if (typeof removal.value !== 'string') continue;
    if (!presetNames.includes(removal.value))
      findings.report(policyErrors.removalUnknown({ ...placedValueAt(removal), choices: presetNames }));
    else if (changedNames.has(removal.value)) findings.report(policyErrors.removedAndGiven(placedValueAt(removal)));
  }
}
