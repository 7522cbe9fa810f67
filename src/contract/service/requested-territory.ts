import { z } from 'zod';
import type { Territory } from '../../domain/territory.ts';
import type { Finding, Place } from '../../kernel/finding.ts';
import type { Findings } from '../reading/findings.ts';
import type { EndPlaces } from '../territory/read-people.ts';
import { examineTerritory } from '../territory/read-territory.ts';
import { type Source, partOf, placedValueAt } from '../reading/source.ts';
import { standardFileName, tableNames } from '../territory/table-names.ts';
import { holidayFilesIn } from '../territory/calendar.ts';
import type { TerritoryFiles } from '../territory/read-list.ts';
import { fileErrors } from '../reading/file-errors.ts';
import { valueErrors } from '../reading/value-errors.ts';

/** The fields of a request that give a territory. */
export const territoryFields = {
  territory: z.unknown().optional(),
  files: z.record(z.string(), z.string()).optional(),
  policy: z.unknown().optional(),
};

/** A territory that came with a request. */
export interface RequestedTerritory {
  readonly territory: Territory;
  readonly endPlaces: EndPlaces;
  /** Where the request says what the territory's own document says, of a place in `territory.json`. */
  readonly placeOf: (place: Place) => Place;
}

/**
 * Reads the territory of a request, as one document under `territory` or as its files under `files`, with the policy
 * that the request may name instead of the territory's own. Null after findings.
 */
export function readRequestedTerritory(request: Source, findings: Findings): RequestedTerritory | null {
  const given = chosen(request, findings);
  if (given === null) return null;
  const policy = partOf(request, 'policy');
  const {
    territory,
    endPlaces,
    findings: found,
  } = examineTerritory(given.files, {
    shownNames: given.shownNames,
    ...(given.document === null ? {} : { document: given.document }),
    ...(policy.value === undefined ? {} : { policy }),
  });
  findings.report(...found);
  if (territory === null) return null;
  return {
    territory,
    endPlaces,
    placeOf: (place) => (given.document === null ? place : placeInDocument(given.document, place)),
  };
}

/** Exactly one of the two, or null after a finding. */
function chosen(request: Source, findings: Findings): TerritoryFiles | null {
  const [document, listed] = [partOf(request, 'territory'), partOf(request, 'files')];
  if (document.value !== undefined && listed.value !== undefined) {
    findings.report(valueErrors.optionsConflict({ at: listed.placeOf([]), other: '"territory"' }));
    return null;
  }
  if (listed.value !== undefined) return filesOf(listed, findings);
  if (document.value !== undefined) return { files: new Map(), shownNames: new Map(), document };
  findings.report(
    valueErrors.fieldMissing({ at: document.placeOf([]), expected: 'the territory in one document, or its files under "files"' }),
  );
  return null;
}

/** The files by what they are to a territory, or null after findings. */
function filesOf(listed: Source, findings: Findings): TerritoryFiles | null {
  const parsed = z.record(z.string(), z.string()).safeParse(listed.value);
  // That a file is no text, the schema of the request tells.
  if (!parsed.success) return null;
  const files = new Map<string, string>();
  const shownNames = new Map<string, string>();
  const before = findings.count;
  const holidays = holidayFilesIn(parsed.data['territory.json'] ?? '');
  for (const [name, content] of Object.entries(parsed.data)) {
    const read = holidays.includes(name) ? name : standardFileName(name);
    if (read === null) findings.report(unknownFile(listed, name, holidays));
    else if (files.has(read)) findings.report(fileErrors.sheetTwice({ at: listed.placeOf([name]), other: shownNames.get(read) ?? read }));
    else files.set(read, content);
    if (read !== null && read !== name) shownNames.set(read, name);
  }
  return findings.count > before ? null : { files, shownNames, document: null };
}

function unknownFile(listed: Source, name: string, holidays: readonly string[]): Finding {
  const tables = tableNames.filter((table) => table !== 'territory').map((table) => `${table}.csv`);
  const known = ['territory.json', ...tables, 'policy.json', ...holidays];
  return valueErrors.fieldUnknown({ at: placedValueAt(listed, name).at, value: name, choices: known });
}

/** What is found in a territory's own document stands where that document stands. */
const placeInDocument = (document: Source, place: Place): Place => {
  const { file, pointer = '' } = document.placeOf([]);
  return place.file === 'territory.json' ? { file, pointer: `${pointer}${place.pointer ?? ''}` } : place;
};
