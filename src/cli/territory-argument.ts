import type { Command } from 'commander';
import type { EndPlaces } from '../contract/territory/read-people.ts';
import { type TableReading, examineTerritory } from '../contract/territory/read-territory.ts';
import { doubtsIn } from '../domain/doubts.ts';
import type { Territory } from '../domain/territory.ts';
import { clip } from '../kernel/clip.ts';
import { visible } from '../kernel/control-characters.ts';
import { present } from '../kernel/assert.ts';
import { valueErrors } from '../contract/reading/value-errors.ts';
import { type Finding, formatFinding, refuse } from '../kernel/finding.ts';
import { type Encoding, encodings } from './files/encodings.ts';
import { policyOption, policySource } from './policy-argument.ts';
import { readFiles } from './files/read-files.ts';

/** The argument that names a territory, with its help text. */
export const territoryArgument = [
  '<territory>',
  'a folder with territory.json, customers.csv and reps.csv, a workbook with such sheets, or one JSON file',
] as const;

/** How a territory is to be read, as written. */
export interface TerritoryFlags {
  readonly policy?: string;
  readonly coordinates?: string;
  readonly encoding?: string;
  readonly skipBadRows?: true;
  readonly ignoreColumns?: true;
}

/** Adds the options that say how a territory is to be read. */
export function addTerritoryOptions(command: Command): Command {
  return command
    .option(policyOption, "a policy to use instead of the territory's own")
    .option('--coordinates <system>', 'the system of the coordinates, wgs84, gcj02 or bd09, instead of the one declared')
    .option('--encoding <encoding>', 'the encoding of texts that are not Unicode, such as gb18030 or windows-1252, where it is not clear')
    .option('--ignore-columns', 'pass over columns that mean nothing to beatplan, and name them')
    .option('--skip-bad-rows', 'leave out rows with findings, list them, and go on with the others');
}

/** A territory as read from its files, and the rows that were left out. */
export interface ReadTerritory {
  readonly territory: Territory;
  readonly endPlaces: EndPlaces;
  /** Why rows were left out. */
  readonly skipped: readonly Finding[];
  readonly tables: readonly TableReading[];
}

/** The encoding that an option names, or null without the option; refuses a name that is none. */
function encodingOf(written: string | undefined): Encoding | null {
  const named = encodings.find((encoding) => encoding === written?.toLowerCase()) ?? null;
  if (written !== undefined && named === null) {
    refuse([valueErrors.choiceUnknown({ at: { file: '--encoding' }, value: written, what: 'encoding', choices: encodings })]);
  }
  return named;
}

/** Reads the territory at a path as its options say. */
export async function readTerritoryAt(path: string, flags: TerritoryFlags): Promise<ReadTerritory> {
  const { files, shownNames } = await readFiles(path, encodingOf(flags.encoding));
  const { territory, endPlaces, findings, skipped, tables } = examineTerritory(files, {
    shownNames,
    skipBadRows: flags.skipBadRows === true,
    ignoreColumns: flags.ignoreColumns === true,
    ...(flags.policy === undefined ? {} : { policy: await policySource(flags.policy) }),
    ...(flags.coordinates === undefined ? {} : { coordinates: flags.coordinates }),
  });
  findings.refuse();
  return {
    territory: present(territory, 'a territory that was not refused'),
    endPlaces,
    skipped: skipped.inOrder(),
    tables,
  };
}

/** Prints what was not read as it is written: line breaks in cells, and the rows that were left out, with reasons and counts. */
export function reportReading({ skipped, tables }: Pick<ReadTerritory, 'skipped' | 'tables'>): void {
  for (const { file, cellsWithBreaks, unused } of tables) {
    const named = unused.map((heading) => clip(heading === '' ? '(no heading)' : visible(heading), 40));
    if (unused.length > 0)
      console.error(`${file}: not used: ${named.slice(0, 30).join(', ')}${named.length > 30 ? `, … (${named.length} in all)` : ''}.`);
    const cells = cellsWithBreaks === 1 ? 'a cell' : `${cellsWithBreaks} cells`;
    if (cellsWithBreaks > 0) console.error(`${file}: line breaks or tabs in ${cells} are read as spaces.`);
  }
  if (skipped.length === 0) return;
  for (const finding of skipped) console.error(formatFinding(finding));
  const counts = tables
    .filter(({ refused }) => refused > 0)
    .map(({ file, rows, refused }) => `${file} without ${String(refused)} of ${String(rows)} rows`);
  console.error(`\nGoing on with ${counts.join(', ')}.\n`);
}

/** Prints which places are hardly meant: a plan with them is worth nothing. */
export function reportDoubtfulPlaces(territory: Territory): void {
  const doubts = doubtsIn(territory).filter(({ about }) => about === 'exchanged' || about === 'zero' || about === 'far');
  for (const { text } of doubts) console.error(`Warning: ${visible(text.en)}`);
}
