import type { Break, Duty, DutyDays, Material, Policy, RuleInstance, Tag, Tier } from '../../domain/policy.ts';
import { type NamedList, type Origin, type PolicyOrigins, leftOut, originsIn } from '../../domain/policy-entries.ts';
import type { Language, Text } from '../../kernel/text.ts';
import { formatClock, inMinutes } from '../../kernel/units.ts';
import { frequencyText } from './frequency-text.ts';
import { inHours, inTenthsOfMinutes, kindNames, weekdayNames } from '../phrases.ts';
import { indented, textTable } from './text-table.ts';

/** Texts of a rule as a policy uses it. */
export interface RuleWords {
  /** The rule under its parameters. */
  readonly sentence: Text;
  /** The unit of its price; null where it has none. */
  readonly unit: Text | null;
}

/** Language and texts of a policy's description. */
export interface PolicyTextContext {
  readonly language: Language;
  readonly ruleWords: (instance: RuleInstance) => RuleWords;
}

/** One entry of a list: name, tag and text. */
interface Line {
  readonly name: string;
  /** Null for tiers, which have none. */
  readonly tag: Tag | null;
  /** `must` or `priced`; null for entries that are not rules. */
  readonly stance: string | null;
  readonly text: string;
}

/** A policy for people: all its entries, each with its tag and where it comes from. */
export function policyText(origins: PolicyOrigins, context: PolicyTextContext): string {
  const { policy } = origins;
  const { language } = context;
  const lists = (['rules', 'frequencies', 'tiers', 'duties', 'breaks', 'deadlines', 'materials'] as const)
    .map((list) => ({ list, lines: linesOf(policy, list, context) }))
    .filter(({ lines }) => lines.length > 0);
  return [
    `${policy.title[language]} (${policy.id} ${policy.version})`,
    ...extensionLines(origins, language),
    ...lists.flatMap(({ list, lines }) => ['', LISTS[list][language], ...indented(tableOf(lines, originsIn(origins, list), language))]),
    '',
    WORDS.tags[language],
  ].join('\n');
}

function extensionLines(origins: PolicyOrigins, language: Language): readonly string[] {
  const { policy, preset } = origins;
  if (preset === null || preset === policy) return [];
  const removed = leftOut(origins).join(language === 'zh' ? '、' : ', ');
  const extended = WORDS.extends[language].replace('{preset}', preset.id);
  return removed === '' ? [extended] : [extended, `${WORDS.leftOut[language]}${removed}`];
}

function tableOf(lines: readonly Line[], origins: ReadonlyMap<string, Origin>, language: Language): readonly string[] {
  const rows = lines.map(({ name, tag, stance, text }) => {
    const origin = origins.get(name) ?? 'own';
    const cells = [name, stance, tag === null ? null : TAGS[tag][language], ORIGINS[origin][language], text];
    return cells.filter((cell) => cell !== null);
  });
  return textTable(
    rows,
    Array.from(rows[0] ?? [], () => 'left'),
  );
}

function linesOf(policy: Policy, list: NamedList, context: PolicyTextContext): readonly Line[] {
  const { language } = context;
  const line = (name: string, tag: Tag | null, text: string): Line => ({ name, tag, stance: null, text });
  switch (list) {
    case 'rules':
      return policy.rules.map((rule) => ruleLine(rule, context));
    case 'frequencies':
      return policy.frequencies.map((frequency) => line(frequency.id, frequency.tag, frequencyText(frequency, language)));
    case 'tiers':
      return policy.tiers.map((tier) => line(tier.id, null, tierText(tier, language)));
    case 'duties':
      return policy.duties.map((duty) => line(duty.id, duty.tag, dutyText(duty, language)));
    case 'breaks':
      return policy.breaks.map((pause) => line(pause.id, pause.tag, breakText(pause, language)));
    case 'deadlines':
      return policy.deadlines.map(({ plan, due, tag }) => line(plan, tag, due[language]));
    case 'materials':
      return policy.materials.map((material) => line(material.id, material.tag, materialText(material, language)));
    default:
      return list satisfies never;
  }
}

/** A must as its sentence; a priced rule with the price of a unit. */
function ruleLine(instance: RuleInstance, { language, ruleWords }: PolicyTextContext): Line {
  const { rule: name, price, tag } = instance;
  const { sentence, unit } = ruleWords(instance);
  if (price === 'must') return { name, tag, stance: WORDS.must[language], text: sentence[language] };
  const count = inTenthsOfMinutes(price);
  const counted = language === 'zh' ? `每${unit?.zh ?? ''}计${count}分钟。` : ` Each ${unit?.en ?? ''} counts ${count} min.`;
  return { name, tag, stance: WORDS.priced[language], text: `${sentence[language]}${counted}` };
}

