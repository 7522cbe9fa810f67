import { describe, expect, it } from 'vitest';
import { FormatCache } from '../../src/service/format-cache.ts';

const bytes = (length: number) => new Uint8Array(length);

describe('the cache of formats', () => {
  it('writes a format once, also for callers who wait together', async () => {
    const cache = new FormatCache(100);
    let written = 0;
    const write = () => {
      written++;
      return Promise.resolve(bytes(10));
    };
    const [one, other] = await Promise.all([cache.get('a', write), cache.get('a', write)]);
    expect(one).toBe(other);
    expect(await cache.get('a', write)).toBe(one);
    expect(written).toBe(1);
  });

  it('lets the format go that was not used for longest', async () => {
    const cache = new FormatCache(25);
    const names: string[] = [];
    const get = (key: string) =>
      cache.get(key, () => {
        names.push(key);
        return Promise.resolve(bytes(10));
      });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await get(key);
    // c needs the room of b, which was used before a.
    expect(names).toEqual(['a', 'b', 'c', 'b']);
  });

  it('keeps nothing that is larger than all of it, and nothing that failed', async () => {
    const cache = new FormatCache(5);
    let written = 0;
    const large = () => {
      written++;
      return Promise.resolve(bytes(10));
    };
    await cache.get('large', large);
    await cache.get('large', large);
    expect(written).toBe(2);
    await expect(cache.get('bad', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await cache.get('bad', () => Promise.resolve(bytes(1)))).toHaveLength(1);
  });

  it('goes on while one caller waits, and drops the task when all have left', async () => {
    const cache = new FormatCache(100);
    const signals: AbortSignal[] = [];
    const { promise, resolve } = Promise.withResolvers<Uint8Array>();
    const write = (signal: AbortSignal) => {
      signals.push(signal);
      return promise;
    };
    const [first, second] = [new AbortController(), new AbortController()];
    const callers = [cache.get('a', write, first.signal), cache.get('a', write, second.signal)];
    first.abort(new Error('first left'));
    await expect(callers[0]).rejects.toThrow('first left');
    expect(signals[0]?.aborted).toBe(false);
    second.abort(new Error('second left'));
    await expect(callers[1]).rejects.toThrow('second left');
    expect(signals[0]?.aborted).toBe(true);
    // Whoever comes later gets a task of their own.
    const later = cache.get('a', write);
    expect(signals).toHaveLength(2);
    resolve(bytes(1));
    expect(await later).toHaveLength(1);
  });
});
