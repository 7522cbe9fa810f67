import type { Territory } from '../../domain/territory.ts';
import { present } from '../../kernel/assert.ts';
import { type Finding, refuse } from '../../kernel/finding.ts';
import { type EndPlaces, type Instead, assembleTerritory } from './assemble-territory.ts';
import { Findings } from '../reading/findings.ts';
import type { Source } from '../reading/source.ts';
import { type ShownAs, type SkippedRows, readRoot } from './territory-records.ts';
import { territoryErrors } from './errors.ts';

/** What may be asked of reading. */
export interface ReadingOptions extends Instead {
  /** What files are called where people see them. */
  readonly shownAs?: ShownAs;
  /** The territory's own document, where it is none of the files. */
  readonly document?: Source;
  /** Whether rows with findings are left out, and the others make the territory. */
  readonly skipBadRows?: boolean;
}

/** What became of the rows of one table. */
export interface TableReading {
  readonly file: string;
  /** Rows that hold something. */
  readonly rows: number;
  /** Those of them with findings. */
  readonly refused: number;
}

/** A territory as it was read, or why it was not. */
export interface TerritoryReading {
  /** Null when there are findings. */
  readonly territory: Territory | null;
  readonly endPlaces: EndPlaces;
  readonly findings: readonly Finding[];
  /** Why rows were left out; none are unless that is asked for. */
  readonly skipped: readonly Finding[];
  /** The tables whose headings could be read. */
  readonly tables: readonly TableReading[];
}

/** Reads like `examineTerritory`, and throws a `PlanningError` with all that is wrong. */
export function readTerritory(files: ReadonlyMap<string, string>, options: ReadingOptions = {}): Territory {
  const { territory, findings } = examineTerritory(files, options);
  refuse(findings);
  return present(territory, 'a territory that was not refused');
}

/**
 * Reads a territory from its files, by name: `territory.json`, the tables beside it, `policy.json` and the
 * holiday files it names; or one JSON file of any name, given first, and its holiday files.
 *
 * Where bad rows are to be left out, it reads again without them, until what is left is sound: a row may refer to
 * one that is gone. What is wrong with anything but rows stays.
 */
export function examineTerritory(files: ReadonlyMap<string, string>, options: ReadingOptions = {}): TerritoryReading {
  const skipped: Finding[] = [];
  let skip: SkippedRows = new Map();
  for (;;) {
    const { territory, endPlaces, findings, rowCounts } = readOnce(files, options, skip);
    const isOfRow = ({ at }: Finding) => at.row !== undefined && rowCounts.has(at.file);
    if (findings.length === 0 || options.skipBadRows !== true || !findings.every(isOfRow)) {
      const all = [...skipped, ...findings];
      const refused = rowsWith(all);
      const tables = [...rowCounts].map(([file, rows]) => ({ file, rows, refused: refused.get(file)?.size ?? 0 }));
      return findings.length === 0
        ? { territory, endPlaces, findings, skipped, tables }
        : { territory: null, endPlaces, findings: all, skipped: [], tables };
    }
    skipped.push(...(skip.size === 0 ? findings : findings.map(asDangling)));
    skip = rowsWith(skipped);
  }
}

function readOnce(files: ReadonlyMap<string, string>, { shownAs = new Map(), document, ...instead }: ReadingOptions, skip: SkippedRows) {
  const findings = new Findings();
  const rowCounts = new Map<string, number>();
  const reading = { files, shownAs, skip, rowCounts, findings };
  const root = readRoot({ files, shownAs, document: document ?? null }, findings);
  const assembled = root === null ? null : assembleTerritory({ ...reading, root }, instead);
  const { territory = null, endPlaces = new Map() } = assembled ?? {};
  return { territory, endPlaces, findings: findings.inOrder(), rowCounts };
}

function rowsWith(findings: readonly Finding[]): SkippedRows {
  const byFile = Map.groupBy(findings, ({ at }) => at.file);
  return new Map([...byFile].map(([file, own]) => [file, new Set(own.flatMap(({ at }) => at.row ?? []))]));
}

const REFERENCES: ReadonlySet<string> = new Set(
  [
    territoryErrors.customerUnknown,
    territoryErrors.repUnknown,
    territoryErrors.contactUnknown,
    territoryErrors.companionUnknown,
    territoryErrors.managerUnknown,
  ].map(({ code }) => code),
);

/** A reference that was not wrong as long as all rows were there. */
const asDangling = ({ code, at, value, ...finding }: Finding): Finding =>
  REFERENCES.has(code) && value !== undefined
    ? territoryErrors.referenceSkipped({ at, value })
    : { code, at, ...finding, ...(value === undefined ? {} : { value }) };
