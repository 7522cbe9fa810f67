import { z } from 'zod';
import type { Territory } from '../../domain/territory.ts';
import { visible } from '../../kernel/control-characters.ts';
import type { Finding, Place } from '../../kernel/finding.ts';
import { fileErrors } from '../reading/file-errors.ts';
import type { Findings } from '../reading/findings.ts';
import { type Source, partOf, placedValueAt } from '../reading/source.ts';
import { valueErrors } from '../reading/value-errors.ts';
import { holidayFilesIn } from '../territory/calendar.ts';
import type { TerritoryFiles } from '../territory/read-list.ts';
import type { EndPlaces } from '../territory/read-people.ts';
import { examineTerritory } from '../territory/read-territory.ts';
import { standardFileName, tableNames } from '../territory/table-names.ts';

/** The fields of a request that hold a territory. */
export const territoryFields = {
  territory: z.unknown().optional(),
  files: z.record(z.string(), z.string()).optional(),
  policy: z.unknown().optional(),
  ignoreColumns: z.boolean().optional(),
};

/** The fields that say how a territory is read, with their documentation. */
export const readingFields = {
  ignoreColumns: territoryFields.ignoreColumns.meta({
    description: 'Whether columns of tables that mean nothing to beatplan are passed over instead of being findings; the status names them',
  }),
};

/** Columns of a table that are not read. */
export interface UnusedColumns {
  readonly file: string;
  readonly headings: readonly string[];
}

/** The territory of a request. */
export interface RequestedTerritory {
  readonly territory: Territory;
  readonly endPlaces: EndPlaces;
  /** Converts a place in `territory.json` to a place in the request. */
  readonly placeOf: (place: Place) => Place;
  readonly unusedColumns: readonly UnusedColumns[];
}

/**
 * Reads the territory of a request: one document under `territory`, or files under `files`. The policy under `policy` replaces
 * the policy of the territory. Returns null after findings.
 */
export function readRequestedTerritory(request: Source, findings: Findings): RequestedTerritory | null {
  const input = chooseInput(request, findings);
  if (input === null) return null;
  const { files, shownNames, document } = input;
  const policy = partOf(request, 'policy');
  const reading = examineTerritory(files, {
    shownNames,
    ignoreColumns: partOf(request, 'ignoreColumns').value === true,
    ...(document === null ? {} : { document }),
    ...(policy.value === undefined ? {} : { policy }),
  });
  findings.add(reading.findings);
  if (reading.territory === null) return null;
  return {
    territory: reading.territory,
    endPlaces: reading.endPlaces,
    unusedColumns: reading.tables.filter(({ unused }) => unused.length > 0).map(({ file, unused }) => ({ file, headings: unused })),
    placeOf: (place) => (document === null ? place : placeInRequest(document, place)),
  };
}

/** The document or the files of a request, of which it has exactly one; null after findings. */
function chooseInput(request: Source, findings: Findings): TerritoryFiles | null {
  const [document, files] = [partOf(request, 'territory'), partOf(request, 'files')];
  if (document.value !== undefined && files.value !== undefined) {
    findings.report(valueErrors.optionsConflict({ at: files.placeOf([]), other: '"territory"' }));
    return null;
  }
  if (files.value !== undefined) return readFiles(files, findings);
  if (document.value !== undefined) return { files: new Map(), shownNames: new Map(), document };
  findings.report(
    valueErrors.fieldMissing({ at: document.placeOf([]), expected: 'the territory in one document, or its files under "files"' }),
  );
  return null;
}

/** The files of a request by their standard names, or null after findings. */
function readFiles(source: Source, findings: Findings): TerritoryFiles | null {
  const parsed = z.record(z.string(), z.string()).safeParse(source.value);
  // The schema of the request reports a file that is not text.
  if (!parsed.success) return null;
  const files = new Map<string, string>();
  const shownNames = new Map<string, string>();
  const before = findings.count;
  const holidayFiles = holidayFilesIn(parsed.data['territory.json'] ?? '');
  for (const [name, content] of Object.entries(parsed.data)) {
    const standardName = holidayFiles.includes(name) ? name : standardFileName(name);
    if (standardName === null) findings.report(unknownFile(source, name, holidayFiles));
    else if (files.has(standardName)) {
      findings.report(fileErrors.sheetTwice({ at: source.placeOf([name]), other: shownNames.get(standardName) ?? standardName }));
    } else files.set(standardName, content);
    if (standardName !== null && standardName !== name) shownNames.set(standardName, visible(name));
  }
  return findings.count > before ? null : { files, shownNames, document: null };
}

function unknownFile(files: Source, name: string, holidayFiles: readonly string[]): Finding {
  const tables = tableNames.filter((table) => table !== 'territory').map((table) => `${table}.csv`);
  const choices = ['territory.json', ...tables, 'policy.json', ...holidayFiles];
  return valueErrors.fieldUnknown({ at: placedValueAt(files, name).at, value: name, choices });
}

/** The place in the request of a place in `territory.json`. */
function placeInRequest(document: Source, place: Place): Place {
  const { file, pointer = '' } = document.placeOf([]);
  return place.file === 'territory.json' ? { file, pointer: `${pointer}${place.pointer ?? ''}` } : place;
}
