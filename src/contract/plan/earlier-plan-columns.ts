import { clockCell, dateCell } from '../reading/written-dates.ts';
import { type Column, listCell } from '../reading/column.ts';
import { type Outcome, reportHeadings } from '../../domain/reports/report.ts';
import type { VisitKind } from '../../domain/policy.ts';

/** Removes the sign by which a plan's table keeps spreadsheets from running a cell. */
const plainCell = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '');

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  made: 'made',
  done: 'made',
  yes: 'made',
  已拜访: 'made',
  已完成: 'made',
  完成: 'made',
  是: 'made',
  missed: 'missed',
  no: 'missed',
  未拜访: 'missed',
  未完成: 'missed',
  否: 'missed',
  moved: 'moved',
  改期: 'moved',
};

/** The types and kinds of a plan's table, in the words of both languages. Rows of any other type are no visits. */
export const KINDS: Readonly<Record<string, VisitKind>> = {
  visit: 'ordinary',
  拜访: 'ordinary',
  'ordinary visit': 'ordinary',
  普通拜访: 'ordinary',
  'return visit': 'return',
  回访: 'return',
  随机拜访: 'walk-in',
  call: 'call',
  电话: 'call',
  电话拜访: 'call',
  "manager's visit": 'manager',
  主管拜访: 'manager',
  'spot check': 'inspection',
  抽查: 'inspection',
};

const choiceCell =
  (choices: Readonly<Record<string, string>>) =>
  (cell: string): unknown =>
    choices[cell.toLowerCase()] ?? cell;

/** Columns of a plan's table that say nothing about what became of its visits. */
const unread: readonly (readonly [string, string])[] = [
  ['weekday', '星期'],
  ['rep name', '姓名'],
  ['order', '顺序'],
  ['name', '名称'],
  ['tier', '级别'],
  ['setting', '城乡'],
  ['mode', '交通方式'],
  ['travel (min)', '在途（分钟）'],
  ['distance (km)', '里程（公里）'],
  ['fare', '车费'],
  ['arrival', '到达'],
  ['end', '结束'],
  ['stay (min)', '停留（分钟）'],
  ['waiting (min)', '等待（分钟）'],
  ['required', '必访'],
  ['note', '备注'],
  ['purpose', '拜访目的'],
  ['materials', '携带物料'],
  ['days since last visit', '距上次拜访（天）'],
  ['longest gap (days)', '最长间隔（天）'],
  ['planned stay (min)', '计划停留（分钟）'],
  ['actual stay (min)', '实际停留（分钟）'],
  ['change', '变更说明'],
  ['signature', '签字'],
];

/** The columns of a plan's table, `plan.csv`, and of `history.csv`. */
export const earlierPlanColumns: readonly Column[] = [
  {
    heading: 'customer',
    names: ['客户编号', '客户', '客户代码', '客户号', 'customer id', 'customer no', 'customer code', 'account'],
    path: ['customer'],
    read: plainCell,
    required: true,
  },
  {
    heading: 'day',
    names: ['日期', '拜访日期', '访问日期', '计划日期', 'date', 'visit date'],
    path: ['day'],
    required: true,
    read: dateCell,
  },
  { heading: 'type', names: ['类型'], path: ['type'], read: choiceCell(KINDS) },
  { heading: 'kind', names: ['拜访类型', '拜访方式', 'visit type'], path: ['kind'], read: choiceCell(KINDS) },
  {
    heading: 'rep',
    names: ['客户经理', '客户经理编号', '拜访人', '工号', '业务员', '销售代表', 'rep id', 'employee id', 'salesperson'],
    path: ['rep'],
    read: plainCell,
  },
  { heading: 'contact', names: ['联系人', '联系人编号', '受访人', 'contact id'], path: ['contact'], read: plainCell },
  { heading: 'start', names: ['开始', '时间', 'at', 'time'], path: ['start'], read: clockCell },
  {
    heading: 'requests',
    names: ['request', '任务', '任务编号', 'request id', 'task'],
    path: ['requests'],
    read: (cell) => listCell(plainCell(cell)),
  },
  { heading: 'outcome', names: [reportHeadings.outcome.zh, '拜访结果', 'result'], path: ['outcome'], read: choiceCell(OUTCOMES) },
  { heading: 'actual_day', names: [reportHeadings.actualDay.zh, '实际拜访日期', 'actual date'], path: ['actualDay'], read: dateCell },
  {
    heading: 'follow_up',
    names: [reportHeadings.followUp.zh, '下次拜访日期', '下次拜访', 'next visit'],
    path: ['followUp'],
    read: dateCell,
  },
  { heading: 'firmness', names: [reportHeadings.firmness.zh, '承诺程度'], path: ['firmness'] },
  ...unread.map(([heading, name]): Column => ({ heading, names: [name], path: ['unread', heading] })),
];
