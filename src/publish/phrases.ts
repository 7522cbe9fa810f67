import { type Day, type DayRange, dayOfMonth, formatDay, weekdayOf, yearOf } from '../domain/calendar.ts';
import type { Setting } from '../domain/customer.ts';
import type { VisitKind } from '../domain/policy.ts';
import type { Language, Text } from '../kernel/text.ts';
import { type Seconds, formatClock, seconds } from '../kernel/units.ts';

/** The fixed words of printed plans. */
export const phrases = {
  day: { en: 'Day', zh: '日期' },
  weekday: { en: 'Weekday', zh: '星期' },
  rep: { en: 'Rep', zh: '客户经理' },
  repName: { en: 'Rep name', zh: '姓名' },
  order: { en: 'Order', zh: '顺序' },
  type: { en: 'Type', zh: '类型' },
  customer: { en: 'Customer', zh: '客户编号' },
  name: { en: 'Name', zh: '名称' },
  tier: { en: 'Tier', zh: '级别' },
  setting: { en: 'Setting', zh: '城乡' },
  mode: { en: 'Mode', zh: '交通方式' },
  travelMinutes: { en: 'Travel (min)', zh: '在途（分钟）' },
  distance: { en: 'Distance (km)', zh: '里程（公里）' },
  fare: { en: 'Fare', zh: '车费' },
  arrival: { en: 'Arrival', zh: '到达' },
  start: { en: 'Start', zh: '开始' },
  end: { en: 'End', zh: '结束' },
  stay: { en: 'Stay (min)', zh: '停留（分钟）' },
  waitingMinutes: { en: 'Waiting (min)', zh: '等待（分钟）' },
  required: { en: 'Required', zh: '必访' },
  kind: { en: 'Kind', zh: '拜访类型' },
  contact: { en: 'Contact', zh: '联系人' },
  request: { en: 'Request', zh: '任务' },
  purpose: { en: 'Purpose', zh: '拜访目的' },
  materials: { en: 'Materials', zh: '携带物料' },
  toPack: { en: 'To pack', zh: '当日携带' },
  copies: { en: 'Copies', zh: '份数' },
  daysSince: { en: 'Days since last visit', zh: '距上次拜访（天）' },
  noVisitYet: { en: 'no visit yet', zh: '尚未拜访' },
  noContactYet: { en: 'no contact yet', zh: '尚未联系' },
  lastVisit: { en: 'Last visit', zh: '上次拜访' },
  daysWithout: { en: 'Days without a visit', zh: '未拜访天数' },
  never: { en: 'never', zh: '从未' },
  forgotten: { en: 'Customers without a visit for too long', zh: '久未拜访的客户' },
  longestGap: { en: 'Longest gap (days)', zh: '最长间隔（天）' },
  note: { en: 'Note', zh: '备注' },
  notes: { en: 'Notes', zh: '说明' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  visit: { en: 'visit', zh: '拜访' },
  call: { en: 'call', zh: '电话' },
  calls: { en: 'Calls', zh: '电话联系' },
  duty: { en: 'duty', zh: '内勤' },
  break: { en: 'break', zh: '休息' },
  brokenPromises: { en: 'Call these customers first: promises that the plan does not keep', zh: '请先联系这些客户：计划未能遵守的约定' },
  toCall: { en: 'Customer', zh: '客户' },
  promised: { en: 'Promised', zh: '原约定' },
  instead: { en: 'Now', zh: '现安排' },
  leftOut: { en: 'left out', zh: '未安排' },
  lateBreak: { en: 'late, after the agreed time', zh: '推迟，约定的拜访优先' },
  back: { en: 'back', zh: '返回' },
  base: { en: 'the base', zh: '出发地' },
  withoutVehicle: { en: 'without own vehicle', zh: '不用自备车辆' },
  policy: { en: 'Policy', zh: '制度' },
  horizon: { en: 'Days', zh: '计划期' },
  visits: { en: 'Visits', zh: '拜访' },
  cost: { en: 'Cost', zh: '成本' },
  unserved: { en: 'Unserved', zh: '未安排' },
  first: { en: 'First', zh: '首访' },
  last: { en: 'Back', zh: '返回' },
  travel: { en: 'Travel', zh: '在途' },
  dwell: { en: 'Visiting', zh: '拜访用时' },
  waiting: { en: 'Waiting', zh: '等待' },
  load: { en: 'Load', zh: '负荷' },
  total: { en: 'Total', zh: '合计' },
  notExplained: { en: 'Not explained yet', zh: '原因尚未分析' },
  optional: { en: 'optional', zh: '选访' },
  behind: { en: 'behind pace', zh: '进度落后' },
  customers: { en: 'Customers', zh: '客户' },
  seen: { en: 'Seen', zh: '覆盖' },
  due: { en: 'Visits due', zh: '应访次数' },
  served: { en: 'Served', zh: '已安排' },
  missed: { en: 'Required unserved', zh: '必访未安排' },
  behindPace: { en: 'Behind pace, unserved', zh: '进度落后未安排' },
  pullForward: { en: 'Could be pulled forward', zh: '可提前安排' },
  brokenRules: { en: 'Rules that are not fully kept, and the working time that this is priced at', zh: '未完全遵守的规则及折算的工时' },
  time: { en: 'Time', zh: '时间' },
  who: { en: 'Customer', zh: '客户' },
  travelTo: { en: 'Way there', zh: '路程' },
  territory: { en: 'Territory', zh: '辖区' },
  tiers: { en: 'Tiers', zh: '级别' },
  visitingHours: { en: 'Hours', zh: '可拜访时间' },
  reps: { en: 'Reps', zh: '客户经理' },
  history: { en: 'History', zh: '拜访记录' },
  calendar: { en: 'Calendar', zh: '日历' },
  days: { en: 'Days', zh: '天数' },
  fieldTime: { en: 'Field time', zh: '外勤时间' },
  need: { en: 'Need', zh: '需时' },
  spare: { en: 'Spare', zh: '富余' },
  missing: { en: 'Missing', zh: '缺口' },
  optionalVisits: { en: 'Optional', zh: '选访' },
  together: { en: 'together', zh: '小组合计' },
} as const satisfies Readonly<Record<string, Text>>;

/** A setting as people call it. */
export const settingNames: Readonly<Record<Setting, Text>> = {
  town: { en: 'town', zh: '城区' },
  country: { en: 'country', zh: '农村' },
};

/** A kind of visit as people call it. */
export const kindNames: Readonly<Record<VisitKind, Text>> = {
  ordinary: { en: 'ordinary visit', zh: '普通拜访' },
  return: { en: 'return visit', zh: '回访' },
  'walk-in': { en: 'walk-in', zh: '随机拜访' },
  call: { en: 'call', zh: '电话拜访' },
  manager: { en: "manager's visit", zh: '主管拜访' },
  inspection: { en: 'spot check', zh: '抽查' },
};

/** The weekdays from Monday, in short. */
export const weekdayNames = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
} as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Mon`, `周一`. */
export const weekdayName = (day: Day, language: Language): string => weekdayNames[language][weekdayOf(day) - 1] ?? '';

/** `Mon 7 Dec`, `12月7日 周一`. */
export function dayName(day: Day, language: Language): string {
  const month = Number(formatDay(day).slice(5, 7));
  const weekday = weekdayName(day, language);
  if (language === 'zh') return `${month}月${dayOfMonth(day)}日 ${weekday}`;
  return `${weekday} ${String(dayOfMonth(day)).padStart(2)} ${MONTHS[month - 1]}`;
}

/** `Mon 7 Dec – Fri 11 Dec 2026`, `2026年12月7日 周一 至 12月11日 周五`. */
export function horizonName({ first, last }: DayRange, language: Language): string {
  const [from, to] = [dayName(first, language), dayName(last, language)].map((name) => name.replaceAll('  ', ' '));
  if (language === 'zh') return first === last ? `${yearOf(first)}年${from}` : `${yearOf(first)}年${from} 至 ${to}`;
  return first === last ? `${from} ${yearOf(first)}` : `${from} – ${to} ${yearOf(last)}`;
}

/** A clock time to the minute that has begun, `09:05`. */
export const clockName = (time: Seconds): string => formatClock(seconds(time - (time % 60)));

/** Hours and minutes, `1:05`. */
export function hoursAndMinutes(time: Seconds): string {
  const whole = Math.round(time / 60);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Hours with one decimal. */
export const inHours = (time: number): string => (time / 3600).toFixed(1);

/** Hours with one decimal and their unit, `8.0 h`. */
export const hoursName = (time: number, language: Language): string => `${inHours(time)}${language === 'zh' ? ' 小时' : ' h'}`;

/** Minutes with at most one decimal. */
export const inTenthsOfMinutes = (time: number): number => Math.round(time / 6) / 10;

/** A distance as people say it: `1.5 km`, or in tens of metres below a tenth of a kilometre, `40 m`. */
export function distanceName(distance: number, language: Language): string {
  const [kilometres, metres] = language === 'zh' ? ['公里', '米'] : ['km', 'm'];
  return distance < 95 ? `${Math.round(distance / 10) * 10} ${metres}` : `${inKilometres(distance)} ${kilometres}`;
}

/** Kilometres with one decimal. */
export const inKilometres = (distance: number): string => (distance / 1000).toFixed(1);

/** The columns of customers and visits by tier. */
export const tierColumns: readonly Text[] = [
  phrases.tier,
  phrases.customers,
  phrases.seen,
  phrases.due,
  phrases.served,
  phrases.missed,
  phrases.behindPace,
  phrases.pullForward,
];
