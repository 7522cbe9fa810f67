import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { z } from 'zod';
import type { PvrpEntry } from './pvrp-set.ts';

/** Sets of instances. Routes are short in VRPTW 1, where windows are narrow, and long in VRPTW 2. */
export const SETS = ['cvrp', 'vrptw-1', 'vrptw-2', 'pcvrptw', 'pvrp'] as const;
/** One of the sets. */
export type SetName = (typeof SETS)[number];

/** Where the instances are beside the repository; absent in most clones. */
export const BENCHMARKS = join(import.meta.dirname, '../../../shared/benchmarks');

const entry = z.strictObject({
  file: z.string(),
  reference: z.number().positive(),
  /** `sol` and `res`: the solution that comes with the instance; `found`: the least cost of a solution that was judged here. */
  source: z.enum(['sol', 'res', 'found']),
});

const list = z.record(z.enum(SETS), z.array(entry));

/** The instances of a set that are always measured, in a folder of instances. */
export function fixedSet(set: SetName, folder: string): readonly PvrpEntry[] {
  const sets = list.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'fixed-list.json'), 'utf8')));
  return sets[set].map(({ file, reference }) => ({ name: basename(file, extname(file)), file: join(folder, file), reference }));
}

/** Files of a set that are not there. */
export const missingFiles = (entries: readonly PvrpEntry[]): readonly string[] =>
  entries.map(({ file }) => file).filter((file) => !existsSync(file));
