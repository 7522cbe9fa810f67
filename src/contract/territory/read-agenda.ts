import type { Customer } from '../../domain/customer.ts';
import type { Territory } from '../../domain/territory.ts';
import { type Parsed, parseRecords } from '../reading/parse-source.ts';
import { CampaignDocument, campaignOf } from './tables/campaigns.ts';
import { checkAppointments, checkCommitments, checkDueDays, checkLeadDays } from './check-agenda.ts';
import { type TerritoryNames, checkIds, checkReferences } from './check-names.ts';
import { CommitmentDocument, commitmentOf } from './tables/commitments.ts';
import { PastVisitDocument, pastVisitOf } from './tables/history.ts';
import { type OptionalList, type ReadingContext, readList } from './read-list.ts';
import { RequestDocument, requestOf } from './tables/requests.ts';

/** Past visits, and visits that are requested or promised in addition to those of frequencies. */
export type Agenda = Pick<Territory, 'history' | 'requests' | 'campaigns' | 'commitments'>;

/** Reads history, requests, campaigns and commitments. */
export function readAgenda(context: ReadingContext, names: TerritoryNames, customers: readonly Customer[]): Agenda {
  const { findings } = context;
  const listOf = (name: OptionalList) => {
    const records = readList(context, name) ?? [];
    // The contact of a campaign is a role, not a person.
    if (name !== 'campaigns') checkReferences(records, names, findings);
    if (name === 'requests' || name === 'campaigns') checkIds(records, findings);
    return records;
  };
  const requests = convert(parseRecords(RequestDocument, listOf('requests'), findings), requestOf);
  const campaigns = convert(parseRecords(CampaignDocument, listOf('campaigns'), findings), campaignOf);
  checkDueDays(requests, findings);
  checkLeadDays(campaigns, findings);
  const commitments = convert(parseRecords(CommitmentDocument, listOf('commitments'), findings), commitmentOf);
  checkAppointments(requests, customers, findings);
  checkCommitments(commitments, findings);
  const history = convert(parseRecords(PastVisitDocument, listOf('history'), findings), pastVisitOf);
  return {
    history: history.map(({ value }) => value),
    requests: requests.map(({ value }) => value),
    campaigns: campaigns.map(({ value }) => value),
    commitments: commitments.map(({ value }) => value),
  };
}

function convert<T, U>(records: readonly Parsed<T>[], toDomain: (document: T) => U): readonly Parsed<U>[] {
  return records.map(({ value, source }) => ({ value: toDomain(value), source }));
}
