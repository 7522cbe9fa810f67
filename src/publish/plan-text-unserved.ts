import type { UnservedVisit } from '../domain/plan.ts';
import type { Language } from '../kernel/text.ts';
import { labels } from './labels.ts';
import type { Lines } from './plan-text-tables.ts';
import type { PublishedPlan } from './published-plan.ts';
import { indented } from './text-table.ts';

/** Most customers that are named under one reason. */
const NAMED = 8;

/** The visits that found no place, grouped by what kept them out, largest group first. */
export function unservedLines(published: PublishedPlan, language: Language): Lines {
  const { plan } = published;
  if (plan.unserved.length === 0) return [];
  const groups = [...Map.groupBy(plan.unserved, (visit) => reasonLines(published, visit, language).join('\n')).entries()];
  const lines = groups
    .toSorted(([, a], [, b]) => b.length - a.length)
    .flatMap(([reasons, visits]) => [...reasons.split('\n'), ...indented([namesLine(published, visits, language)])]);
  return [`${labels.unserved[language]} (${plan.unserved.length})`, ...indented(lines)];
}

function reasonLines({ words }: PublishedPlan, { reasons }: UnservedVisit, language: Language): Lines {
  if (reasons.length === 0) return [language === 'zh' ? '没有更划算的位置' : 'No place was worth its cost'];
  return reasons.map((reason) => `${words.reason(reason)[language]} [${reason.rule}]`);
}

function namesLine({ territory }: PublishedPlan, visits: readonly UnservedVisit[], language: Language): string {
  const names = new Map(territory.customers.map(({ id, name }) => [id, name === id ? id : `${name} (${id})`]));
  const counts = Map.groupBy(
    visits,
    ({ customer, required }) => `${names.get(customer) ?? customer}${required ? '' : ` · ${labels.optional[language]}`}`,
  );
  const told = [...counts].map(([name, of]) => (of.length > 1 ? `${name} ×${of.length}` : name));
  const more = told.length - NAMED;
  const listed = told.slice(0, NAMED).join(language === 'zh' ? '、' : ', ');
  if (more <= 0) return listed;
  return language === 'zh' ? `${listed} 等 ${told.length} 户` : `${listed} and ${more} more`;
}
