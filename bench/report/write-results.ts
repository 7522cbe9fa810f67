import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunStamp } from './run-stamp.ts';

/** Usual folder of results; git ignores it. */
export const RESULTS = join(import.meta.dirname, '../results');

/** Writes `<name>-<time>.json` into a folder and says so; the stamp comes first. */
export function writeResults(folder: string, name: string, results: { readonly stamp: RunStamp; readonly [part: string]: unknown }): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}-${results.stamp.at.replace(/[:Z]/g, '')}.json`);
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  console.log(`Written: ${file}`);
}
