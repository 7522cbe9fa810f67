import type { Text } from '../../kernel/text.ts';

/** A link of the start page: its key, its name, and a line about its content. */
export interface LinkWords<Key extends string = string> {
  readonly key: Key;
  readonly name: Text;
  readonly about: Text;
}

const link = <const Key extends string>(key: Key, name: string | Text, en: string, zh: string): LinkWords<Key> => ({
  key,
  name: typeof name === 'string' ? { en: name, zh: name } : name,
  about: { en, zh },
});

/** Names of the service's own addresses. */
export const serviceLinks = [
  link('docs', { en: 'API', zh: '接口' }, 'Every address, with its data', '全部地址及其数据'),
  link('openapi', 'OpenAPI', 'The same for programs', '供程序读取'),
  link('policies', { en: 'Policies', zh: '制度' }, 'The presets there are', '现有的预设'),
  link('rules', { en: 'Rules', zh: '规则' }, 'What a policy can ask for', '制度可以提出的要求'),
  link('plans', { en: 'Plans', zh: '计划' }, 'Those that are kept', '保留中的计划'),
  link('metrics', { en: 'Metrics', zh: '指标' }, 'For Prometheus', '供 Prometheus 读取'),
] as const;

/** Names of a plan's addresses. */
export const planLinks = [
  link('html', { en: 'Page', zh: '页面' }, 'Map, days and timetables', '地图、每日安排和日程'),
  link('plan', 'JSON', 'The plan as programs read it', '供程序读取的计划'),
  link('csv', 'CSV', 'A row per stop, for spreadsheets', '每站一行，供电子表格'),
  link('xlsx', 'XLSX', 'A workbook, with visit plans to sign', '工作簿，含可签字的拜访计划'),
  link('ics', 'ICS', 'Everybody’s calendar', '全员日历'),
  link('geojson', 'GeoJSON', 'Routes and stops, for maps', '供地图使用的路线和站点'),
  link('txt', { en: 'Text', zh: '文本' }, 'Day by day', '逐日列出'),
  link('explanation', { en: 'Explanation', zh: '说明' }, 'Cost by rule, and why visits are left out', '按规则的代价，以及未安排的原因'),
  link('events', { en: 'Events', zh: '事件' }, 'Progress of the search', '求解过程'),
] as const;

/** The addresses of a plan that the page links to. */
export type PlanLink = (typeof planLinks)[number]['key'];

/** The other words of the start page. */
export const startWords = {
  about: {
    en: 'Plans field visits: which rep visits which customer, on which day, in which order, at what time and by what transport.',
    zh: '排定外勤拜访：谁在哪一天、按什么顺序、几点、乘什么交通工具拜访哪位客户。',
  },
  service: { en: 'This service', zh: '本服务' },
  samples: { en: 'Sample plans', zh: '示例计划' },
  none: { en: 'No territory was given at the start:', zh: '启动时没有给出辖区：' },
  soon: { en: 'The first plan appears in a moment.', zh: '第一份计划马上就到。' },
} as const satisfies Readonly<Record<string, Text>>;

/** States of a plan. */
export const stateWords = {
  queued: { en: 'waits', zh: '排队中' },
  solving: { en: 'being searched', zh: '求解中' },
  done: { en: 'done', zh: '已完成' },
  stopped: { en: 'stopped early', zh: '已提前停止' },
  cancelled: { en: 'cancelled', zh: '已取消' },
  failed: { en: 'failed', zh: '失败' },
} as const satisfies Readonly<Record<string, Text>>;
