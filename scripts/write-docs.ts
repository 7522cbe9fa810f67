// Writes the documents that are made from the code. A test fails when one of them is stale.
import { writeFileSync } from 'node:fs';
import { errorsPage } from './docs/errors-page.ts';
import { rulesPage } from './docs/rules-page.ts';

/** A generated document: where it lies in the repository, and what it says. */
export interface GeneratedDocument {
  readonly path: string;
  readonly text: () => string;
}

/** Every generated document. Adding one is a function in `scripts/docs/` and a line here. */
export const documents: readonly GeneratedDocument[] = [
  { path: 'docs/errors.md', text: errorsPage },
  { path: 'docs/rules.md', text: rulesPage },
];

if (import.meta.main) {
  for (const { path, text } of documents) {
    writeFileSync(path, text());
    console.log(`Wrote ${path}`);
  }
}
