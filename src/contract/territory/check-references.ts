import type { Finding, PlacedValue } from '../../kernel/finding.ts';
import type { Findings } from '../reading/findings.ts';
import { type Source, partOf, placedValueAt, valueAt } from '../reading/source.ts';
import { valueErrors } from '../reading/value-errors.ts';
import { territoryErrors } from './errors.ts';

/** Names that records may refer to, sound or not; null where their table could not be read, and then nothing is held against it. */
export interface KnownNames {
  readonly customers: ReadonlySet<string> | null;
  readonly reps: ReadonlySet<string> | null;
  readonly companions: ReadonlySet<string> | null;
  /** Ids of contacts by customer; null like the others. */
  readonly contacts: ReadonlyMap<unknown, ReadonlySet<string>> | null;
}

/** The names of contacts by their customers, as written. */
export function contactNames(records: readonly Source[] | null): KnownNames['contacts'] {
  if (records === null) return null;
  const named = records.map(({ value }) => ({ customer: valueAt(value, ['customer']), id: String(valueAt(value, ['id'])) }));
  const byCustomer = Map.groupBy(named, ({ customer }) => customer);
  return new Map([...byCustomer].map(([customer, own]) => [customer, new Set(own.map(({ id }) => id))]));
}

const NOBODY: ReadonlySet<string> = new Set();

/** Checks the customer, rep, companion and contact that each of some records names. */
export function checkReferences(records: readonly Source[], known: KnownNames, findings: Findings): void {
  for (const record of records) {
    const { contacts } = known;
    const own = contacts === null ? null : (contacts.get(valueAt(record.value, ['customer'])) ?? NOBODY);
    checkName(partOf(record, 'customer'), known.customers, territoryErrors.customerUnknown, findings);
    checkName(partOf(record, 'rep'), known.reps, territoryErrors.repUnknown, findings);
    checkName(partOf(record, 'companion'), known.companions, territoryErrors.companionUnknown, findings);
    checkName(partOf(record, 'contact'), own, territoryErrors.contactUnknown, findings);
  }
}

type Unknown = (placed: PlacedValue & { readonly choices: readonly string[] }) => Finding;

/** Checks a name against those there are; what is left open or is no text has its own finding. */
export function checkName(name: Source, known: ReadonlySet<string> | null, unknown: Unknown, findings: Findings): void {
  if (typeof name.value !== 'string' || name.value === '' || known === null || known.has(name.value)) return;
  findings.report(unknown({ ...placedValueAt(name), choices: [...known] }));
}

/** Checks that no customer has two contacts of one id. */
export function checkContactIds(contacts: readonly Source[], findings: Findings): void {
  const first = new Set<string>();
  for (const contact of contacts) {
    const name = JSON.stringify([valueAt(contact.value, ['customer']), valueAt(contact.value, ['id'])]);
    if (first.has(name))
      findings.report(valueErrors.idTwice({ ...placedValueAt(contact, 'id'), first: 'another contact of the customer' }));
    first.add(name);
  }
}
