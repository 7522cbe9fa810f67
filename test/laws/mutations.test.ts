import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCatalogues } from '../../scripts/docs/error-catalogues.ts';
import { prepareParts } from '../../src/planning/prepare-parts.ts';
import { examineHorizon } from '../../src/contract/territory/check-horizon.ts';
import { readTerritory } from '../../src/contract/territory/read-territory.ts';
import { day } from '../../src/domain/calendar.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { type Random, createRandom } from '../../src/kernel/random.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { PlanningError } from '../../src/kernel/finding.ts';
import { lawCases } from '../support/law-cases.ts';

/** How many times a sound territory is spoilt. */
const TIMES = lawCases(400, 0.1);

const folder = join(import.meta.dirname, '../../fixtures');
const FIXTURES = ['hamlet-4', 'check-in', 'health-products', 'key-accounts', 'overloaded-days'];
const codes = new Set(errorCatalogues.flatMap(({ errors }) => Object.values(errors).map(({ code }) => code)));
const horizon = { first: day('2026-12-07'), last: day('2026-12-08') };

/** The files that a territory is read from, the first customers, reps and visits only: the rest is more of the same. */
function filesOf(id: string): ReadonlyMap<string, string> {
  const entries = readdirSync(join(folder, id), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  const texts = paths.map((path) => [path.slice(join(folder, id).length + 1), readFileSync(path, 'utf8')] as const);
  return new Map(texts.filter(([name]) => /^(territory|policy)\.json$|\.csv$|^holidays/.test(name)));
}

const STRANGE = [
  '',
  ' ',
  '0',
  '-1',
  '999999999',
  '1e9',
  'NaN',
  'null',
  'true',
  '…',
  '客户',
  '2026-13-45',
  '25:61',
  'PT',
  '"',
  ';;',
  '{}',
  '[',
  'Mo-Fr',
  '=1+1',
  '\u0000',
];

/** One thing done to a set of files: what it was, and the files after it. */
interface Spoilt {
  readonly files: ReadonlyMap<string, string>;
  readonly done: string;
  /** Whether a name that is needed was written differently, so that reading must find something. */
  readonly isTypo: boolean;
}

function spoil(files: ReadonlyMap<string, string>, random: Random): Spoilt {
  const one = <T>(list: readonly T[]): T => list[random.below(list.length)] as T;
  const name = one([...files.keys()].filter((file) => !file.startsWith('holidays') || random.next() < 0.2));
  const text = files.get(name) ?? '';
  const withText = (changed: string, done: string, isTypo = false): Spoilt => ({
    files: new Map(files).set(name, changed),
    done: `${name}: ${done}`,
    isTypo,
  });
  const at = random.below(Math.max(1, text.length));
  const lines = text.split('\n');
  const row = random.below(lines.length);
  switch (random.below(10)) {
    case 0:
      return withText(text.slice(0, at), `cut at ${at}`);
    case 1:
      return withText(text.slice(0, at) + one(STRANGE) + text.slice(at), `something strange at ${at}`);
    case 2:
      return withText(text.slice(0, at) + text.slice(at + 1 + random.below(12)), `some letters less at ${at}`);
    case 3: {
      const without = new Map(files);
      without.delete(name);
      return { files: without, done: `${name} gone`, isTypo: false };
    }
    case 4:
      return withText(lines.toSpliced(row, 1).join('\n'), `line ${row + 1} gone`);
    case 5:
      return withText(lines.toSpliced(row, 0, lines[row] ?? '').join('\n'), `line ${row + 1} twice`);
    case 6:
    case 7: {
      const cells = (lines[row] ?? '').split(',');
      const cell = random.below(cells.length);
      return withText(lines.with(row, cells.with(cell, one(STRANGE)).join(',')).join('\n'), `cell ${cell + 1} of line ${row + 1}`);
    }
    case 8: {
      const keys = [...text.matchAll(/"([a-zA-Z]+)":/g)];
      if (name.endsWith('.csv')) {
        const headings = (lines[0] ?? '').split(',');
        const column = random.below(headings.length);
        return withText(
          [headings.with(column, `${headings[column]}qz`).join(','), ...lines.slice(1)].join('\n'),
          `heading ${column + 1} mistyped`,
          true,
        );
      }
      if (keys.length === 0) return withText('', 'empty');
      const key = one(keys);
      return withText(
        `${text.slice(0, key.index)}"${key[1]}qz":${text.slice(key.index + key[0].length)}`,
        `key ${key[1]} mistyped`,
        !name.startsWith('holidays'),
      );
    }
    default: {
      const [a, b] = [random.below(lines.length), random.below(lines.length)];
      return withText(
        lines
          .with(a, lines[b] ?? '')
          .with(b, lines[a] ?? '')
          .join('\n'),
        `lines ${a + 1} and ${b + 1} exchanged`,
      );
    }
  }
}

/** What reading said: the territory, or null after findings that are all as findings have to be. */
function read({ files, done, isTypo }: Spoilt): Territory | null {
  try {
    const territory = readTerritory(files);
    expect({ done, isTypo }).toEqual({ done, isTypo: false });
    return territory;
  } catch (error) {
    if (!(error instanceof PlanningError)) throw new Error(`${done}: ${String(error)}`, { cause: error });
    for (const { code, at, message, hint } of error.findings) {
      expect({ done, code, known: codes.has(code), at: at.file !== '', said: message !== '' && hint.length > 5 }).toEqual({
        done,
        code,
        known: true,
        at: true,
        said: true,
      });
    }
    expect({ done, findings: error.findings.length > 0 }).toEqual({ done, findings: true });
    return null;
  }
}

describe('a territory with something wrong in its files', () => {
  it('is refused with findings, or planned: never a stack trace, never a mistyped name passed over', { timeout: 1_200_000 }, async () => {
    const sound = FIXTURES.map(filesOf);
    let refused = 0;
    for (let n = 0; n < TIMES; n++) {
      const random = createRandom(n);
      const spoilt = spoil(sound[n % sound.length] ?? new Map(), random);
      const territory = read(spoilt);
      if (territory === null) refused++;
      else if (examineHorizon(territory, { horizon, at: { file: '--from' } }).findings.length === 0) {
        await prepareParts(territory, { horizon, travel: estimate, endPlaces: new Map() }).catch((error: unknown) => {
          if (!(error instanceof PlanningError)) throw new Error(`${spoilt.done}: ${String(error)}`, { cause: error });
        });
      }
    }
    expect(refused).toBeGreaterThan(TIMES / 4);
    expect(refused).toBeLessThan(TIMES);
  });
});
