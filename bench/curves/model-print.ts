import { type Hash, createHash } from 'node:crypto';
import type { Part } from '../../src/planning/prepare-parts.ts';

/** Days at which prices of gaps are read; legs at which their prices are. */
const GAPS = Array.from({ length: 64 }, (_, days) => days);
const LEGS = [
  [0, 1, 600, 1000],
  [1, 0, 3600, 20_000],
] as const;

/** A hash of all that costs come from. */
export interface ModelPrint {
  /** Takes in a part of a territory. */
  readonly add: (part: Part) => void;
  /** The hash so far, shortened. */
  readonly text: () => string;
}

/**
 * The model under which costs can be compared: rep-days, visits, stays and the terms that the rules compile to. A refactoring of the
 * engine leaves it as it is; another price, rule, customer or travel time changes it.
 */
export function modelPrint(): ModelPrint {
  const hash = createHash('sha256');
  return { add: (part) => addPart(hash, part), text: () => hash.copy().digest('hex').slice(0, 12) };
}

function addPart(hash: Hash, { compiled: { scene, terms, problem } }: Part): void {
  const add = (value: unknown) => hash.update(JSON.stringify(value, plain) ?? '');
  for (const { rep, day, field } of scene.repDays) add([rep.id, day, field]);
  for (const { dwell, visits } of scene.series) add([dwell, visits]);
  for (const { term } of terms) add(term);
  hash.update(problem.legs.time);
}

/** Functions by what they return at some points; typed arrays and infinite prices as JSON has them. */
function plain(_: string, value: unknown): unknown {
  if (value === Infinity) return 'forbidden';
  if (value instanceof Int32Array) return [...value];
  if (typeof value !== 'function') return value;
  const points = value.length > 1 ? LEGS : GAPS.map((days) => [days]);
  return points.map((point): unknown => Reflect.apply(value, undefined, point));
}
