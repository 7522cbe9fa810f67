import { formatDay } from '../domain/calendar.ts';
import type { Language } from '../kernel/text.ts';
import { phrases } from './phrases.ts';
import type { PublishedPlan } from './published-plan.ts';

/** The customers that are forgotten at the end of the plan as a table; the first row holds the headings. Empty for none. */
export function forgottenRows({ territory, kpis }: PublishedPlan, language: Language): readonly (readonly (string | number)[])[] {
  if (kpis.forgotten.length === 0) return [];
  const customers = new Map(territory.customers.map((customer) => [customer.id, customer]));
  const reps = new Map(territory.reps.map(({ id, name }) => [id, name]));
  const headings = [phrases.customer, phrases.name, phrases.tier, phrases.rep, phrases.lastVisit, phrases.daysWithout, phrases.longestGap];
  const rows = kpis.forgotten.map(({ customer, lastVisit, days, most }) => {
    const found = customers.get(customer);
    const rep = found?.requiredRep ?? found?.preferredRep ?? null;
    const last = lastVisit === null ? phrases.never[language] : formatDay(lastVisit);
    return [customer, found?.name ?? '', found?.tier ?? '', rep === null ? '' : (reps.get(rep) ?? rep), last, days ?? '', most];
  });
  return [headings.map((label) => label[language]), ...rows];
}
