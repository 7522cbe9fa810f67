import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readTerritory } from '../../src/contract/territory/read-territory.ts';
import type { Territory } from '../../src/domain/territory.ts';

/** The texts of a fixture's files by name. */
export function fixtureFiles(name: string): ReadonlyMap<string, string> {
  const folder = join(import.meta.dirname, '../../fixtures', name);
  const isFile = (file: string) => /\.(csv|json)$/.test(file) && !file.startsWith('expect') && !file.startsWith('witness');
  const own = readdirSync(folder).filter(isFile);
  const holidays = readdirSync(folder).includes('holidays') ? readdirSync(join(folder, 'holidays')).map((file) => `holidays/${file}`) : [];
  return new Map([...own, ...holidays].map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** A fixture as the engine sees it. */
export const fixtureTerritory = (name: string): Territory => readTerritory(fixtureFiles(name));
