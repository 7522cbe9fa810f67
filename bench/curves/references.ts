import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const reference = z.strictObject({
  /** The lowest audited cost that any run has reached. */
  cost: z.number().positive(),
  /** The model that the cost belongs to: see `modelPrint`. */
  model: z.string(),
  /** Processor seconds and seed of the run, and the commit that it ran on; null outside a checkout. */
  seconds: z.number().positive(),
  seed: z.int(),
  commit: z.string().nullable(),
});

const references = z.record(z.string(), reference);

/** The lowest cost that is known of a case, and where it comes from. */
export type Reference = Readonly<z.infer<typeof reference>>;
/** References by case. */
export type References = Readonly<Record<string, Reference>>;

/** The references that are committed. */
export const REFERENCES = join(import.meta.dirname, 'references.json');

/** Reads references. */
export const readReferences = (file: string): References => references.parse(JSON.parse(readFileSync(file, 'utf8')));

/** Writes references, cases in the order of their names. */
export function writeReferences(file: string, all: References): void {
  const sorted = Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
}

/** A run of a case that may lower its reference. */
export interface Candidate extends Reference {
  readonly name: string;
}

/** References after a run: a lower cost under the same model takes the place, and any cost under another model does. */
export function lowered(all: References, { name, ...run }: Candidate): References {
  const before = all[name];
  const isBetter = before === undefined || before.model !== run.model || run.cost < before.cost;
  return isBetter ? { ...all, [name]: run } : all;
}
