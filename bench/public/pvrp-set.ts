import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readReference } from './pvrp-instance.ts';

/** An instance on disk and the value it is measured against. */
export interface PvrpEntry {
  readonly name: string;
  readonly file: string;
  readonly reference: number;
}

/** Left out: the reference of p13 is far above what everybody finds, so its gap would say nothing. */
const ODD = new Set(['p13']);

/**
 * The instances of a folder and of the folders in it, in the order of their names: each `.txt` with a `.res` beside
 * it, whose first line is the reference. Null where there is no such folder.
 */
export function pvrpSet(folder: string): readonly PvrpEntry[] | null {
  if (!existsSync(folder)) return null;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.txt'))
    .map((path) => ({ name: basename(path, '.txt'), file: join(folder, path), solution: join(folder, path.replace(/\.txt$/, '.res')) }))
    .filter(({ name, solution }) => !ODD.has(name) && existsSync(solution))
    .map(({ name, file, solution }) => ({ name, file, reference: readReference(solution) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}
