import { readFileSync } from 'node:fs';
import { readSolomon } from './read-solomon.ts';
import { readVrplib } from './read-vrplib.ts';
import type { RoutingInstance } from './routing-instance.ts';

/** Reads an instance in either text format: VRPLIB begins with its name, Solomon's has no heads. */
export function readRouting(file: string): RoutingInstance {
  const text = readFileSync(file, 'utf8');
  return /^NAME\s*:/.test(text) ? readVrplib(text) : readSolomon(text);
}
