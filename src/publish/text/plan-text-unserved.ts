import { nameList, nameWithId } from '../../domain/names.ts';
import type { UnservedVisit } from '../../domain/plan.ts';
import { FOLLOW_UP, isFromReport } from '../../domain/request.ts';
import { isMissed, reasonClasses } from '../../domain/unserved/unserved.ts';
import type { Language } from '../../kernel/text.ts';
import { phrases } from '../phrases.ts';
import type { Lines } from './plan-text-tables.ts';
import type { PublishedPlan } from '../published-plan.ts';
import { indented } from './text-table.ts';
import { visitNote } from '../visit-names.ts';

/** Visits with the same reason. */
export interface UnservedGroup {
  /** Customers left out: a line for required visits, one for optional ones. */
  readonly names: Lines;
  readonly reasons: Lines;
  /** Number of visits. */
  readonly count: number;
}

/** The most groups that are listed in a text; the files of the plan have all. */
const MOST_GROUPS = 30;

/** Groups of unserved visits with the same reason. */
export function unservedLines(published: PublishedPlan, language: Language): Lines {
  const groups = unservedGroups(published, language);
  if (groups.length === 0) return [];
  const lines = groups.slice(0, MOST_GROUPS).flatMap(({ names, reasons }) => ['', ...names, ...indented(reasons)]);
  const more = countIn(groups.slice(MOST_GROUPS));
  const rest = language === 'zh' ? `另有 ${more} 次，见计划文件。` : `${more} more: see the files of the plan.`;
  return [`${phrases.unserved[language]} (${countIn(groups)})`, ...indented(lines), ...(more === 0 ? [] : ['', ...indented([rest])])];
}

/** Groups with most required visits first. */
export function unservedGroups(published: PublishedPlan, language: Language): readonly UnservedGroup[] {
  const missed = published.plan.unserved.filter(isMissed);
  const groups = [...Map.groupBy(missed, (visit) => reasonLines(published, visit, language).join('\n')).entries()];
  return groups
    .toSorted(([, a], [, b]) => requiredIn(b) - requiredIn(a) || b.length - a.length)
    .map(([reasons, visits]) => ({ names: nameLines(published, visits, language), reasons: reasons.split('\n'), count: visits.length }));
}

const countIn = (groups: readonly UnservedGroup[]) => groups.reduce((sum, { count }) => sum + count, 0);

const requiredIn = (visits: readonly UnservedVisit[]) => visits.filter(({ required }) => required).length;

function reasonLines({ words }: PublishedPlan, { reasons }: UnservedVisit, language: Language): Lines {
  if (reasons.length === 0) return [phrases.notExplained[language]];
  return reasons.map((reason) => {
    const [name, sentence] = [reasonClasses[reason.class][language], words.reason(reason)[language]];
    return language === 'zh' ? `${name}：${sentence}` : `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${sentence}`;
  });
}

/** Customers left out: a line for required visits, one for optional ones. */
function nameLines({ territory }: PublishedPlan, visits: readonly UnservedVisit[], language: Language): Lines {
  const customers = new Map(territory.customers.map((customer) => [customer.id, customer]));
  const nameOf = (visit: UnservedVisit) => {
    const customer = customers.get(visit.customer);
    const needs = visit.answers.map(({ request, purpose }) => {
      if (purpose !== '') return purpose;
      return isFromReport(request) ? FOLLOW_UP[language] : request;
    });
    const requested = needs.map((need) => ` · ${need}`).join('');
    return `${customer === undefined ? visit.customer : nameWithId(customer)}${visitNote(visit, customer, language)}${requested}`;
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
    const label = phrases[required ? 'required' : 'behind'][language].toLowerCase();
    return [language === 'zh' ? `${label} ${alike.length} 次：${listed}` : `${alike.length} ${label}: ${listed}`];
  });
}
