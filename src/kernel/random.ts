/**
 * A stream of random numbers that depends on its seed alone. All randomness comes from here.
 *
 * sfc32 by Chris Doty-Humphrey (PractRand), 128 bits of state; the seed is spread by splitmix32.
 */
export interface Random {
  /** A number in [0, 1). */
  readonly next: () => number;
  /** A whole number in [0, n). */
  readonly below: (n: number) => number;
}

/** Starts a stream; equal seeds give equal streams on every machine. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const spread = () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let a = spread();
  let b = spread();
  let c = spread();
  let count = 1;
  const next = () => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) * 2.3283064365386963e-10; // 2^-32
  };
  for (let i = 0; i < 12; i++) next();
  return { next, below: (n) => Math.floor(next() * n) };
}
