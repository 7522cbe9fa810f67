import { z } from 'zod';
import { type DayRange, parseDay } from '../../domain/calendar.ts';
import type { Customer } from '../../domain/customer.ts';
import { type EarlierPlan, type EarlierVisit, outcomes } from '../../domain/reports/report.ts';
import type { Territory } from '../../domain/territory.ts';
import { contactId, customerId, repId, requestId } from '../../kernel/ids.ts';
import { parseClock } from '../../kernel/units.ts';
import { visitKind } from '../policy/visit-kind.ts';
import { most } from '../reading/bounds.ts';
import { date, listOf, objectOf, text, textOrNone, texts } from '../reading/field-schemas.ts';
import type { Findings } from '../reading/findings.ts';
import { parseRecords, parseSource } from '../reading/parse-source.ts';
import { readTable } from '../reading/read-table.ts';
import { type Source, partOf, placedValueAt } from '../reading/source.ts';
import { valueErrors } from '../reading/value-errors.ts';
import { territoryErrors } from '../territory/errors.ts';
import { earlierPlanColumns } from './earlier-plan-columns.ts';

/** The fields of a report on a visit. */
const report = {
  outcome: z.enum(outcomes).optional(),
  actualDay: date.optional(),
  followUp: date.optional(),
  firmness: z.enum(['planned', 'announced', 'confirmed']).optional(),
};

const Row = objectOf({
  customer: text,
  day: date,
  type: textOrNone.optional(),
  kind: visitKind.optional(),
  rep: text.optional(),
  contact: text.optional(),
  start: z.unknown().optional(),
  requests: texts.optional(),
  unread: z.unknown().optional(),
  ...report,
});

/** A stop of a plan document. Duties and breaks have no customer; what only the plan itself needs is not read. */
const StopFields = z.looseObject({
  type: z.string(),
  customer: text.optional(),
  kind: visitKind.optional(),
  contact: z.looseObject({ id: text }).optional(),
  request: text.optional(),
  answers: listOf(z.looseObject({ request: text })).optional(),
  start: z.unknown().optional(),
  ...report,
});

const PlanFields = z.looseObject({
  horizon: z.looseObject({ from: date, to: date }),
  days: listOf(z.looseObject({ rep: text, day: date, stops: listOf(StopFields, { most: most.stops }) }), { most: most.rows }),
});

/** The territory that a plan was made for, and where findings go. */
interface Reading {
  readonly territory: Territory;
  readonly findings: Findings;
}

/**
 * Reads an earlier plan from a plan document, or from the `plan` in it. Its stops may have the fields of reports. Customers
 * who have left the territory are left out. Gives null after findings.
 */
export function readEarlierPlan(source: Source, { territory, findings }: Reading): EarlierPlan | null {
  const before = findings.count;
  const plan = partOf(source, 'plan').value === undefined ? source : partOf(source, 'plan');
  const given = parseSource(PlanFields, plan, findings);
  if (given === null) return null;
  const visits = given.days.flatMap(({ rep, day, stops }, i) =>
    stops.flatMap((stop, j): readonly EarlierVisit[] => {
      const { type, customer, kind = 'ordinary', contact, request, answers, start } = stop;
      if (customer === undefined || (type !== 'visit' && type !== 'call')) return [];
      checkReport(stop, partOf(plan, 'days', i, 'stops', j), findings);
      const requests = (answers?.map((answer) => answer.request) ?? [request]).filter((id) => id !== undefined);
      const who = { customer: customerId(customer), rep: repId(rep), contact: contact === undefined ? null : contactId(contact.id) };
      const at = typeof start === 'string' ? parseClock(start.slice(11, 16)) : null;
      return [{ ...who, kind, requests: requests.map(requestId), day, at, ...reportOf(stop) }];
    }),
  );
  const reps = [...new Set(given.days.map(({ rep }) => repId(rep)))];
  const horizon = { first: given.horizon.from, last: given.horizon.to };
  return findings.count > before ? null : { horizon, reps, visits: ofCustomers(visits, territory) };
}

