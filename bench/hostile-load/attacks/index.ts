import type { Attack } from './attack.ts';
import { bodyAttacks } from './bodies.ts';
import { connectionAttacks } from './connections.ts';
import { planAttacks } from './plans.ts';
import type { Caller } from '../caller.ts';

/** Everything that hostile callers do. */
export const attacks: readonly Attack[] = [...bodyAttacks, ...connectionAttacks, ...planAttacks];

/** Draws an attack by weight. */
export function drawAttack({ random }: Caller): Attack | undefined {
  let left = random.next() * attacks.reduce((sum, { weight }) => sum + weight, 0);
  return attacks.find(({ weight }) => (left -= weight) < 0);
}
