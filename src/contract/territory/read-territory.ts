import type { Territory } from '../../domain/territory.ts';
import { present } from '../../kernel/assert.ts';
import type { Finding } from '../../kernel/finding.ts';
import { type Overrides, assembleTerritory } from './assemble-territory.ts';
import { Findings } from '../reading/findings.ts';
import type { Source } from '../reading/source.ts';
import { type SkippedRows, type TableCounts, type TerritoryFiles, readFacts } from './read-list.ts';
import type { EndPlaces } from './read-people.ts';
import { territoryErrors } from './errors.ts';

/** Options of reading a territory. */
export interface ReadingOptions extends Overrides {
  /** Names of files that findings show, where they differ from the standard names. */
  readonly shownNames?: TerritoryFiles['shownNames'];
  /** The document of the territory, where it is not in a file. */
  readonly document?: Source;
  /** Whether rows with findings are left out of the territory. */
  readonly skipBadRows?: boolean;
  /** Whether columns that mean nothing to beatplan are passed over instead of being findings. */
  readonly ignoreColumns?: boolean;
}

/** The rows of one table, counted. */
export interface TableReading {
  readonly file: string;
  /** Rows that are not empty. */
  readonly rows: number;
  /** Rows with findings. */
  readonly refused: number;
  /** Cells with line breaks or tabs, which were read as spaces. */
  readonly cellsWithBreaks: number;
  /** The headings of columns with values that are not read. */
  readonly unused: readonly string[];
}

/** The result of reading a territory. */
export interface TerritoryReading {
  /** Null where there are findings. */
  readonly territory: Territory | null;
  readonly endPlaces: EndPlaces;
  readonly findings: Findings;
  /** The findings of rows that were left out. */
  readonly skipped: Findings;
  /** The tables with valid headings. */
  readonly tables: readonly TableReading[];
}

/** Reads a territory like `examineTerritory`, and throws a `PlanningError` with all findings. */
export function readTerritory(files: ReadonlyMap<string, string>, options: ReadingOptions = {}): Territory {
  const { territory, findings } = examineTerritory(files, options);
  findings.refuse();
  return present(territory, 'a territory that was not refused');
}

/**
 * Reads a territory from its files, by their standard names: `territory.json`, tables, `policy.json` and holiday files; or
 * from one JSON file of any name, which comes first, and its holiday files.
 *
 * With `skipBadRows` it reads again without the rows that have findings, until no row has any: a row may refer to one that
 * was left out. Other findings remain.
 */
export function examineTerritory(files: ReadonlyMap<string, string>, options: ReadingOptions = {}): TerritoryReading {
  const skipped = new Findings();
  for (;;) {
    const { territory, endPlaces, findings, counts } = readOnce(files, options, skipped.rows);
    const tablesOf = (all: Findings) =>
      [...counts].map(([file, { rowCount: rows, cellsWithBreaks, unused }]) => {
        const refused = all.rows.get(file)?.size ?? 0;
        return { file, rows, refused, cellsWithBreaks, unused };
      });
    if (findings.count === 0) return { territory, endPlaces, findings, skipped, tables: tablesOf(skipped) };
    const canSkip = options.skipBadRows === true && findings.areInRowsOf(counts);
    skipped.add(findings, canSkip && skipped.count > 0 ? explainReference : undefined);
    if (!canSkip) return { territory: null, endPlaces, findings: skipped, skipped: new Findings(), tables: tablesOf(skipped) };
  }
}

function readOnce(
  files: ReadonlyMap<string, string>,
  { shownNames = new Map(), document, ignoreColumns = false, ...overrides }: ReadingOptions,
  skippedRows: SkippedRows,
) {
  const findings = new Findings();
  const counts = new Map<string, TableCounts>();
  const facts = readFacts({ files, shownNames, document: document ?? null }, findings);
  const assembled =
    facts === null ? null : assembleTerritory({ files, shownNames, facts, skippedRows, ignoreColumns, counts, findings }, overrides);
  const { territory = null, endPlaces = new Map() } = assembled ?? {};
  return { territory, endPlaces, findings, counts };
}

const REFERENCES: ReadonlySet<string> = new Set(
  [
    territoryErrors.customerUnknown,
    territoryErrors.repUnknown,
    territoryErrors.contactUnknown,
    territoryErrors.companionUnknown,
    territoryErrors.managerUnknown,
    territoryErrors.travelPlaceUnknown,
  ].map(({ code }) => code),
);

/** Says of an unknown name that its row was left out. While all rows were there, the name existed. */
const explainReference = ({ code, at, value, ...finding }: Finding): Finding =>
  REFERENCES.has(code) && value !== undefined
    ? territoryErrors.referenceSkipped({ at, value })
    : { code, at, ...finding, ...(value === undefined ? {} : { value }) };
