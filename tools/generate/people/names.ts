import { assert, present } from '../../../src/kernel/assert.ts';
import type { Random } from '../../../src/kernel/random.ts';

// Words of luck and wealth in the names of small shops; no two of them together are a well-known brand.
const FIRST = ['永', '福', '顺', '吉', '瑞', '祥', '兴', '和', '丰', '裕', '泰', '德', '安', '恒', '宏', '聚', '广', '新'];
const SECOND = ['兴', '源', '顺', '祥', '和', '旺', '利', '昌', '丰', '茂', '润', '发', '诚', '盛', '隆', '益'];
const TOWN_SHOPS = ['便利店', '烟酒店', '超市', '副食店', '百货店', '食品店', '杂货铺'];
const VILLAGE_SHOPS = ['小卖部', '商店', '超市', '代销店', '杂货店', '副食店'];
const VILLAGE_HEADS = ['柳', '沈', '梅', '芦', '桑', '菱', '荷', '青', '石', '竹', '蒲', '陶', '鹤', '枫', '杏', '莲'];
const VILLAGE_TAILS = ['家浜', '家埭', '湾', '荡', '埠', '墩', '圩', '溇', '泾', '塘'];

/** Draws names; no name comes twice. */
export interface Namer {
  /** A shop in town, such as 永兴便利店. */
  readonly townShop: () => string;
  /** A shop in a village, such as 柳湾瑞丰小卖部. Any text can identify the village; null is the market town. */
  readonly villageShop: (village: string | null) => string;
}

/** Starts with no name used. */
export function namesFrom(random: Random): Namer {
  const used = new Set<string>();
  const villages = new Map<string, string>();
  const pick = (words: readonly string[]) => present(words[random.below(words.length)], 'word');
  const once = (draw: () => string): string => {
    let name = draw();
    for (let tries = 0; used.has(name); tries++) {
      assert(tries < 10_000, 'no name is left', { used: used.size });
      // When the word lists run out, shops have branches.
      name = tries < 50 ? draw() : `${draw()}${2 + random.below(98)}店`;
    }
    used.add(name);
    return name;
  };
  const lucky = () => {
    const first = pick(FIRST);
    const second = pick(SECOND);
    return first === second ? `${first}达` : first + second;
  };
  const villageName = (village: string) => {
    const name = villages.get(village) ?? once(() => pick(VILLAGE_HEADS) + pick(VILLAGE_TAILS));
    villages.set(village, name);
    return name;
  };
  return {
    townShop: () => once(() => lucky() + pick(TOWN_SHOPS)),
    villageShop: (village) => once(() => (village === null ? '集镇' : villageName(village)) + lucky() + pick(VILLAGE_SHOPS)),
  };
}
