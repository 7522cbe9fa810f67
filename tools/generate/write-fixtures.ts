import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateTerritory } from './generate-territory.ts';
import { fixtureSpecs } from './specs.ts';

// Writes the given fixtures, or all of them, from their specs. `fixtures/hamlet-4` is written by hand and is not generated.
const ids = process.argv.slice(2);
const unknown = ids.filter((id) => fixtureSpecs.every((spec) => spec.id !== id));
if (unknown.length > 0) throw new Error(`There are no fixtures ${unknown.join(', ')}.`);
for (const spec of fixtureSpecs) {
  if (ids.length > 0 && !ids.includes(spec.id)) continue;
  const { id, files } = generateTerritory(spec);
  for (const [path, text] of Object.entries(files)) {
    const file = join(import.meta.dirname, '../..', 'fixtures', id, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`Written: fixtures/${id}/${path}`);
  }
}
