import { join } from 'node:path';
import { exitCodes } from '../../src/cli/exit-codes.ts';
import { writeFiles } from '../../src/cli/output/output-folder.ts';
import { generateTerritory } from './generate-territory.ts';
import { fixtureSpecs } from './specs.ts';

// Writes the given fixtures, or all of them, from their specs. `fixtures/hamlet-4` is written by hand and is not generated.
const ids = process.argv.slice(2);
const unknown = ids.filter((id) => fixtureSpecs.every((spec) => spec.id !== id));
try {
  if (unknown.length > 0) throw new Error(`tools/generate/specs.ts has no spec for ${unknown.join(', ')}.`);
  for (const spec of fixtureSpecs) {
    if (ids.length > 0 && !ids.includes(spec.id)) continue;
    const { id, files } = generateTerritory(spec);
    await writeFiles(join(import.meta.dirname, '../../fixtures', id), files);
    console.log(`Written: fixtures/${id}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = exitCodes.badInput;
}
