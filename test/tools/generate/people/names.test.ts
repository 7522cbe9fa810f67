import { describe, expect, it } from 'vitest';
import { namesFrom } from '../../../../tools/generate/people/names.ts';
import { createRandom } from '../../../../src/kernel/random.ts';

describe('namesFrom', () => {
  it('never gives a name twice, even when the word lists run out', () => {
    // The lists have about 2,000 names for shops in town.
    const namer = namesFrom(createRandom(1));
    const names = Array.from({ length: 5000 }, () => namer.townShop());
    expect(new Set(names).size).toBe(5000);
  });

  it('calls shops of one village by the name of the village', () => {
    const namer = namesFrom(createRandom(1));
    const [one, other, elsewhere] = [namer.villageShop('1'), namer.villageShop('1'), namer.villageShop('2')];
    expect(other.slice(0, 2)).toBe(one.slice(0, 2));
    expect(elsewhere.slice(0, 2)).not.toBe(one.slice(0, 2));
    expect(namer.villageShop(null).startsWith('集镇')).toBe(true);
  });
});
