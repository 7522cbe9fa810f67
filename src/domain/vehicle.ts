import type { Policy } from './policy.ts';
import type { Rep } from './rep.ts';

/** Most stops that a rep makes away from a parked vehicle before going back to it. */
export const MOST_AWAY = 6;

/** The modes that a rep may use under a policy, by mode id. */
export interface Transport {
  /** Own vehicles, best first: a rep takes at most one a day. It stays where it is parked, and is back at the day's end. */
  readonly vehicles: readonly string[];
  /** Modes for legs without the own vehicle. */
  readonly free: readonly string[];
}

/** The modes of a rep that the policy allows too. */
export const transportOf = ({ modes }: Policy, rep: Rep): Transport => ({
  vehicles: rep.vehicles.filter((mode) => modes.includes(mode)),
  free: rep.modes.filter((mode) => modes.includes(mode) && !rep.vehicles.includes(mode)),
});

/** All modes that a rep may use, each once. */
export function modesOf(policy: Policy, rep: Rep): readonly string[] {
  const { vehicles, free } = transportOf(policy, rep);
  return [...new Set([...vehicles, ...free])];
}
