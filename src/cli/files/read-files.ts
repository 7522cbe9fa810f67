import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { standardFileName } from '../../contract/territory/table-names.ts';
import { holidayFilesIn } from '../../contract/territory/calendar.ts';
import { visible } from '../../kernel/control-characters.ts';
import { type Finding, PlanningError, refuse } from '../../kernel/finding.ts';
import type { Encoding, Origin } from './encodings.ts';
import { decode, isMissing, orRefuse, readBytes, readText } from './read-text.ts';
import { type WorkbookFiles, readWorkbook } from './read-workbook.ts';
import { fileErrors } from '../../contract/reading/file-errors.ts';

const WORKBOOK = '.xlsx';
/** The folder of given travel times. */
const TRAVEL = 'travel';

/**
 * Reads the files of a territory by name: a folder, a workbook or one JSON file, with the holiday files that it names.
 * In a folder tables and the workbook may have names of their own, such as `客户.csv`. Texts that are not Unicode are in the
 * encoding that the caller names, or in the one that is usual in the territory's time zone.
 */
export async function readFiles(path: string, encoding: Encoding | null = null): Promise<WorkbookFiles> {
  const folder = await isFolder(path);
  const base = folder ? path : dirname(path);
  const given = folder ? await namesIn(path) : [basename(path)];
  const files = new Map<string, string>();
  const shownNames = new Map<string, string>();
  const findings: Finding[] = [];
  const facts = given.find((name) => name === 'territory.json') ?? (folder ? null : basename(path));
  const origin = { zone: facts === null ? null : await zoneIn(join(base, facts), facts), encoding };
  for (const name of given.toSorted()) {
    const read = folder ? nameInside(name) : name;
    if (read !== null) await readInto({ files, shownNames }, { path: join(base, name), name, read, origin }).catch(gather(findings));
  }
  refuse(findings);
  for (const name of holidayFilesIn(files.get(folder || files.has('territory.json') ? 'territory.json' : basename(path)) ?? '')) {
    const content = await readIfThere(join(base, name), name, origin);
    // A territory in one file stays the only JSON file by having its holidays beside it, not among it.
    if (content !== null) files.set(name, content);
  }
  return { files, shownNames };
}

/** The names of the files in a folder, and in its folder `travel`. */
async function namesIn(path: string): Promise<readonly string[]> {
  const names = await orRefuse({ file: path }, () => readdir(path, { withFileTypes: true }));
  const isTravel = names.some((entry) => entry.name === TRAVEL && !entry.isFile());
  const within = isTravel ? await orRefuse({ file: TRAVEL }, () => readdir(join(path, TRAVEL))) : [];
  return [...names.map(({ name }) => name), ...within.map((name) => `${TRAVEL}/${name}`)];
}

/** The time zone that a territory's document names, whatever else is wrong with the document; null where it names none. */
async function zoneIn(path: string, name: string): Promise<string | null> {
  if (extname(name).toLowerCase() === WORKBOOK) return null;
  try {
    const bytes = await readBytes(path, name);
    const decoded = decode(bytes, { file: name });
    const text = typeof decoded === 'string' ? decoded : new TextDecoder('latin1').decode(bytes);
    return /"timeZone"\s*:\s*"([^"]{1,60})"/.exec(text)?.[1] ?? null;
  } catch {
    // Reading the file itself reports what is wrong with it.
    return null;
  }
}

/** Collects the findings of one file, so that the others are read as well. */
function gather(findings: Finding[]): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof PlanningError)) throw error;
    findings.push(...error.findings);
  };
}

interface File {
  readonly path: string;
  /** As it lies there. */
  readonly name: string;
  /** The territory's file that it stands for. */
  readonly read: string;
  readonly origin: Origin;
}

async function readInto(all: Gathered, { path, name, read, origin }: File): Promise<void> {
  if (extname(name).toLowerCase() === WORKBOOK) add(await readWorkbook(await readBytes(path, name), name), all);
  else {
    const text = await readText(path, name, origin);
    add({ files: new Map([[read, text]]), shownNames: new Map(read === name ? [] : [[read, visible(name)]]) }, all);
  }
}

/** The territory's file that a file of a folder stands for: `客户.csv` is `customers.csv`. Null for any other file. */
function nameInside(name: string): string | null {
  // Spreadsheet programs keep a file with such a name beside the open one.
  if (/^(~\$|\.)|\/(~\$|\.)/.test(name)) return null;
  return standardFileName(name) ?? (!name.includes('/') && extname(name).toLowerCase() === WORKBOOK ? name : null);
}

interface Gathered {
  readonly files: Map<string, string>;
  readonly shownNames: Map<string, string>;
}

/** Adds files to others; refuses to have one twice. */
function add(own: WorkbookFiles, all: Gathered): void {
  for (const [name, text] of own.files) {
    const shown = own.shownNames.get(name) ?? name;
    if (all.files.has(name)) refuse([fileErrors.sheetTwice({ at: { file: shown }, other: all.shownNames.get(name) ?? name })]);
    all.files.set(name, text);
    if (shown !== name) all.shownNames.set(name, shown);
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await orRefuse({ file: path }, () => stat(path))).isDirectory();
  } catch (error) {
    if (!isMissing(error)) throw error;
    refuse([
      fileErrors.fileMissing({ at: { file: path }, advice: 'Name a folder with a territory.json in it, a workbook, or a JSON file.' }),
    ]);
    return false;
  }
}

async function readIfThere(path: string, name: string, origin: Origin): Promise<string | null> {
  try {
    return await readText(path, name, origin);
  } catch (error) {
    // The contract reports a missing file and the place that names it.
    if (isMissing(error)) return null;
    throw error;
  }
}
