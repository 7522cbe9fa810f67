import { readFileSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { z } from 'zod';

const results = z.object({ cases: z.array(z.object({ name: z.string(), longCost: z.number().positive() })) });

/** Costs of the long runs that an earlier results file holds, by case. */
export function longCostsOf(file: string): ReadonlyMap<string, number> {
  try {
    const { cases } = results.parse(JSON.parse(readFileSync(file, 'utf8')));
    return new Map(cases.map(({ name, longCost }) => [name, longCost]));
  } catch {
    // No such file, no JSON, other results: all are mended by naming another file.
    throw new InvalidArgumentError('Give a file that this benchmark has written.');
  }
}
