import type { Random } from '../../src/kernel/random.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Draws from lists of values at the bounds and near them. */
export interface Draw {
  readonly one: <T>(...choices: readonly T[]) => T;
  readonly chance: (share: number) => boolean;
  /** A field with a value, or no field. */
  readonly some: (share: number, fields: Fields) => Fields;
  readonly below: (n: number) => number;
}

/** Draws by a stream of random numbers. */
export const drawFrom = ({ next, below }: Random): Draw => ({
  one: <T>(...choices: readonly T[]): T => choices[below(choices.length)] as T,
  chance: (share) => next() < share,
  some: (share, fields) => (next() < share ? fields : {}),
  below,
});

/** Durations at the bounds: of prices and parameters. */
export const anyDuration = ({ one }: Draw): string => one('PT0S', 'PT1S', 'PT1M', 'PT1H', 'PT24H', 'PT99H59M59S', 'PT100H', 'PT360000S');
/** Lengths of visits, duties and breaks. */
export const anyLength = ({ one }: Draw): string =>
  one('PT1S', 'PT1S', 'PT1S', 'PT1M', 'PT1M', 'PT1M', 'PT20M', 'PT20M', 'PT4H', 'PT23H59M59S', 'PT24H');
