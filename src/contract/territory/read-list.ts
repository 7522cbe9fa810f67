import type { Column } from '../reading/column.ts';
import { fileErrors } from '../reading/file-errors.ts';
import type { Findings } from '../reading/findings.ts';
import { readJson } from '../reading/read-json.ts';
import { type Table, readTable } from '../reading/read-table.ts';
import { type Source, partOf, recordsOf } from '../reading/source.ts';
import { valueErrors } from '../reading/value-errors.ts';
import { campaignColumns } from './tables/campaigns.ts';
import { commitmentColumns } from './tables/commitments.ts';
import { companionColumns } from './tables/companions.ts';
import { contactColumns } from './tables/contacts.ts';
import { customerColumns } from './tables/customers.ts';
import { territoryErrors } from './errors.ts';
import { historyColumns } from './tables/history.ts';
import { repColumns } from './tables/reps.ts';
import { requestColumns } from './tables/requests.ts';

/** The columns of the tables that every territory has. */
const requiredTables = { customers: customerColumns, reps: repColumns } as const;

/** The columns of the tables that a territory may have. */
const optionalTables = {
  history: historyColumns,
  contacts: contactColumns,
  companions: companionColumns,
  requests: requestColumns,
  campaigns: campaignColumns,
  commitments: commitmentColumns,
} as const;

type RequiredList = keyof typeof requiredTables;

/** A list that a territory may have. */
export type OptionalList = keyof typeof optionalTables;

/** A list of a territory: it stands in the territory's document or in a table of its own. */
type ListName = RequiredList | OptionalList;

/** The columns of each table, by its name. */
export const tableColumns: Readonly<Record<ListName, readonly Column[]>> = { ...requiredTables, ...optionalTables };

const isRequired = (name: ListName): name is RequiredList => name in requiredTables;

/** The files of a territory. */
export interface TerritoryFiles {
  /** Content by standard name, such as `customers.csv`. */
  readonly files: ReadonlyMap<string, string>;
  /** Names that findings show, by standard name, where the two differ, as for sheets of a workbook. */
  readonly shownNames: ReadonlyMap<string, string>;
  /** The territory's document where it is not in a file; null where it is. */
  readonly document: Source | null;
}

/** Numbers of rows to leave out, by the name of their file as findings show it. */
export type SkippedRows = ReadonlyMap<string, ReadonlySet<number>>;

/** What is counted while a table is read. */
export type TableCounts = Pick<Table, 'rowCount' | 'cellsWithBreaks' | 'unused'>;

/** A territory while it is read. */
export interface ReadingContext extends Pick<TerritoryFiles, 'files' | 'shownNames'> {
  /** The document of the territory's own facts. */
  readonly facts: Source;
  readonly skippedRows: SkippedRows;
  /** Whether columns that mean nothing to beatplan are passed over. */
  readonly ignoreColumns: boolean;
  /** The counts of each table, by the name of its file as findings show it. Reading a table adds to them. */
  readonly counts: Map<string, TableCounts>;
  readonly findings: Findings;
}

/** Reads the document of a territory's own facts, or returns null after findings. */
export function readFacts({ files, shownNames, document }: TerritoryFiles, findings: Findings): Source | null {
  if (document !== null) return document;
  const names = [...files.keys()];
  const isFolder = files.has('territory.json') || names.some((name) => name.endsWith('.csv') || name === 'policy.json');
  const name = (isFolder ? undefined : names[0]) ?? 'territory.json';
  const content = files.get(name);
  const file = shownNames.get(name) ?? name;
  if (content !== undefined) return readJson(file, content, findings);
  findings.report(fileErrors.fileMissing({ at: { file }, advice: 'Add it, with at least id, timeZone and policy.' }));
  return null;
}

/** Reads the records of a list from its table or from the territory's document, or returns null after findings. */
export function readList(context: ReadingContext, name: ListName): readonly Source[] | null {
  const { files, shownNames, facts, findings } = context;
  const file = shownNames.get(`${name}.csv`) ?? `${name}.csv`;
  const table = files.get(`${name}.csv`);
  const list = partOf(facts, name);
  const at = list.placeOf([]);
  if (table !== undefined && list.value !== undefined) findings.report(territoryErrors.givenTwice({ at, what: name, also: file }));
  if (table === undefined && list.value === undefined) {
    if (!isRequired(name)) return [];
    if (files.size === 0) findings.report(valueErrors.fieldMissing({ at, expected: 'a list, with at least one entry' }));
    else findings.report(fileErrors.fileMissing({ at: { file }, advice: `Add it, or list the ${name} in ${facts.placeOf([]).file}.` }));
    return null;
  }
  const records = table === undefined ? recordsOf(list) : readRecords(table, { name, file }, context);
  if (records?.length === 0 && isRequired(name)) {
    findings.report(territoryErrors.territoryEmpty({ at: table === undefined ? at : { file }, what: name }));
  }
  return records;
}

function readRecords(
  text: string,
  { name, file }: { readonly name: ListName; readonly file: string },
  { skippedRows, ignoreColumns, counts, findings }: ReadingContext,
): readonly Source[] | null {
  const format = {
    table: name,
    file,
    columns: tableColumns[name],
    skip: skippedRows.get(file) ?? new Set<number>(),
    ignoreUnknown: ignoreColumns,
  };
  const table = readTable(text, format, findings);
  if (table !== null) counts.set(file, { rowCount: table.rowCount, cellsWithBreaks: table.cellsWithBreaks, unused: table.unused });
  return table?.records ?? null;
}
