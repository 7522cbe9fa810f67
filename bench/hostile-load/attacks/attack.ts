import type { Bodies } from '../bodies.ts';
import type { Caller } from '../caller.ts';

/** Something that a hostile caller does. */
export interface Attack {
  readonly kind: string;
  /** How often it is drawn, compared with the others. */
  readonly weight: number;
  readonly run: (caller: Caller, bodies: Bodies) => Promise<unknown>;
}
