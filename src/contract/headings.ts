import type { Language } from '../kernel/text.ts';

/**
 * What planners call the columns of their tables, beside the names that beatplan gives them: in Chinese, and in other
 * English words. Case, spaces, underscores and what stands in brackets, such as a unit, make no difference.
 */

/** By heading: what else it is called in every table that has it. */
const EVERYWHERE: Readonly<Record<string, readonly string[]>> = {
  customer: ['客户', '客户编号', '客户代码', '客户号', '客户ID', 'customer id', 'customer no', 'account'],
  name: ['名称', '姓名', '客户名称', '店名', '单位名称', 'customer name', 'title'],
  lat: ['纬度', 'latitude', 'y'],
  lng: ['经度', 'longitude', 'lon', 'long', 'x'],
  setting: ['城乡', '城乡类型', '区域类型', '城区农村'],
  tier: ['级别', '客户级别', '等级', '客户等级', '客户类别', 'grade', 'class', 'level'],
  status: ['状态', '客户状态'],
  since: ['状态起始日', '起始日期', '建档日期', 'status since'],
  intent: ['意向', '客户意向', '购买意向'],
  tags: ['标签', '标记', '客户标签', 'labels'],
  dwell_minutes: ['停留时间', '停留时长', '服务时间', '拜访时长', '停留分钟', 'dwell', 'duration', 'minutes'],
  hours: ['营业时间', '可拜访时间', '可约时间', '开放时间', 'opening hours', 'visiting hours'],
  closed_days: ['停业日', '休息日', '停业日期', 'closed dates'],
  order_weekday: ['订货日', '订货星期', '订单日', 'order day'],
  companion: ['陪同', '陪同人员'],
  required_rep: ['客户经理', '指定客户经理', '负责人', '业务员', 'owner'],
  preferred_rep: ['首选客户经理'],
  area: ['片区', '区域', '所属片区', '辖区', 'district'],
  areas: ['片区', '区域', '负责片区', '辖区', 'districts'],
  line: ['线路', '拜访线路', 'route'],
  allowed_modes: ['允许的交通方式', '可用交通方式'],
  bus_served: ['公交可达', '通公交', '有公交'],
  post: ['岗位', '职位', 'position', 'job'],
  role: ['角色', '职务', '身份'],
  manager: ['主管', '上级', '直接主管', 'superior'],
  start_lat: ['出发纬度', '出发地纬度', '起点纬度', 'start latitude'],
  start_lng: ['出发经度', '出发地经度', '起点经度', 'start longitude'],
  end_lat: ['返回纬度', '返回地纬度', '终点纬度', 'end latitude'],
  end_lng: ['返回经度', '返回地经度', '终点经度', 'end longitude'],
  vehicles: ['自有车辆', '车辆', '交通工具'],
  modes: ['交通方式', '出行方式'],
  shifts: ['班次', '工作时间', '上班时间', 'working hours'],
  leave: ['休假', '请假', '年假', 'days off'],
  day: ['日期', '拜访日期', '访问日期', 'date', 'visit date'],
  kind: ['类型', '拜访类型', '拜访方式', 'type'],
  rep: ['客户经理', '客户经理编号', '工号', '拜访人', '业务员', 'rep id', 'employee'],
  contact: ['联系人', '联系人编号'],
  contact_role: ['联系人角色', '联系人职务'],
  request: ['任务', '任务编号'],
  follow_up: ['下次拜访', '下次拜访日期', '跟进日期', 'next visit'],
  source: ['来源', '任务来源'],
  purpose: ['目的', '事由', '拜访目的'],
  from: ['开始日期', '最早日期', '起', 'earliest'],
  deadline: ['截止日期', '完成期限', '期限', '止', 'due', 'due date'],
  if_non_working: ['遇休息日', '遇节假日'],
  required: ['必访', '是否必访'],
  weight: ['权重', '重要程度'],
  appointment_day: ['预约日期', '约定日期'],
  appointment_at: ['预约时间', '约定时间'],
  early_minutes: ['提前分钟', '提前到达'],
  most_wait_minutes: ['最长等待', '等待上限'],
  least_lead_days: ['最少提前天数'],
  most_lead_days: ['最多提前天数'],
  tiers: ['级别', '客户级别', '适用级别'],
  statuses: ['状态', '客户状态', '适用状态'],
  at: ['时间', '约定时间'],
  firmness: ['确定程度', '承诺程度'],
  days_off: ['休息日', '休假'],
};

/** What ids are called in each table. */
const IDS: Readonly<Record<string, readonly string[]>> = {
  customers: ['编号', '客户编号', '客户代码', '客户号', '客户ID', 'customer', 'customer id', 'customer no', 'code'],
  reps: ['编号', '工号', '客户经理编号', '员工编号', 'rep', 'rep id', 'employee id'],
  contacts: ['编号', '联系人编号', 'contact', 'contact id'],
  companions: ['编号', '陪同人员编号', 'companion id'],
  requests: ['编号', '任务编号', 'request', 'request id'],
  campaigns: ['编号', '活动编号', 'campaign', 'campaign id'],
};

/** What files and sheets of a territory are called besides their own names. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  territory: ['辖区', '基本信息', '说明', 'general'],
  customers: ['客户', '客户表', '客户档案', '客户名单', 'accounts'],
  reps: ['客户经理', '人员', '业务员', '销售代表', '员工', 'staff', 'employees'],
  history: ['拜访记录', '历史', '历史拜访', '拜访历史', 'visits'],
  contacts: ['联系人'],
  companions: ['陪同人员'],
  requests: ['临时任务', '任务', '跟进任务', 'tasks'],
  campaigns: ['活动', '促销活动', '节日'],
  commitments: ['已定拜访', '预约', '承诺'],
};

/** The tables of a territory, and its own facts. */
export const tableNames: readonly string[] = Object.keys(TABLES);

/** A heading without what makes no difference. */
export const plainHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\(.*?\)|\[.*?\]|【.*?】/g, '')
    .replaceAll(/[\s_\-*:.]/g, '');

/** Everything that a column of a table may be called, without what makes no difference. */
export const namesOfColumn = (table: string, heading: string): readonly string[] =>
  [heading, ...(heading === 'id' ? (IDS[table] ?? []) : (EVERYWHERE[heading] ?? []))].map(plainHeading);

/** The table that a file or sheet of this name holds; null for none of a territory's. */
export function tableNamed(name: string): string | null {
  const plain = plainHeading(name.replace(/\.[a-z]+$/i, ''));
  return Object.entries(TABLES).find(([table, others]) => [table, ...others].map(plainHeading).includes(plain))?.[0] ?? null;
}

/** What a column is headed with in a language. */
export const headingIn = (table: string, heading: string, language: Language): string =>
  language === 'en' ? heading : (namesOfColumn(table, heading)[1] ?? heading);

/** What a table, or the sheet of a territory's own facts, is called in a language. */
export const tableIn = (table: string, language: Language): string => (language === 'en' ? table : (TABLES[table]?.[0] ?? table));