function tierText({ dwell, unserved }: Tier, language: Language): string {
  if (language === 'zh') return `每次${inMinutes(dwell)}分钟；漏一次必访计${inHours(unserved)}小时`;
  return `${inMinutes(dwell)} min a visit; a required one left out counts ${inHours(unserved)} h`;
}

function dutyText({ title, days, ifNonWorking, from, until, callsAhead }: Duty, language: Language): string {
  const zh = language === 'zh';
  const end = until >= 86_400 ? (zh ? '下班' : 'the end of the shift') : formatClock(until);
  const times = zh ? `${formatClock(from)}至${end}` : `${formatClock(from)} to ${end}`;
  const calls = callsAhead === undefined ? '' : zh ? `，每个电话${inMinutes(callsAhead)}分钟` : `, ${inMinutes(callsAhead)} min a call`;
  const moved = days.on === 'every-day' ? '' : MOVED[ifNonWorking][language];
  return zh
    ? `${title.zh}：${dutyDays(days, 'zh')}${times}${calls}${moved}`
    : `${title.en}: ${dutyDays(days, 'en')} ${times}${calls}${moved}`;
}

const MOVED: Readonly<Record<Duty['ifNonWorking'], Text>> = {
  next: { en: ', or on the next working day', zh: '，逢休息日顺延' },
  previous: { en: ', or on the working day before', zh: '，逢休息日提前' },
  skip: { en: '', zh: '' },
  keep: { en: ', on days off as well', zh: '，休息日也照常' },
};

function dutyDays(days: DutyDays, language: Language): string {
  const zh = language === 'zh';
  switch (days.on) {
    case 'every-day':
      return zh ? '每天' : 'every day';
    case 'weekdays':
      return `${zh ? '每' : 'on '}${days.weekdays.map((weekday) => weekdayNames[language][weekday - 1]).join(zh ? '、' : ', ')}`;
    case 'day-of-month':
      return zh ? `每月${days.day}日` : `on day ${days.day} of the month`;
    case 'last-working-day':
      return zh ? '每月最后一个工作日' : 'on the last working day of the month';
    default:
      return days satisfies never;
  }
}

/** `Price list, 2 copies a visit; customers tagged new; purpose: launch`. */
function materialText({ name, copies, tags, purposes, kinds }: Material, language: Language): string {
  const zh = language === 'zh';
  const all = (items: readonly string[]) => items.join(zh ? '、' : ' or ');
  const number = zh ? `每次${copies}份` : `${copies} ${copies === 1 ? 'copy' : 'copies'} a visit`;
  const parts = [
    `${name[language]}${zh ? '，' : ', '}${number}`,
    ...(tags.length === 0 ? [] : [zh ? `标签${all(tags)}` : `customers tagged ${all(tags)}`]),
    ...(purposes.length === 0 ? [] : [zh ? `目的含${all(purposes)}` : `purpose with ${all(purposes)}`]),
    ...(kinds.length === 0 ? [] : [all(kinds.map((kind) => kindNames[kind][language]))]),
  ];
  return parts.join(zh ? '；' : '; ');
}

function breakText({ title, earliest, latest, length }: Break, language: Language): string {
  const [from, until] = [formatClock(earliest), formatClock(latest)];
  if (language === 'zh') return `${title.zh}：${inMinutes(length)}分钟，${from}至${until}之间开始`;
  return `${title.en}: ${inMinutes(length)} min, from between ${from} and ${until} on`;
}

const LISTS: Readonly<Record<NamedList, Text>> = {
  rules: { en: 'Rules', zh: '规则' },
  frequencies: { en: 'Frequencies: the first that fits a customer holds', zh: '拜访频率：取最先符合的一条' },
  tiers: { en: 'Tiers', zh: '客户级别' },
  materials: { en: 'Materials to bring', zh: '携带物料' },
  duties: { en: 'Duties', zh: '内勤' },
  breaks: { en: 'Breaks', zh: '休息' },
  deadlines: { en: 'Plans are handed in', zh: '计划提交期限' },
};

const TAGS: Readonly<Record<Tag, Text>> = {
  stated: { en: 'stated', zh: '明文' },
  inferred: { en: 'inferred', zh: '引申' },
  added: { en: 'added', zh: '补充' },
};

const ORIGINS: Readonly<Record<Origin, Text>> = {
  preset: { en: 'preset', zh: '预设' },
  changed: { en: 'changed', zh: '已改' },
  own: { en: 'own', zh: '自订' },
};

const WORDS = {
  must: { en: 'must', zh: '必须' },
  priced: { en: 'priced', zh: '计价' },
  extends: { en: 'Extends the preset {preset}', zh: '沿用预设制度 {preset}' },
  leftOut: { en: 'Left out: ', zh: '不采用：' },
  tags: {
    en: 'stated: the source says so. inferred: it follows from the source. added: neither; yours to set.',
    zh: '明文：制度原文写明；引申：由原文推出；补充：原文没有，可自行设定。',
  },
} as const satisfies Readonly<Record<string, Text>>;
