import { z } from 'zod';
import type { Scene } from './scene.ts';

/** One kind of expectation: what `expect.json` may say, and how a plan is held against it. */
export interface Kind {
  readonly kind: string;
  /** What is wrong, a sentence each; nothing for a plan that keeps the promise. */
  readonly failures: (asked: unknown, scene: Scene) => readonly string[];
}

/**
 * Defines a kind. Each expectation may say `about`, the promise in words, and `exceptions`, how many
 * failures are borne because the rule behind it is priced; none unless it says so.
 */
export function defineKind<Shape extends z.ZodRawShape>(
  kind: string,
  shape: Shape,
  find: (asked: z.infer<z.ZodObject<Shape>>, scene: Scene) => Iterable<string>,
): Kind {
  const common = z.object({ kind: z.literal(kind), about: z.string().optional(), exceptions: z.int().min(0).default(0) });
  const own = z.object(shape);
  const known = z.strictObject({ ...common.shape, ...shape });
  return {
    kind,
    failures: (asked, scene) => {
      known.parse(asked); // A misspelt word must not pass for a kept promise.
      const found = [...find(own.parse(asked), scene)];
      return found.length > common.parse(asked).exceptions ? found : [];
    },
  };
}
