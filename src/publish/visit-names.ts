import type { Customer } from '../domain/customer.ts';
import type { VisitFacts } from '../domain/plan.ts';
import type { Language } from '../kernel/text.ts';
import { kindNames } from './phrases.ts';

/**
 * Kind, contact and purposes of a visit, such as ` · return visit · Li Wei (leader) · Broken fridge`; empty for an ordinary
 * visit without a contact that answers no request.
 */
export function visitNote({ kind, contact, answers }: VisitFacts, customer: Customer | undefined, language: Language): string {
  const notes = [kind === 'ordinary' ? '' : kindNames[kind][language], contactName(contact, customer), purposesOf(answers, language)];
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

/** The purposes of a visit's requests; a request without one is called by its id. */
export const purposesOf = (answers: VisitFacts['answers'], language: Language): string =>
  [...new Set(answers.map(({ request, purpose }) => (purpose === '' ? request : purpose)))].join(language === 'zh' ? '、' : ', ');
