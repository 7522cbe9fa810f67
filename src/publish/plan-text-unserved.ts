import type { UnservedVisit } from '../domain/plan.ts';
import type { Language } from '../kernel/text.ts';
import { labels } from './labels.ts';
import type { Lines } from './plan-text-tables.ts';
import type { PublishedPlan } from './published-plan.ts';
import { indented } from './text-table.ts';

/** Most customers that are named in one line. */
const NAMED = 8;

/** The visits that found no place, grouped by what kept them out: groups with most required visits first. */
export function unservedLines(published: PublishedPlan, language: Language): Lines {
  const { plan } = published;
  if (plan.unserved.length === 0) return [];
  const groups = [...Map.groupBy(plan.unserved, (visit) => reasonLines(published, visit, language).join('\n')).entries()];
  const lines = groups
    .toSorted(([, a], [, b]) => requiredIn(b) - requiredIn(a) || b.length - a.length)
    .flatMap(([reasons, visits]) => [...reasons.split('\n'), ...indented(nameLines(published, visits, language))]);
  return [`${labels.unserved[language]} (${plan.unserved.length})`, ...indented(lines)];
}

const requiredIn = (visits: readonly UnservedVisit[]) => visits.filter(({ required }) => required).length;

function reasonLines({ words }: PublishedPlan, { reasons }: UnservedVisit, language: Language): Lines {
  if (reasons.length === 0) return [labels.noPlace[language]];
  return reasons.map((reason) => `${words.reason(reason)[language]} [${reason.rule}]`);
}

/** Who is left out: a line for required visits, one for optional ones. */
function nameLines({ territory }: PublishedPlan, visits: readonly UnservedVisit[], language: Language): Lines {
  const names = new Map(territory.customers.map(({ id, name }) => [id, name === id ? id : `${name} (${id})`]));
  return [true, false].flatMap((required) => {
    const told = visits.filter((visit) => visit.required === required);
    if (told.length === 0) return [];
    const counts = Map.groupBy(told, ({ customer }) => names.get(customer) ?? customer);
    const listed = listOf(
      [...counts].map(([name, of]) => (of.length > 1 ? `${name} ×${of.length}` : name)),
      language,
    );
    const label = labels[required ? 'required' : 'optional'][language].toLowerCase();
    return [language === 'zh' ? `${label} ${told.length} 次：${listed}` : `${told.length} ${label}: ${listed}`];
  });
}

function listOf(names: readonly string[], language: Language): string {
  const more = names.length - NAMED;
  const listed = names.slice(0, NAMED).join(language === 'zh' ? '、' : ', ');
  if (more <= 0) return listed;
  return language === 'zh' ? `${listed} 等 ${names.length} 户` : `${listed} and ${more} more`;
}
