import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateTerritory } from './generate-territory.ts';
import { fixtureSpecs } from './specs.ts';

// Writes the generated fixtures named, or all of them, anew from their seeds. `fixtures/hamlet-4` is written by hand.
const named = process.argv.slice(2);
const unknown = named.filter((id) => fixtureSpecs.every((spec) => spec.id !== id));
if (unknown.length > 0) throw new Error(`There are no fixtures ${unknown.join(', ')}.`);
for (const spec of fixtureSpecs) {
  if (named.length > 0 && !named.includes(spec.id)) continue;
  const { id, files } = generateTerritory(spec);
  for (const [path, text] of Object.entries(files)) {
    const file = join(import.meta.dirname, '../..', 'fixtures', id, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`Written: fixtures/${id}/${path}`);
  }
}
