import { nameWithId } from '../../domain/names.ts';
import type { Language } from '../../kernel/text.ts';
import { brokenPromiseRows } from '../broken-promise-rows.ts';
import { horizonName, inHours, phrases } from '../phrases.ts';
import { dayLists } from './day-lists.ts';
import { unservedLines } from './plan-text-unserved.ts';
import { costTable, repTables, tableNote, tierTable } from './plan-text-tables.ts';
import { forgottenRows } from '../forgotten-rows.ts';
import type { PublishedPlan } from '../published-plan.ts';
import { indented, textTable } from './text-table.ts';

/** How a plan is printed. */
export interface PrintOptions {
  readonly language: Language;
  /** Whether every day is listed stop by stop; else only plans of a week or less are. */
  readonly details: boolean;
}

/** The longest plan that is listed stop by stop unasked, in days. */
const SHORT = 7;

/** The plan as text for people: broken promises, summary, reps, days, tiers, rules and unserved visits. */
export function planText(published: PublishedPlan, { language, details }: PrintOptions): string {
  const { first, last } = published.plan.horizon;
  const listed = details || last - first < SHORT;
  const sections = [
    promiseLines(published, language),
    header(published, language),
    ...repTables(published, language),
    [tableNote[language]],
    ...(listed ? dayLists(published, language) : []),
    tierTable(published, language),
    costTable(published, language),
    unservedLines(published, language),
    forgottenLines(published, language),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** Broken promises, for whoever calls the customers. */
function promiseLines(published: PublishedPlan, language: Language): readonly string[] {
  const rows = brokenPromiseRows(published, language);
  if (rows.length === 0) return [];
  const headings = [phrases.toCall[language], phrases.promised[language], phrases.instead[language]];
  const table = textTable([headings, ...rows.map(({ customer, promised, now }) => [customer, promised, now])], ['left', 'left', 'left']);
  return [`${phrases.brokenPromises[language]} (${rows.length})`, ...indented(table)];
}

/** Customers listed as forgotten; the workbook and the page have all of them. */
const MOST_FORGOTTEN = 20;

/** The customers without a visit for too long; empty for none. */
function forgottenLines(published: PublishedPlan, language: Language): readonly string[] {
  const [headings, ...rows] = forgottenRows(published, language);
  if (headings === undefined) return [];
  const listed = textTable(
    [headings, ...rows.slice(0, MOST_FORGOTTEN)].map((row) => row.map(String)),
    ['left', 'left', 'left', 'left', 'left', 'right', 'right'],
  );
  const left = rows.length - MOST_FORGOTTEN;
  const more = left <= 0 ? [] : [language === 'zh' ? `另有${left}户` : `and ${left} more`];
  return [`${phrases.forgotten[language]} (${rows.length})`, ...indented([...listed, ...more])];
}

function header(published: PublishedPlan, language: Language): readonly string[] {
  const { plan, territory } = published;
  const { policy } = territory;
  const facts = [
    [phrases.policy[language], `${policy.title[language]} (${plan.policy.id} ${plan.policy.version})`],
    [phrases.horizon[language], `${horizonName(plan.horizon, language)}${language === 'zh' ? '，' : ', '}${plan.timeZone}`],
    [phrases.visits[language], visitsLine(published, language)],
    ...(published.kpis.total.calls > 0 ? [[phrases.calls[language], String(published.kpis.total.calls)]] : []),
    [phrases.unserved[language], unservedLine(published, language)],
    ...(published.kpis.total.couldBePulledForward > 0
      ? [[phrases.pullForward[language], String(published.kpis.total.couldBePulledForward)]]
      : []),
    [phrases.cost[language], costLine(published, language)],
  ];
  return [nameWithId(territory), ...textTable(facts, ['left', 'left'])];
}

function visitsLine({ kpis }: PublishedPlan, language: Language): string {
  const { visits, requiredVisits, optionalVisits } = kpis.total;
  return language === 'zh'
    ? `${visits} 次：必访 ${requiredVisits}，选访 ${optionalVisits}`
    : `${visits}: ${requiredVisits} required, ${optionalVisits} optional`;
}

function unservedLine({ kpis }: PublishedPlan, language: Language): string {
  const { requiredUnserved: required, behindPaceUnserved: behind } = kpis.total;
  return language === 'zh'
    ? `${required + behind} 次：必访 ${required}，进度落后 ${behind}`
    : `${required + behind}: ${required} required, ${behind} behind pace`;
}

function costLine({ cost }: PublishedPlan, language: Language): string {
  const rules = cost.total - cost.travel - cost.waiting;
  const [total, travel, waiting, priced] = [cost.total, cost.travel, cost.waiting, rules].map(inHours);
  return language === 'zh'
    ? `${total} 工时：在途 ${travel}，等待 ${waiting}，规则 ${priced}`
    : `${total} h of working time: travel ${travel}, waiting ${waiting}, rules ${priced}`;
}
