import type { Language } from '../../kernel/text.ts';
import { plainHeading } from '../reading/headings.ts';

/** Other names of the tables of a territory, the usual Chinese name first. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
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

/** The standard names of a territory's tables; `territory` is the table of its own facts. */
export const tableNames: readonly string[] = Object.keys(OTHER_NAMES);

/** The standard name of the table in a file or sheet of this name; null for other names. */
export function tableNamed(name: string): string | null {
  const plain = plainHeading(name.replace(/\.[a-z]+$/i, ''));
  return Object.entries(OTHER_NAMES).find(([table, others]) => [table, ...others].map(plainHeading).includes(plain))?.[0] ?? null;
}

/** The mode of a file `travel/<mode>.csv`; null for other names. */
export const travelFileMode = (name: string): string | null => /^travel\/([^/]+)\.csv$/i.exec(name)?.[1]?.toLowerCase() ?? null;

/** The standard name of a file: `客户.csv` is `customers.csv`. Null for a file that no territory has. */
export function standardFileName(name: string): string | null {
  if (name === 'territory.json' || name === 'policy.json') return name;
  const mode = travelFileMode(name);
  if (mode !== null) return `travel/${mode}.csv`;
  const table = name.toLowerCase().endsWith('.csv') ? tableNamed(name) : null;
  return table === null || table === 'territory' ? null : `${table}.csv`;
}

/** The usual name of a table in a language. */
export const tableNameIn = (table: string, language: Language): string => (language === 'en' ? table : (OTHER_NAMES[table]?.[0] ?? table));
