import { stringify } from 'csv-stringify/sync';
import readXlsxFile from 'read-excel-file/node';
import { Findings } from '../../contract/reading/findings.ts';
import { brokenCell, isBroken } from '../../contract/reading/broken-cells.ts';
import { plainHeading } from '../../contract/reading/headings.ts';
import { withoutBreaks } from '../../contract/reading/read-table.ts';
import { tableNamed, tableNames } from '../../contract/territory/table-names.ts';
import { brokenCellsOf, withBrokenCells } from './broken-cells.ts';
import { cliErrors } from '../errors.ts';
import { fileErrors } from '../../contract/reading/file-errors.ts';
import { visible } from '../../kernel/control-characters.ts';
import { refuse } from '../../kernel/finding.ts';
import { sizeOfWorkbook } from './workbook-size.ts';

/** The most cells of a sheet: 40 columns of 500,000 rows. */
const MOST_CELLS = 20_000_000;

/** A workbook as the files of a territory: texts by name, and the sheets that they are. */
export interface WorkbookFiles {
  readonly files: ReadonlyMap<string, string>;
  readonly shownNames: ReadonlyMap<string, string>;
}

/** Reads a workbook with a sheet for each table, and one for the territory's own facts, a fact a row. Empty sheets are passed over. */
export async function readWorkbook(bytes: Uint8Array, shown: string): Promise<WorkbookFiles> {
  const findings = new Findings();
  const files = new Map<string, string>();
  const shownNames = new Map<string, string>();
  for (const { sheet, data } of await sheetsOf(bytes, shown)) {
    const rows = data.map((row) => row.map(cellText));
    if (rows.every((row) => row.every((cell) => cell === ''))) continue;
    const at = { file: visible(`${shown}, sheet ${sheet}`) };
    const table = tableNamed(sheet);
    const name = table === 'territory' ? 'territory.json' : `${table}.csv`;
    const other = shownNames.get(name);
    if (table === null) findings.report(cliErrors.sheetUnknown({ at, value: sheet, choices: tableNames }));
    else if (other !== undefined) findings.report(fileErrors.sheetTwice({ at, other }));
    else {
      if (table === 'territory') reportBrokenFacts(rows, at.file, findings);
      shownNames.set(name, at.file);
      files.set(name, table === 'territory' ? factsOf(rows) : stringify(rows));
    }
  }
  findings.refuse();
  return { files, shownNames };
}

/** A sheet as the text of a table, with the name that findings show. */
export interface SheetText {
  readonly sheet: string;
  readonly file: string;
  readonly text: string;
}

/** Reads the sheets of a workbook as tables. */
export async function readSheets(bytes: Uint8Array, shown: string): Promise<readonly SheetText[]> {
  const sheets = await sheetsOf(bytes, shown);
  return sheets.map(({ sheet, data }) => ({
    sheet,
    file: visible(`${shown}, sheet ${sheet}`),
    text: stringify(data.map((row) => row.map(cellText))),
  }));
}

async function sheetsOf(bytes: Uint8Array, shown: string) {
  const size = sizeOfWorkbook(bytes);
  if (size === null) refuse([cliErrors.workbookUnreadable({ at: { file: shown } })]);
  else if (size.cells > MOST_CELLS) refuse([cliErrors.workbookTooLarge({ at: { file: shown }, last: size.last, most: MOST_CELLS })]);
  try {
    const sheets = await readXlsxFile(Buffer.from(bytes));
    const broken = brokenCellsOf(bytes);
    return sheets.map(({ sheet, data }, i) => ({ sheet, data: withBrokenCells(data, broken[i] ?? []) }));
  } catch {
    // The reader throws at whatever it does not understand of a file, by many names.
    refuse([cliErrors.workbookUnreadable({ at: { file: shown } })]);
    return [];
  }
}

/** The text of a cell; dates in ISO 8601, with a time where they have one, and times as hours and minutes. */
function cellText(cell: unknown): string {
  if (cell instanceof Date) return dateText(cell);
  // Of longer numbers only fifteen digits are in the file: the others would be made up.
  if (typeof cell === 'number' && Math.abs(cell) >= 1e15) return cell.toExponential().toUpperCase();
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell).trim() : '';
}

const SECOND = 1000;
const DAY = 86_400 * SECOND;
/** The days from which spreadsheets count: a time or a duration is a part of a day from there on. */
const FIRST_DAYS = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)];
/** The longest duration: 100 hours. */
const LONGEST = 100 * 3600 * SECOND;

function dateText(date: Date): string {
  const time = Math.round(date.getTime() / SECOND) * SECOND;
  const first = FIRST_DAYS.find((day) => time >= day && time - day <= LONGEST && (time === day || time % DAY !== 0));
  if (first !== undefined) return clockText(time - first);
  const [day = '', clock = ''] = new Date(time).toISOString().split('T');
  return time % DAY === 0 ? day : `${day} ${clock.slice(0, 8)}`;
}

/** Hours and minutes, and seconds where there are any. */
function clockText(time: number): string {
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  const seconds = time / SECOND;
  const text = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? text : `${text}:${two(seconds % 60)}`;
}

/** Names of a territory's facts. */
const FACTS: Readonly<Record<string, readonly string[]>> = {
  id: ['id', '编号', '辖区编号'],
  name: ['name', '名称', '辖区名称'],
  timeZone: ['timeZone', 'time zone', '时区'],
  policy: ['policy', 'preset', '制度', '拜访制度'],
  coordinates: ['coordinates', 'coordinate system', '坐标系', '坐标'],
  setting: ['setting', '城乡', '区域类型'],
};

/** Reports each fact whose name or value is an error of the spreadsheet. */
function reportBrokenFacts(rows: readonly (readonly string[])[], file: string, findings: Findings): void {
  rows.forEach((cells, i) => {
    const broken = cells.slice(0, 2).find(isBroken);
    if (broken !== undefined) findings.report(brokenCell({ file, row: i + 1 }, broken));
  });
}

/** Rows of a fact and its value as the text of `territory.json`; a fact that there is not stays as it is written. */
function factsOf(rows: readonly (readonly string[])[]): string {
  const facts = rows
    .filter(([fact = '', value = '']) => fact !== '' && value !== '')
    .map(([fact = '', value = '']) => {
      const name = Object.entries(FACTS).find(([, names]) => names.map(plainHeading).includes(plainHeading(fact)))?.[0];
      return [name ?? fact, withoutBreaks(value)] as const;
    });
  return JSON.stringify(Object.fromEntries(facts));
}
