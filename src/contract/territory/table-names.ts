import type { Language } from '../../kernel/text.ts';
import { plainHeading } from '../reading/headings.ts';

/** What files and sheets of a territory are called besides their own names, the usual one in Chinese first. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  territory: ['辖区', '基本信息', 'general'],
  customers: ['客户', '客户表', '客户档案', '客户名单', '零售户', 'accounts', 'shops', 'stores'],
  reps: ['客户经理', '人员', '业务员', '销售代表', '员工', 'staff', 'employees', 'salespeople'],
  history: ['拜访记录', '历史', '历史拜访', '拜访历史', 'visits', 'visit history'],
  contacts: ['联系人'],
  companions: ['陪同人', '陪同人员'],
  requests: ['临时任务', '任务', '跟进任务', 'tasks'],
  campaigns: ['活动', '促销活动', '节日活动'],
  commitments: ['已定拜访', '已约拜访', 'appointments'],
};

/** The tables of a territory, and its own facts. */
export const tableNames: readonly string[] = Object.keys(TABLES);

/** The table that a file or sheet of this name holds; null for none of a territory's. */
export function tableNamed(name: string): string | null {
  const plain = plainHeading(name.replace(/\.[a-z]+$/i, ''));
  return Object.entries(TABLES).find(([table, others]) => [table, ...others].map(plainHeading).includes(plain))?.[0] ?? null;
}

/** What a text file of this name is to a territory: `客户.csv` is `customers.csv`. Null for what it has no use for. */
export function fileNamed(name: string): string | null {
  if (name === 'territory.json' || name === 'policy.json') return name;
  const table = name.toLowerCase().endsWith('.csv') ? tableNamed(name) : null;
  return table === null || table === 'territory' ? null : `${table}.csv`;
}

/** What a table, or the sheet of a territory's own facts, is called in a language. */
export const tableIn = (table: string, language: Language): string => (language === 'en' ? table : (TABLES[table]?.[0] ?? table));
