import { nameList, nameWithId } from '../../domain/names.ts';
import type { UnservedVisit } from '../../domain/plan.ts';
import type { Language } from '../../kernel/text.ts';
import { phrases } from '../phrases.ts';
import type { Lines } from './plan-text-tables.ts';
import type { PublishedPlan } from '../published-plan.ts';
import { indented } from './text-table.ts';
import { visitNote } from '../visit-names.ts';

/** Visits that the same rules kept out. */
export interface UnservedGroup {
  /** Customers left out: a line for required visits, one for optional ones. */
  readonly names: Lines;
  readonly reasons: Lines;
}

/** Groups of unserved visits with the same reasons. */
export function unservedLines(published: PublishedPlan, language: Language): Lines {
  const { plan } = published;
  if (plan.unserved.length === 0) return [];
  const lines = unservedGroups(published, language).flatMap(({ names, reasons }) => ['', ...names, ...indented(reasons)]);
  return [`${phrases.unserved[language]} (${plan.unserved.length})`, ...indented(lines)];
}

/** Groups with most required visits first. */
export function unservedGroups(published: PublishedPlan, language: Language): readonly UnservedGroup[] {
  const { plan } = published;
  const groups = [...Map.groupBy(plan.unserved, (visit) => reasonLines(published, visit, language).join('\n')).entries()];
  return groups
    .toSorted(([, a], [, b]) => requiredIn(b) - requiredIn(a) || b.length - a.length)
    .map(([reasons, visits]) => ({ names: nameLines(published, visits, language), reasons: reasons.split('\n') }));
}

const requiredIn = (visits: readonly UnservedVisit[]) => visits.filter(({ required }) => required).length;

function reasonLines({ words }: PublishedPlan, { reasons }: UnservedVisit, language: Language): Lines {
  if (reasons.length === 0) return [phrases.noPlace[language]];
  return reasons.map((reason) => `${words.reason(reason)[language]} (${reason.rule})`);
}

/** Customers left out: a line for required visits, one for optional ones. */
function nameLines({ territory }: PublishedPlan, visits: readonly UnservedVisit[], language: Language): Lines {
  const customers = new Map(territory.customers.map((customer) => [customer.id, customer]));
  const nameOf = (visit: UnservedVisit) => {
    const customer = customers.get(visit.customer);
    return `${customer === undefined ? visit.customer : nameWithId(customer)}${visitNote(visit, customer, language)}`;
  };
  return [true, false].flatMap((required) => {
    const alike = visits.filter((visit) => visit.required === required);
    if (alike.length === 0) return [];
    const counts = Map.groupBy(alike, nameOf);
    const listed = nameList(
      [...counts].map(([name, of]) => (of.length > 1 ? `${name} ×${of.length}` : name)),
      language,
      '户',
    );
    const label = phrases[required ? 'required' : 'optional'][language].toLowerCase();
    return [language === 'zh' ? `${label} ${alike.length} 次：${listed}` : `${alike.length} ${label}: ${listed}`];
  });
}
