import { modes } from '../../travel/modes/index.ts';

type Translations = Readonly<Record<string, string>>;

const VISIT_KINDS: Translations = {
  回访: 'return',
  回访拜访: 'return',
  普通: 'ordinary',
  普通拜访: 'ordinary',
  日常拜访: 'ordinary',
  随机拜访: 'walk-in',
  陌拜: 'walk-in',
  电话: 'call',
  电话联系: 'call',
  主管拜访: 'manager',
  抽查: 'inspection',
  检查: 'inspection',
};

const STATUSES: Translations = {
  潜在: 'potential',
  潜在客户: 'potential',
  新: 'new',
  新客户: 'new',
  保持: 'retained',
  保持客户: 'retained',
  老客户: 'retained',
  流失: 'lost',
  流失客户: 'lost',
};

const WEEKDAYS: Translations = Object.fromEntries(
  ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'].flatMap((name, i) => {
    const numeral = ['一', '二', '三', '四', '五', '六', '日'][i] ?? '';
    return ['周', '星期', '礼拜'].map((week) => [`${week}${numeral}`, name]);
  }),
);

const MODES: Translations = Object.fromEntries(modes.map(({ id, label }) => [label.zh, id]));

const IF_NON_WORKING: Translations = { 顺延: 'next', 提前: 'previous', 取消: 'skip', 不办: 'skip' };

/** Chinese words in columns with a fixed choice, by heading; by table and heading where only that table has a fixed choice. */
const TRANSLATIONS: Readonly<Record<string, Translations>> = {
  setting: { 城区: 'town', 城镇: 'town', 城市: 'town', 农村: 'country', 乡村: 'country', 乡镇: 'country' },
  status: STATUSES,
  statuses: STATUSES,
  intent: { 明确: 'clear', 模糊: 'vague', 不明确: 'vague', 不明: 'unknown', 未知: 'unknown' },
  order_weekday: WEEKDAYS,
  'reps.role': { 客户经理: 'rep', 业务员: 'rep', 销售代表: 'rep', 主管: 'manager', 经理: 'manager', 部门经理: 'manager' },
  vehicles: MODES,
  modes: MODES,
  allowed_modes: MODES,
  kind: VISIT_KINDS,
  source: {
    跟进: 'follow-up',
    投诉: 'complaint',
    承诺: 'promise',
    上级任务: 'order',
    活动: 'campaign',
    新客户: 'new-customer',
    临时: 'ad-hoc',
    临时任务: 'ad-hoc',
  },
  if_non_working: IF_NON_WORKING,
  firmness: { 已列入计划: 'planned', 计划: 'planned', 已通知: 'announced', 已告知: 'announced', 已确认: 'confirmed', 已约定: 'confirmed' },
};

/** Translates the Chinese words of a cell to the values that documents use. Other words stay as they are. */
export function translateCell(table: string, heading: string, cell: string): string {
  const translations = TRANSLATIONS[`${table}.${heading}`] ?? TRANSLATIONS[heading];
  if (translations === undefined) return cell;
  return cell
    .split(/[;；、]/)
    .map((word) => translations[word.trim()] ?? word)
    .join(';');
}
