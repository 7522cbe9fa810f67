import type { Text } from '../../kernel/text.ts';

/** The words of a plan's page, besides those of all printed plans. */
export const words = {
  map: { en: 'Map of the plan: customers, stops and ways, north up', zh: '计划地图：客户、站点和路线，上北' },
  mapTitle: { en: 'Map', zh: '地图' },
  ride: { en: 'own vehicle', zh: '自备车辆' },
  walk: { en: 'on foot', zh: '步行' },
  free: { en: 'other modes', zh: '其他方式' },
  leftOut: { en: 'with a visit left out', zh: '有未安排的拜访' },
  board: { en: 'Days', zh: '每日安排' },
  boardNote: {
    en: 'Visits of each day. The bar is its field time: visiting, travel, and what is left.',
    zh: '每天的拜访次数。条形为外勤时间：拜访、在途和剩余。',
  },
  nobody: { en: 'nobody at work', zh: '无人上班' },
  timetables: { en: 'Timetables', zh: '日程' },
  ofRep: { en: 'The timetables are on the pages of the reps.', zh: '日程见各客户经理的页面。' },
  unserved: { en: 'Visits that found no place', zh: '未安排的拜访' },
  cost: { en: 'Cost', zh: '成本' },
  costNote: {
    en: 'Working time, in hours: travel and waiting, and what broken rules are priced at.',
    zh: '以工时计：在途、等待，以及违反规则的代价。',
  },
  tiers: { en: 'Customers by tier', zh: '按级别' },
  hoursShort: { en: 'h', zh: '小时' },
  order: { en: 'No.', zh: '序号' },
  distance: { en: 'Distance', zh: '里程' },
  calls: { en: 'calls', zh: '通电话' },
  callsAhead: { en: 'Calls to make', zh: '电话联系' },
  made: { en: 'Made by beatplan', zh: '由 beatplan 生成' },
} as const satisfies Readonly<Record<string, Text>>;
