import type { z } from 'zod';
import type { Contact } from '../../domain/contact.ts';
import type { Customer } from '../../domain/customer.ts';
import { formatDay } from '../../domain/calendar.ts';
import type { Territory } from '../../domain/territory.ts';
import { checkAppointments, checkCommitments } from './check-agenda.ts';
import { type KnownNames, checkContactIds, checkReferences, contactNames } from './check-references.ts';
import { type KnownIds, type Read, checkIds, idsOf } from './check-territory.ts';
import { CompanionDocument, ContactDocument, companionOf, contactOf } from './contacts.ts';
import type { Findings } from '../reading/findings.ts';
import { PastVisitDocument, pastVisitOf } from './history.ts';
import { CampaignDocument, CommitmentDocument, RequestDocument, campaignOf, commitmentOf, requestOf } from './requests.ts';
import { parseSource } from '../reading/parse-source.ts';
import { type Source, placedValueAt } from '../reading/source.ts';
import { type OptionalList, type Reading, listOf } from './territory-records.ts';
import { valueErrors } from '../reading/value-errors.ts';

/** People whom reps meet or follow. */
export interface Acquaintances {
  readonly contactsOf: (customer: string) => readonly Contact[];
  readonly companions: Territory['companions'];
  /** Names as written, sound or not. */
  readonly known: KnownNames;
}

/** Reads contacts and companions. */
export function readAcquaintances(reading: Reading, ids: { readonly customers: KnownIds; readonly reps: KnownIds }): Acquaintances {
  const { findings } = reading;
  const contacts = listOf(reading, 'contacts');
  const companions = listOf(reading, 'companions');
  const known = {
    customers: setOf(ids.customers),
    reps: setOf(ids.reps),
    companions: setOf(idsOf(companions)),
    contacts: contactNames(contacts),
  };
  checkReferences(contacts ?? [], known, findings);
  checkContactIds(contacts ?? [], findings);
  checkIds(companions ?? [], findings);
  const people = parseEach(contacts, ContactDocument, findings);
  const byCustomer = Map.groupBy(people, ({ value }) => value.customer);
  return {
    contactsOf: (customer) => (byCustomer.get(customer) ?? []).map(({ value }) => contactOf(value)),
    companions: parseEach(companions, CompanionDocument, findings).map(({ value }) => companionOf(value)),
    known,
  };
}

const setOf = (ids: KnownIds): ReadonlySet<string> | null => (ids === null ? null : new Set(ids));

function parseEach<T>(records: readonly Source[] | null, schema: z.ZodType<T>, findings: Findings): readonly Read<T>[] {
  return (records ?? []).flatMap((source) => {
    const value = parseSource(schema, source, findings);
    return value === null ? [] : [{ value, source }];
  });
}

/** What was done, and what is asked for besides frequencies. */
export type Agenda = Pick<Territory, 'history' | 'requests' | 'campaigns' | 'commitments'>;

/** Reads history, requests, campaigns and commitments. */
export function readAgenda(reading: Reading, known: KnownNames, customers: readonly Customer[]): Agenda {
  const { findings } = reading;
  const list = (name: OptionalList) => {
    const records = listOf(reading, name) ?? [];
    // A campaign names a role, and nobody in particular.
    if (name !== 'campaigns') checkReferences(records, known, findings);
    if (name === 'requests' || name === 'campaigns') checkIds(records, findings);
    return records;
  };
  const requests = parseEach(list('requests'), RequestDocument, findings);
  const campaigns = parseEach(list('campaigns'), CampaignDocument, findings);
  for (const { value, source } of requests) {
    const start = formatDay(value.from);
    if (value.deadline < value.from) findings.report(valueErrors.reversed({ ...placedValueAt(source, 'deadline'), start }));
  }
  for (const { value, source } of campaigns) {
    const { least, most } = value.leadDays;
    if (most < least) findings.report(valueErrors.outOfRange({ ...placedValueAt(source, 'leadDays', 'most'), range: `at least ${least}` }));
  }
  const asked = requests.map(({ value, source }) => ({ value: requestOf(value), source }));
  const held = parseEach(list('commitments'), CommitmentDocument, findings).map(({ value, source }) => ({
    value: commitmentOf(value),
    source,
  }));
  checkAppointments(asked, customers, findings);
  checkCommitments(held, findings);
  return {
    history: parseEach(list('history'), PastVisitDocument, findings).map(({ value }) => pastVisitOf(value)),
    requests: asked.map(({ value }) => value),
    campaigns: campaigns.map(({ value }) => campaignOf(value)),
    commitments: held.map(({ value }) => value),
  };
}
