import type { CustomerStatus } from '../../domain/customer.ts';
import type { Cycle, Frequency } from '../../domain/policy.ts';
import type { Language, Text } from '../../kernel/text.ts';
import { inMinutes } from '../../kernel/units.ts';
import { kindNames } from '../phrases.ts';

/** A frequency in a few words: `at least 3 return visits a month, 5 to 16 days apart; tier A`. */
export function frequencyText(frequency: Frequency, language: Language): string {
  const parts = [
    [countText(frequency, language), gapsText(frequency, language)],
    [...audienceTexts(frequency, language)],
    [...limitTexts(frequency, language)],
    frequency.purpose === null ? [] : [frequency.purpose[language]],
  ];
  const [comma, semicolon] = language === 'zh' ? ['，', '；'] : [', ', '; '];
  return parts
    .map((part) => part.filter((words) => words !== '').join(comma))
    .filter((part) => part !== '')
    .join(semicolon);
}

const BOUNDS = {
  atLeast: { en: 'at least', zh: '至少' },
  exactly: { en: 'exactly', zh: '恰好' },
  atMost: { en: 'at most', zh: '至多' },
} as const satisfies Readonly<Record<Frequency['count']['bound'], Text>>;

function countText({ count, kind, cycle, countsAlso }: Frequency, language: Language): string {
  const [bound, label, every] = [BOUNDS[count.bound][language], kindNames[kind][language], cycleText(cycle, language)];
  const others = countsAlso.map((also) => kindNames[also][language]);
  if (language === 'zh') {
    const also = others.length === 0 ? '' : `（${others.join('、')}也计入）`;
    return `${every}${bound}${count.visits}次${label}${also}`;
  }
  const also = others.length === 0 ? '' : ` (${others.map((other) => `${other}s`).join(' and ')} count too)`;
  return `${bound} ${count.visits} ${label}${count.visits === 1 ? '' : 's'} ${every}${also}`;
}

function cycleText(cycle: Cycle, language: Language): string {
  const zh = language === 'zh';
  if (cycle.every === 'month') return zh ? '每月' : 'a month';
  if (cycle.every === 'months') return zh ? `每${cycle.count}个月` : `every ${cycle.count} months`;
  const [n, day, week] = [cycle.length, zh ? '天' : 'days', zh ? '周' : 'weeks'];
  if (n === 7) return zh ? '每周' : 'a week';
  const [count, unit] = n % 7 === 0 ? [n / 7, week] : [n, day];
  return zh ? `每${count}${unit}` : `every ${count} ${unit}`;
}

function gapsText({ minGapDays: least, maxGapDays: most }: Frequency, language: Language): string {
  const zh = language === 'zh';
  if (most !== null && least > 0) return zh ? `间隔${least}至${most}天` : `${least} to ${most} days apart`;
  if (most !== null) return zh ? `间隔不超过${most}天` : `at most ${most} days apart`;
  if (least > 1) return zh ? `间隔至少${least}天` : `at least ${least} days apart`;
  return '';
}

const STATUSES: Readonly<Record<CustomerStatus, Text>> = {
  potential: { en: 'potential', zh: '潜在客户' },
  new: { en: 'new', zh: '新客户' },
  retained: { en: 'retained', zh: '保持客户' },
  lost: { en: 'lost', zh: '流失客户' },
};

/** The customers of a frequency; new and retained ones are not named. */
function* audienceTexts({ tiers, tags, statuses, contact, posts }: Frequency, language: Language) {
  const zh = language === 'zh';
  const all = (items: readonly string[]) => items.join(zh ? '、' : ' or ');
  if (tiers.length > 0) yield zh ? `${all(tiers)}级` : `tier ${all(tiers)}`;
  if (tags.length > 0) yield zh ? `标签${all(tags)}` : `tagged ${all(tags)}`;
  const isUsual = statuses.length === 0 || (statuses.length === 2 && statuses.includes('new') && statuses.includes('retained'));
  if (!isUsual) yield all(statuses.map((status) => STATUSES[status][language]));
  if (contact !== null) yield zh ? `见${contact}` : `to meet the ${contact}`;
  if (posts.length > 0) yield zh ? `由${all(posts)}拜访` : `by a ${all(posts)}`;
}

function* limitTexts({ firstWithinDays, dwell, sample, telephone, joint }: Frequency, language: Language) {
  const zh = language === 'zh';
  if (firstWithinDays !== null) yield zh ? `${firstWithinDays}天内首访` : `the first within ${firstWithinDays} days`;
  if (dwell !== null) yield zh ? `每次${inMinutes(dwell)}分钟` : `${inMinutes(dwell)} min each`;
  if (sample !== null) yield zh ? `每周期抽取${sample}户` : `${sample} customers drawn by lot each time`;
  if (telephone?.instead === true) yield zh ? '由主管电话抽查' : 'by a call of the manager';
  else if (telephone !== null) yield zh ? '先由主管电话核实' : 'after a call of the manager';
  if (joint) yield zh ? '与客户经理同访' : 'together with the rep';
}
