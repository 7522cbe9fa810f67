import type { Problem } from '../problem/layout.ts';

/** Legs by where they lead, so that the legs to one place lie side by side: the tables of a problem, transposed. */
export interface LegsTo {
  /** [m, p, p] */
  readonly cost: Int32Array;
  readonly time: Int32Array;
  /** [w, p, p] */
  readonly wayCost: Int32Array;
  readonly wayTime: Int32Array;
}

/** Turns the legs of a problem around; equal tables stay one. */
export function turnLegs({ legs, ways, placeCount }: Problem): LegsTo {
  const cost = transpose(legs.cost, placeCount);
  return {
    cost,
    time: legs.time === legs.cost ? cost : transpose(legs.time, placeCount),
    wayCost: transpose(ways.cost, placeCount),
    wayTime: transpose(ways.time, placeCount),
  };
}

/** The same table where both directions cost the same. */
function transpose(table: Int32Array, n: number): Int32Array {
  const turned = new Int32Array(table.length);
  for (let m = 0; m < table.length; m += n * n) {
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) turned[m + j * n + i] = table[m + i * n + j];
  }
  return table.every((cost, leg) => cost === turned[leg]) ? table : turned;
}
