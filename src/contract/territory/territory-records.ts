import { companionColumns, contactColumns } from './contacts.ts';
import { customerColumns } from './customers.ts';
import type { Findings } from '../reading/findings.ts';
import { historyColumns } from './history.ts';
import { readJson } from '../reading/read-json.ts';
import { repColumns } from './reps.ts';
import { campaignColumns, commitmentColumns, requestColumns } from './requests.ts';
import { type Source, partOf, recordsOf } from '../reading/source.ts';
import type { Column } from '../reading/column.ts';
import { readTable } from '../reading/read-table.ts';
import { fileErrors } from '../reading/file-errors.ts';
import { valueErrors } from '../reading/value-errors.ts';
import { territoryErrors } from './errors.ts';

/** What files are called where people see them, by name: those that are sheets of a workbook. */
export type ShownAs = ReadonlyMap<string, string>;

/** Rows of tables that are passed over, by what their files are called. */
export type SkippedRows = ReadonlyMap<string, ReadonlySet<number>>;

/** The files of a territory by name, its own document, and what is found in them. */
export interface Reading {
  readonly files: ReadonlyMap<string, string>;
  readonly shownAs: ShownAs;
  readonly skip: SkippedRows;
  /** How many rows each table turned out to have, by what its file is called. */
  readonly rowCounts: Map<string, number>;
  readonly root: Source;
  readonly findings: Findings;
}

/** What every territory has. */
type NeededList = 'customers' | 'reps';
/** What a territory may have; without it there is none. */
export type OptionalList = 'history' | 'contacts' | 'companions' | 'requests' | 'campaigns' | 'commitments';
/** What stands in a territory's document or in a table of its own. */
type ListName = NeededList | OptionalList;

/** The columns of each table. */
export const COLUMNS: Readonly<Record<ListName, readonly Column[]>> = {
  customers: customerColumns,
  reps: repColumns,
  history: historyColumns,
  contacts: contactColumns,
  companions: companionColumns,
  requests: requestColumns,
  campaigns: campaignColumns,
  commitments: commitmentColumns,
};

const isNeeded = (name: ListName): name is NeededList => name === 'customers' || name === 'reps';

/** What a territory is read from. */
export interface TerritoryFiles extends Pick<Reading, 'files' | 'shownAs'> {
  /** The territory's own document, where it is no file; null where it is. */
  readonly document: Source | null;
}

/** The territory's own document, or null after findings. */
export function readRoot({ files, shownAs, document }: TerritoryFiles, findings: Findings): Source | null {
  if (document !== null) return document;
  const names = [...files.keys()];
  const alone = files.has('territory.json') || names.some((name) => name.endsWith('.csv') || name === 'policy.json') ? undefined : names[0];
  const name = alone ?? 'territory.json';
  const content = files.get(name);
  const file = shownAs.get(name) ?? name;
  if (content !== undefined) return readJson(file, content, findings);
  findings.report(fileErrors.fileMissing({ at: { file }, needed: 'Add it, with at least id, timeZone and policy.' }));
  return null;
}

/** The records of a list from the table or from the document itself; null when they cannot be read. */
export function listOf(reading: Reading, name: ListName): readonly Source[] | null {
  const { files, shownAs, root, findings } = reading;
  const file = shownAs.get(`${name}.csv`) ?? `${name}.csv`;
  const table = files.get(`${name}.csv`);
  const inline = partOf(root, name);
  const at = inline.placeOf([]);
  if (table !== undefined && inline.value !== undefined) findings.report(territoryErrors.givenTwice({ at, what: name, also: file }));
  if (table === undefined && inline.value === undefined) {
    if (!isNeeded(name)) return [];
    if (files.size === 0) findings.report(valueErrors.fieldMissing({ at, expected: 'a list, with at least one entry' }));
    else findings.report(fileErrors.fileMissing({ at: { file }, needed: `Add it, or list the ${name} in ${root.placeOf([]).file}.` }));
    return null;
  }
  const records = table === undefined ? recordsOf(inline) : recordsIn(table, { name, file }, reading);
  if (records?.length === 0 && isNeeded(name))
    findings.report(territoryErrors.territoryEmpty({ at: table === undefined ? at : { file }, what: name }));
  return records;
}

function recordsIn(
  text: string,
  { name, file }: { readonly name: ListName; readonly file: string },
  { skip, rowCounts, findings }: Reading,
): readonly Source[] | null {
  const table = readTable(text, { table: name, file, columns: COLUMNS[name], skip: skip.get(file) ?? new Set() }, findings);
  if (table !== null) rowCounts.set(file, table.rowCount);
  return table?.records ?? null;
}
