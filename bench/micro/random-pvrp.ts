import { createRandom } from '../../src/kernel/random.ts';
import type { PvrpInstance } from '../public/pvrp-instance.ts';

/** Side of the square with all customers, in the instance's unit. */
const SIDE = 100;

/**
 * A periodic VRP that needs no files: customers all over a square, the depot in its middle, a third of them visited
 * on two of four days, and vehicles about nine tenths full. Equal seeds give equal instances.
 */
export function randomPvrp({ seed, customers }: { readonly seed: number; readonly customers: number }): PvrpInstance {
  const random = createRandom(seed);
  const days = 4;
  const vehicles = 4;
  const visits = customers + Math.ceil(customers / 3);
  return {
    name: `random-${customers}`,
    vehicles,
    days,
    longest: Array.from({ length: days }, () => 0),
    capacity: Array.from({ length: days }, () => Math.ceil(visits / (days * vehicles) / 0.9)),
    depot: { x: SIDE / 2, y: SIDE / 2 },
    customers: Array.from({ length: customers }, (_, index) => ({
      id: index + 1,
      x: random.below(SIDE),
      y: random.below(SIDE),
      service: 0,
      demand: 1,
      patterns:
        index % 3 === 0
          ? [
              [0, 2],
              [1, 3],
            ]
          : [[0], [1], [2], [3]],
    })),
  };
}
