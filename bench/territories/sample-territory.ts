import { join } from 'node:path';
import { readFiles } from '../../src/cli/files/read-files.ts';
import { readTerritory } from '../../src/contract/territory/read-territory.ts';
import type { Territory } from '../../src/domain/territory.ts';

/** A sample territory by the name of its folder. */
export async function sampleTerritory(name: string): Promise<Territory> {
  const { files } = await readFiles(join(import.meta.dirname, '../../fixtures', name));
  return readTerritory(files);
}
