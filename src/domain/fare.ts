import type { Metres } from '../kernel/units.ts';
import type { Day } from './calendar.ts';

/**
 * The price of a ride by some mode from a day on: a flag fall for the first metres, then by the kilometre, dearer
 * beyond a distance. A flat fare has a rate of 0. Money is in units of the fare's currency, such as 2.5 yuan.
 */
export interface Fare {
  readonly mode: string;
  readonly validFrom: Day;
  /** ISO 4217, such as `CNY`. */
  readonly currency: string;
  readonly flagFall: number;
  /** Metres that the flag fall covers. */
  readonly included: Metres;
  /** For each kilometre after that. */
  readonly perKilometre: number;
  /** Beyond this distance each kilometre costs more; null where it does not. */
  readonly far: { readonly beyond: Metres; readonly perKilometre: number } | null;
  /** The origin of the figures. */
  readonly source: string;
}

/** The fare of a mode on a day: the latest that is valid; null where the mode costs nothing. */
export const fareOn = (fares: readonly Fare[], mode: string, day: Day): Fare | null =>
  fares.filter((fare) => fare.mode === mode && fare.validFrom <= day).toSorted((a, b) => b.validFrom - a.validFrom)[0] ?? null;

/** Money that is paid for a ride. */
export interface Payment {
  /** In units of the currency, with two decimals. */
  readonly amount: number;
  readonly currency: string;
}

/** The fare of a ride by its metres. */
export function paymentFor({ currency, flagFall, included, perKilometre, far }: Fare, distance: number): Payment {
  const near = Math.max(0, Math.min(distance, far?.beyond ?? Infinity) - included);
  const beyond = far === null ? 0 : Math.max(0, distance - Math.max(far.beyond, included));
  const hundredths = Math.round(flagFall * 100 + (near * perKilometre + beyond * (far?.perKilometre ?? 0)) / 10);
  return { amount: hundredths / 100, currency };
}
