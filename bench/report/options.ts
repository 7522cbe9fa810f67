import { InvalidArgumentError } from 'commander';

/** A number above zero, such as `10` or `0.5`. */
export function aboveZero(written: string): number {
  const number = Number(written);
  if (written.trim() === '' || !Number.isFinite(number) || number <= 0) throw new InvalidArgumentError('Give a number above 0.');
  return number;
}

/** Seeds from 1 up to a count. */
export function seedsUpTo(written: string): readonly number[] {
  return Array.from({ length: countOf(written) }, (_, index) => index + 1);
}

/** Words apart by commas, such as `p01,p14`. */
export function namesOf(written: string): readonly string[] {
  const names = written.split(',').map((name) => name.trim());
  if (names.includes('')) throw new InvalidArgumentError('Give names with commas between them.');
  return names;
}

/** Cores as people count them, from 1, such as `2` or `1,2`; comes back as the system counts them, from 0. */
export function coresOf(written: string): readonly number[] {
  const cores = namesOf(written).map((core) => countOf(core) - 1);
  if (new Set(cores).size < cores.length) throw new InvalidArgumentError('Name each core once.');
  return cores;
}

/** A whole number of at least 1. */
export function countOf(written: string): number {
  const number = Number(written);
  if (!/^\d+$/.test(written) || number < 1) throw new InvalidArgumentError('Give whole numbers of at least 1.');
  return number;
}
