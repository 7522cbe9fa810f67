import type { Policy } from './policy.ts';
import type { Rep } from './rep.ts';

/** Most stops that a rep makes away from a parked vehicle before going back to it. */
export const MOST_AWAY = 6;

/** What a rep may travel by under a policy, by mode id. */
export interface Transport {
  /** Own vehicles, best first: at most one of them is taken for a day. It stays where it is parked, and is home at the day's end. */
  readonly vehicles: readonly string[];
  /** Modes that are open to each leg, with a vehicle parked elsewhere or without any. */
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
