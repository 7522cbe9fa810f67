import type { Contact } from '../../domain/contact.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Rep } from '../../domain/rep.ts';
import type { Territory } from '../../domain/territory.ts';
import type { Place } from '../../kernel/finding.ts';
import type { RepId } from '../../kernel/ids.ts';
import type { Findings } from '../reading/findings.ts';
import { type Parsed, parseRecords, parseSource } from '../reading/parse-source.ts';
import { type Source, placedValueAt } from '../reading/source.ts';
import { checkCustomerReferences, checkCustomers, checkReachable } from './check-customers.ts';
import { type Names, type TerritoryNames, checkContactIds, checkIds, checkReferences, contactNames, idsOf } from './check-names.ts';
import { checkManagers, checkRepModes, checkReps } from './check-reps.ts';
import { CompanionDocument, companionOf } from './tables/companions.ts';
import { ContactDocument, contactOf } from './tables/contacts.ts';
import { CustomerDocument, customerOf } from './tables/customers.ts';
import { territoryErrors } from './errors.ts';
import { type Agenda, readAgenda } from './read-agenda.ts';
import { type ReadingContext, readList } from './read-list.ts';
import { RepDocument, repOf } from './tables/reps.ts';

/** By rep: the place in the input that gives where the rep's day ends. */
export type EndPlaces = ReadonlyMap<RepId, Place>;

/** The people of a territory, and all that is listed with them. */
export interface People extends Pick<Territory, 'customers' | 'reps' | 'companions'>, Agenda {
  readonly endPlaces: EndPlaces;
}

/** Facts of the territory that its people are checked against; the policy is null after findings in it. */
export interface PeopleContext extends Pick<Territory, 'boundary'> {
  readonly policy: Policy | null;
  readonly setting: 'town' | 'country';
}

/** Reads all lists of a territory. Customers and reps with findings are left out. */
export function readPeople(context: ReadingContext, { policy, boundary, setting }: PeopleContext): People {
  const { findings } = context;
  const records = { customers: readList(context, 'customers'), reps: readList(context, 'reps') };
  const { contactsOf, companions, names } = readContacts(context, { customers: idsOf(records.customers), reps: idsOf(records.reps) });
  checkIds(records.customers ?? [], findings);
  checkIds(records.reps ?? [], findings);
  const tiers = policy === null ? null : new Set(policy.tiers.map(({ id }) => id));
  checkCustomerReferences(records.customers ?? [], { ...names, tiers }, findings);
  checkRepModes(records.reps ?? [], findings);
  checkManagers(records.reps ?? [], findings);

  const customers = parseRecords(CustomerDocument, records.customers, findings).map(({ value, source }) => ({
    value: customerOf(value, { setting, contacts: contactsOf(value.id) }),
    source,
  }));
  const reps = (records.reps ?? []).flatMap((source) => readRep(source, findings) ?? []);
  const agenda = readAgenda(context, names, customers.map(valueOf));
  checkCustomers(customers, { policy, boundary }, findings);
  checkReps(reps, policy, findings);
  // A rep with findings may be the one who can reach a customer.
  const hasAllReps = reps.length > 0 && reps.length === records.reps?.length;
  if (policy !== null && hasAllReps) checkReachable(customers, { policy, reps: reps.map(valueOf), requests: agenda.requests }, findings);
  const endPlaces = new Map(reps.map(({ value, source }) => [value.id, source.placeOf(['end'])]));
  return { customers: customers.map(valueOf), reps: reps.map(valueOf), companions, ...agenda, endPlaces };
}

const valueOf = <T>({ value }: Parsed<T>): T => value;

function readRep(source: Source, findings: Findings): Parsed<Rep> | null {
  const document = parseSource(RepDocument, source, findings);
  if (document === null) return null;
  const value = repOf(document);
  if (value !== null) return { value, source };
  findings.report(territoryErrors.shiftSplit(placedValueAt(source, 'shifts')));
  return null;
}

interface Contacts {
  readonly contactsOf: (customer: string) => readonly Contact[];
  readonly companions: Territory['companions'];
  readonly names: TerritoryNames;
}

/** Reads contacts and companions. */
function readContacts(context: ReadingContext, ids: { readonly customers: Names; readonly reps: Names }): Contacts {
  const { findings } = context;
  const contacts = readList(context, 'contacts');
  const companions = readList(context, 'companions');
  const names = { ...ids, companions: idsOf(companions), contacts: contactNames(contacts) };
  checkReferences(contacts ?? [], names, findings);
  checkContactIds(contacts ?? [], findings);
  checkIds(companions ?? [], findings);
  const byCustomer = Map.groupBy(parseRecords(ContactDocument, contacts, findings), ({ value }) => value.customer);
  return {
    contactsOf: (customer) => (byCustomer.get(customer) ?? []).map(({ value }) => contactOf(value)),
    companions: parseRecords(CompanionDocument, companions, findings).map(({ value }) => companionOf(value)),
    names,
  };
}
