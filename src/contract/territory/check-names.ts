import { type Choices, type Finding, type PlacedValue, formatPlace } from '../../kernel/finding.ts';
import type { Findings } from '../reading/findings.ts';
import { type Source, partOf, placedValueAt, valueAt } from '../reading/source.ts';
import { valueErrors } from '../reading/value-errors.ts';
import { territoryErrors } from './errors.ts';

/** Names in a list, of valid and invalid records; null where the list cannot be read, and then every name is accepted. */
export type Names = ReadonlySet<string> | null;

/** The names in a territory that its records may refer to. */
export interface TerritoryNames {
  readonly customers: Names;
  readonly reps: Names;
  readonly companions: Names;
  /** Ids of contacts by customer; null as for other names. */
  readonly contacts: ReadonlyMap<unknown, ReadonlySet<string>> | null;
}

/** The ids of records, valid or not. */
export function idsOf(records: readonly Source[] | null): Names {
  return records === null ? null : new Set(records.map(({ value }) => valueAt(value, ['id'])).filter((id) => typeof id === 'string'));
}

/** The ids of contacts by customer, valid or not. */
export function contactNames(records: readonly Source[] | null): TerritoryNames['contacts'] {
  if (records === null) return null;
  const contacts = records.map(({ value }) => ({ customer: valueAt(value, ['customer']), id: String(valueAt(value, ['id'])) }));
  const byCustomer = Map.groupBy(contacts, ({ customer }) => customer);
  return new Map([...byCustomer].map(([customer, own]) => [customer, new Set(own.map(({ id }) => id))]));
}

/** Checks that no two records have the same id. */
export function checkIds(records: readonly Source[], findings: Findings): void {
  const firsts = new Map<unknown, Source>();
  for (const record of records) {
    const id = valueAt(record.value, ['id']);
    const first = firsts.get(id);
    if (first === undefined || id === undefined) firsts.set(id, record);
    else findings.report(valueErrors.idTwice({ ...placedValueAt(record, 'id'), first: formatPlace(first.placeOf(['id'])) }));
  }
}

/** Checks that no customer has two contacts with the same id. */
export function checkContactIds(contacts: readonly Source[], findings: Findings): void {
  const ids = new Set<string>();
  for (const contact of contacts) {
    const id = JSON.stringify([valueAt(contact.value, ['customer']), valueAt(contact.value, ['id'])]);
    if (ids.has(id)) findings.report(valueErrors.idTwice({ ...placedValueAt(contact, 'id'), first: 'another contact of the customer' }));
    ids.add(id);
  }
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** Checks that the customer, rep, companion and contact of each record exist. */
export function checkReferences(records: readonly Source[], names: TerritoryNames, findings: Findings): void {
  for (const record of records) {
    const { contacts } = names;
    const contactsOfCustomer = contacts === null ? null : (contacts.get(valueAt(record.value, ['customer'])) ?? NO_NAMES);
    checkName(partOf(record, 'customer'), names.customers, territoryErrors.customerUnknown, findings);
    checkName(partOf(record, 'rep'), names.reps, territoryErrors.repUnknown, findings);
    checkName(partOf(record, 'companion'), names.companions, territoryErrors.companionUnknown, findings);
    checkName(partOf(record, 'contact'), contactsOfCustomer, territoryErrors.contactUnknown, findings);
  }
}

type UnknownNameError = (placed: PlacedValue & { readonly choices: Choices }) => Finding;

/** Checks that a name exists. A name that is missing, or is no text, is reported by the schema. */
export function checkName(name: Source, names: Names, error: UnknownNameError, findings: Findings): void {
  if (typeof name.value !== 'string' || name.value === '' || names === null || names.has(name.value)) return;
  findings.report(error({ ...placedValueAt(name), choices: names }));
}
