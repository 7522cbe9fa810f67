import { formatDay } from '../../../src/domain/calendar.ts';
import type { Commitment } from '../../../src/domain/commitment.ts';
import type { Companion, Contact } from '../../../src/domain/contact.ts';
import type { Campaign, VisitRequest } from '../../../src/domain/request.ts';
import type { Territory } from '../../../src/domain/territory.ts';
import type { CustomerId } from '../../../src/kernel/ids.ts';
import { type Seconds, formatClock } from '../../../src/kernel/units.ts';
import { hoursText } from './hours-text.ts';
import { type TableColumn, tableText } from './table-text.ts';

const always = true;
const minutesText = (time: Seconds | null | undefined): string => (time === null || time === undefined ? '' : String(time / 60));
const required = ({ required: isRequired }: { readonly required: boolean }): string => (isRequired ? '' : 'no');
const weight = ({ weight: times }: { readonly weight: number }): string => (times === 1 ? '' : String(times));
const moving = ({ ifNonWorking }: { readonly ifNonWorking: string }): string => (ifNonWorking === 'next' ? '' : ifNonWorking);

type CustomerContact = Contact & { readonly customer: CustomerId };

const contactColumns: readonly TableColumn<CustomerContact>[] = [
  { heading: 'customer', cell: ({ customer }) => customer, always },
  { heading: 'id', cell: ({ id }) => id, always },
  { heading: 'name', cell: ({ name }) => name },
  { heading: 'role', cell: ({ role }) => role, always },
  { heading: 'hours', cell: ({ hours }) => hoursText(hours) },
];

const companionColumns: readonly TableColumn<Companion>[] = [
  { heading: 'id', cell: ({ id }) => id, always },
  { heading: 'name', cell: ({ name }) => name },
  { heading: 'hours', cell: ({ hours }) => hoursText(hours) },
  { heading: 'days_off', cell: ({ daysOff }) => daysOff.map(formatDay).join(';') },
];

const requestColumns: readonly TableColumn<VisitRequest>[] = [
  { heading: 'id', cell: ({ id }) => id, always },
  { heading: 'customer', cell: ({ customer }) => customer, always },
  { heading: 'contact', cell: ({ contact }) => contact ?? '' },
  { heading: 'kind', cell: ({ kind }) => kind, always },
  { heading: 'source', cell: ({ source }) => source, always },
  { heading: 'purpose', cell: ({ purpose }) => purpose },
  { heading: 'from', cell: ({ due }) => formatDay(due.first), always },
  { heading: 'deadline', cell: ({ due }) => formatDay(due.last), always },
  { heading: 'if_non_working', cell: moving },
  { heading: 'required', cell: required },
  { heading: 'weight', cell: weight },
  { heading: 'dwell_minutes', cell: ({ dwell }) => minutesText(dwell) },
  { heading: 'rep', cell: ({ rep }) => rep ?? '' },
  { heading: 'companion', cell: ({ companion }) => companion ?? '' },
  { heading: 'appointment_day', cell: ({ appointment }) => (appointment === null ? '' : formatDay(appointment.day)) },
  { heading: 'appointment_at', cell: ({ appointment }) => (appointment === null ? '' : formatClock(appointment.at)) },
  { heading: 'early_minutes', cell: ({ appointment }) => minutesText(appointment?.early) },
  { heading: 'most_wait_minutes', cell: ({ appointment }) => minutesText(appointment?.mostWait) },
];

const campaignColumns: readonly TableColumn<Campaign>[] = [
  { heading: 'id', cell: ({ id }) => id, always },
  { heading: 'name', cell: ({ name }) => name },
  { heading: 'day', cell: ({ day }) => formatDay(day), always },
  { heading: 'least_lead_days', cell: ({ leadDays }) => String(leadDays.least), always },
  { heading: 'most_lead_days', cell: ({ leadDays }) => String(leadDays.most), always },
  { heading: 'if_non_working', cell: moving },
  { heading: 'kind', cell: ({ kind }) => kind, always },
  { heading: 'tiers', cell: ({ audience }) => audience.tiers.join(';') },
  { heading: 'tags', cell: ({ audience }) => audience.tags.join(';') },
  { heading: 'statuses', cell: ({ audience }) => audience.statuses.join(';') },
  { heading: 'contact_role', cell: ({ audience }) => audience.contact ?? '' },
  { heading: 'required', cell: required },
  { heading: 'weight', cell: weight },
  { heading: 'dwell_minutes', cell: ({ dwell }) => minutesText(dwell) },
];

const commitmentColumns: readonly TableColumn<Commitment>[] = [
  { heading: 'customer', cell: ({ customer }) => customer, always },
  { heading: 'contact', cell: ({ contact }) => contact ?? '' },
  { heading: 'kind', cell: ({ kind }) => kind, always },
  { heading: 'request', cell: ({ request }) => request ?? '' },
  { heading: 'day', cell: ({ day }) => formatDay(day), always },
  { heading: 'rep', cell: ({ rep }) => rep ?? '' },
  { heading: 'at', cell: ({ at }) => (at === null ? '' : formatClock(at)) },
  { heading: 'firmness', cell: ({ firmness }) => firmness, always },
];

/** The tables of contacts, companions, requests, campaigns and commitments as texts, by file; empty tables are left out. */
export function agendaTables(territory: Territory): Readonly<Record<string, string>> {
  const contacts = territory.customers.flatMap(({ id, contacts: own }) =>
    own.map((contact): CustomerContact => ({ ...contact, customer: id })),
  );
  return Object.fromEntries([
    ...tableOf('contacts.csv', contactColumns, contacts),
    ...tableOf('companions.csv', companionColumns, territory.companions),
    ...tableOf('requests.csv', requestColumns, territory.requests),
    ...tableOf('campaigns.csv', campaignColumns, territory.campaigns),
    ...tableOf('commitments.csv', commitmentColumns, territory.commitments),
  ]);
}

function tableOf<Row>(file: string, columns: readonly TableColumn<Row>[], rows: readonly Row[]): readonly (readonly [string, string])[] {
  return rows.length === 0 ? [] : [[file, tableText(columns, rows)]];
}
