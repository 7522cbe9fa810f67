import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readSolomon } from './read-solomon.ts';
import { readVrplib } from './read-vrplib.ts';
import type { RoutingInstance } from './routing-instance.ts';

const span = z.object({ from: z.int(), until: z.int() }).nullable();

const written = z.object({
  name: z.string(),
  vehicles: z.int(),
  capacity: z.int().nullable(),
  window: span,
  customers: z.array(z.object({ demand: z.int(), service: z.int(), window: span, prize: z.int().nullable() })),
  legs: z.array(z.int()),
  objective: z.enum(['distance', 'duration']),
  scale: z.number(),
});

/** Reads an instance: VRPLIB begins with its name, JSON with a brace, Solomon's format has no heads. */
export function readRouting(file: string): RoutingInstance {
  const text = readFileSync(file, 'utf8');
  if (text.startsWith('{')) {
    const instance = written.parse(JSON.parse(text));
    return { ...instance, legs: Int32Array.from(instance.legs) };
  }
  return /^NAME\s*:/.test(text) ? readVrplib(text) : readSolomon(text);
}

/** An instance as JSON, which `readRouting` and the drivers of other solvers read. */
export const routingText = (instance: RoutingInstance): string => JSON.stringify({ ...instance, legs: [...instance.legs] });
