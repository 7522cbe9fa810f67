import type { Policy } from './policy.ts';
import type { Rep } from './rep.ts';

/** The own vehicle that a rep takes for the whole day: the first that the policy allows; null for free modes. */
export const vehicleOf = (policy: Policy, rep: Rep): string | null =>
  rep.vehicles.find((vehicle) => policy.modes.includes(vehicle)) ?? null;

/** The modes that a rep may use for a leg: the day's own vehicle, or else the allowed free modes. */
export function modesOf(policy: Policy, rep: Rep): readonly string[] {
  const vehicle = vehicleOf(policy, rep);
  return vehicle === null ? rep.modes.filter((mode) => policy.modes.includes(mode)) : [vehicle];
}
