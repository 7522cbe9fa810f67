import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateTerritory } from '../src/generate/generate-territory.ts';
import { fixtureSpecs } from '../src/generate/specs.ts';

// Writes every generated fixture anew from its seed. `fixtures/hamlet-4` is written by hand.
for (const spec of fixtureSpecs) {
  const { id, files } = generateTerritory(spec);
  for (const [path, text] of Object.entries(files)) {
    const file = join(import.meta.dirname, '..', 'fixtures', id, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`Written: fixtures/${id}/${path}`);
  }
}
