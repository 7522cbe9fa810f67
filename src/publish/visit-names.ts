import type { Customer } from '../domain/customer.ts';
import type { VisitFacts } from '../domain/plan.ts';
import type { Language } from '../kernel/text.ts';
import { kindNames } from './phrases.ts';

/** Kind and contact of a visit, such as ` · return visit · Li Wei (leader)`; empty for an ordinary visit without a contact. */
export function visitNote({ kind, contact }: VisitFacts, customer: Customer | undefined, language: Language): string {
  const notes = [kind === 'ordinary' ? '' : kindNames[kind][language], contactName(contact, customer)];
  return notes
    .filter((note) => note !== '')
    .map((note) => ` · ${note}`)
    .join('');
}

/** `Li Wei (leader)`; empty where there is no certain contact. */
export function contactName(contact: VisitFacts['contact'], customer: Customer | undefined): string {
  const met = customer?.contacts.find(({ id }) => id === contact);
  return met === undefined ? '' : `${met.name} (${met.role})`;
}
