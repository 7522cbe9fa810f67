import { lstat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';
import { Findings } from '../contract/reading/findings.ts';
import { readPolicy } from '../contract/policy/read-policy.ts';
import { documentSource } from '../contract/reading/source.ts';
import { type StarterTable, type StarterTerritory, starterTerritory } from '../contract/territory/starter/starter-territory.ts';
import { day } from '../domain/calendar.ts';
import { exitCodes, exitCodesHelp } from './exit-codes.ts';
import { readLanguage } from './options/option-values.ts';
import { writeFiles } from './output/output-folder.ts';
import { cliErrors } from './errors.ts';
import { refuse } from '../kernel/finding.ts';
import { visible } from '../kernel/control-characters.ts';

interface InitFlags {
  readonly policy: string;
  readonly language: string;
  readonly xlsx?: true;
}

/** The simplest policy: tiers, and visits every month. */
const USUAL_POLICY = 'check-in';

const EXAMPLES = `
Examples:
  beatplan init riverside
  beatplan init riverside --policy tobacco --xlsx
  beatplan init 城东 --lang zh
${exitCodesHelp(['done', 'bug', 'badInput'])}`;

/** Adds the command that writes the tables of a territory to begin with. */
export function addInit(program: Command, end: (code: number) => void): void {
  program
    .command('init')
    .summary('write the files of a new territory, to be filled in')
    .description(
      'Writes the files of a new territory with a few example rows, which plan as they are. Put your own customers and reps in their place. Writes over nothing.',
    )
    .argument('[folder]', 'where to write them', '.')
    .option('--policy <preset>', 'a preset; the guide "your own policy" lists them', USUAL_POLICY)
    .addOption(new Option('--lang, --language <language>', 'the language of headings and examples, en or zh').default('en', 'en'))
    .option('--xlsx', 'one workbook with a sheet for each table, instead of CSV files')
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string, flags: InitFlags) => {
      await init(folder, flags);
      end(exitCodes.done);
    });
}

async function init(folder: string, flags: InitFlags): Promise<void> {
  const findings = new Findings();
  const language = readLanguage({ name: '--language', written: flags.language }, findings);
  const policy = readPolicy(documentSource('--policy', flags.policy), findings);
  findings.refuse();
  if (language === null || policy === null) return;

  const id = basename(resolve(folder));
  const today = day(Temporal.Now.plainDateISO().toString());
  const starter = starterTerritory({ id, policy, language, today });
  const files = flags.xlsx === true ? await workbookOf(starter) : textsOf(starter);
  // Tables and a workbook in one folder would be one territory given twice.
  await refuseToReplace(folder, [...Object.keys(textsOf(starter)), WORKBOOK]);
  for (const path of await writeFiles(folder, files)) console.log(visible(`Written: ${path}`));
  console.log(`\nNow try: beatplan validate ${visible(folder)}\n    and: beatplan plan ${visible(folder)}`);
}

const WORKBOOK = 'territory.xlsx';

/** A JSON file and tables that spreadsheets open with all letters right. */
function textsOf({ facts, tables }: StarterTerritory): Readonly<Record<string, string>> {
  const texts = tables.map(({ name, rows }) => [`${name}.csv`, stringify([...rows], { bom: true })]);
  return { 'territory.json': `${JSON.stringify(facts, null, 2)}\n`, ...Object.fromEntries(texts) };
}

async function workbookOf({ factTable, tables }: StarterTerritory): Promise<Readonly<Record<string, Uint8Array>>> {
  const sheet = ({ name, rows }: StarterTable, stickyRowsCount: number) => ({
    sheet: name,
    data: rows.map((row) => row.map(cellOf)),
    stickyRowsCount,
  });
  const sheets = [sheet(factTable, 0), ...tables.map((table) => sheet(table, 1))];
  return { [WORKBOOK]: await writeExcelFile(sheets).toBuffer() };
}

/** Numbers as such, so that spreadsheets reckon with them; nothing for an empty cell. */
function cellOf(cell: string): string | number | null {
  if (cell === '') return null;
  return /^-?\d+\.\d+$/.test(cell) ? Number(cell) : cell;
}

async function refuseToReplace(folder: string, names: readonly string[]): Promise<void> {
  const taken = await Promise.all(names.map(async (name) => ((await isThere(join(folder, name))) ? [name] : [])));
  refuse(taken.flat().map((name) => cliErrors.fileExists({ at: { file: join(folder, name) } })));
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    // A path that cannot be reached holds no file to replace; writing reports a folder that takes no files.
    return false;
  }
}