/** A table as text, with the name that findings show. */
export interface TableText {
  readonly file: string;
  readonly text: string;
}

/**
 * Reads an earlier plan from its tables: a `plan.csv`, the visit plans of a workbook, or a list of visits with the columns of
 * `history.csv`. Gives null after findings.
 */
export function readEarlierTables(tables: readonly TableText[], reading: Reading): EarlierPlan | null {
  const { territory, findings } = reading;
  const before = findings.count;
  const visits = tables.flatMap((table) => visitsOfTable(table, reading));
  const horizon = daysOfVisits(visits);
  if (horizon === null && findings.count === before) {
    findings.report(territoryErrors.earlierPlanEmpty({ at: { file: tables[0]?.file ?? '' } }));
  }
  return horizon === null || findings.count > before ? null : { horizon, reps: repsOf(visits), visits: ofCustomers(visits, territory) };
}

function visitsOfTable({ file, text: content }: TableText, { territory, findings }: Reading): readonly EarlierVisit[] {
  const table = readTable(content, { table: 'plan', file, columns: earlierPlanColumns, skip: new Set() }, findings);
  const rows = table?.records ?? [];
  const hasTypes = rows.some(hasType);
  const records = rows.filter((row) => !(hasTypes && isBesides(row)));
  const customers = new Map<string, Customer>(territory.customers.map((customer) => [customer.id, customer]));
  return parseRecords(Row, records, findings).map(({ value: row, source }): EarlierVisit => {
    checkReport(row, source, findings);
    return {
      customer: customerId(row.customer),
      rep: row.rep === undefined ? null : repId(row.rep),
      contact: contactOf(row.contact, customers.get(row.customer)),
      kind: row.kind ?? visitKind.safeParse(row.type).data ?? 'ordinary',
      requests: (row.requests ?? []).map(requestId),
      day: row.day,
      at: typeof row.start === 'string' ? parseClock(row.start) : null,
      ...reportOf(row),
    };
  });
}

/** The reps of a table; null where it names none. */
function repsOf(visits: readonly EarlierVisit[]): EarlierPlan['reps'] {
  const reps = [...new Set(visits.map(({ rep }) => rep))].filter((rep) => rep !== null);
  return reps.length === 0 ? null : reps;
}

function daysOfVisits(visits: readonly EarlierVisit[]): DayRange | null {
  const days = visits.map(({ day }) => day).toSorted((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

const hasType = (row: Source): boolean => partOf(row, 'type').value !== undefined;

/** Whether a row of a table with types is no visit: a duty, a break, the way back, or a line to sign. */
function isBesides(row: Source): boolean {
  const [customer, day] = [partOf(row, 'customer').value, partOf(row, 'day').value];
  return hasType(row) ? customer === undefined : typeof day !== 'string' || parseDay(day) === null;
}

type Report = Partial<Record<keyof typeof report, unknown>> & z.output<z.ZodObject<typeof report>>;

const reportOf = ({ outcome, actualDay, followUp, firmness }: Report) => ({
  outcome: outcome ?? null,
  actualDay: actualDay ?? null,
  followUp: followUp ?? null,
  firmness: firmness ?? null,
});

/** A visit that moved needs the day to which it moved. */
function checkReport({ outcome, actualDay }: Report, source: Source, findings: Findings): void {
  if (outcome !== 'moved' || actualDay !== undefined) return;
  findings.report(valueErrors.fieldMissing({ ...placedValueAt(source, 'actualDay'), expected: 'the day to which the visit moved' }));
}

/** A contact by id, or by its name with its role, as tables of plans show it. */
function contactOf(written: string | undefined, customer: Customer | undefined): EarlierVisit['contact'] {
  if (written === undefined) return null;
  const met = customer?.contacts.find(({ id, name, role }) => written === id || written === `${name} (${role})` || written === name);
  return met?.id ?? null;
}

const ofCustomers = (visits: readonly EarlierVisit[], { customers }: Territory): readonly EarlierVisit[] => {
  const ids = new Set(customers.map(({ id }) => id));
  return visits.filter(({ customer }) => ids.has(customer));
};
