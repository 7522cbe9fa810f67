import type { AnnouncedVisit } from '../domain/calls/announced-visits.ts';
import type { Customer } from '../domain/customer.ts';
import type { Packed } from '../domain/materials.ts';
import type { VisitFacts } from '../domain/plan.ts';
import type { Language } from '../kernel/text.ts';
import { clockName, dayName, kindNames, phrases } from './phrases.ts';

/** Kind and contact of a visit, such as ` · return visit · Li Wei (leader)`; empty for an ordinary visit without a contact. */
export function visitNote({ kind, contact }: VisitFacts, customer: Customer | undefined, language: Language): string {
  const notes = [kind === 'ordinary' ? '' : kindNames[kind][language], contactName(contact, customer)];
  return notes
    .filter((note) => note !== '')
    .map((note) => ` · ${note}`)
    .join('');
}

/** `announces the visit on Thu 10 Dec, 09:00`; empty for a call that announces none. */
export function announcedName(announced: AnnouncedVisit | undefined, language: Language): string {
  if (announced === undefined) return '';
  const when = `${dayName(announced.day, language).replaceAll('  ', ' ')} ${clockName(announced.stop.start)}`;
  return language === 'zh' ? `可预告${when}的拜访` : `may announce the visit on ${when}`;
}

/** Materials with their numbers of copies, `Price list ×2, Sample ×1`; empty for none. */
export const materialNames = (packed: readonly Packed[], language: Language): string =>
  packed.map(({ material, copies }) => `${material.name[language]} ×${copies}`).join(language === 'zh' ? '、' : ', ');

/** The purposes of a visit in one text; empty for none. */
export const purposeNames = ({ purposes }: Pick<VisitFacts, 'purposes'>, language: Language): string =>
  purposes.map((purpose) => purpose[language]).join(language === 'zh' ? '；' : '; ');

/** `last visit 12 days ago, at most 16`; the second part where the policy has a longest gap, `no visit yet` without a last visit, empty where nothing is known of the past. Calls count from the last visit or call. */
export function sinceName(
  days: number | null | undefined,
  { maxGapDays, kind }: Pick<VisitFacts, 'maxGapDays' | 'kind'>,
  language: Language,
): string {
  if (days === undefined) return '';
  if (days === null) return noVisitYet(kind, language);
  const [last, lastZh] = kind === 'call' ? ['last contact', '距上次联系'] : ['last visit', '距上次拜访'];
  const since = language === 'zh' ? `${lastZh}${days}天` : `${last} ${days} ${days === 1 ? 'day' : 'days'} ago`;
  if (maxGapDays === null) return since;
  return language === 'zh' ? `${since}，最长${maxGapDays}天` : `${since}, at most ${maxGapDays}`;
}

/** The days since the last visit for a table: a number, or `no visit yet`; empty where nothing is known of the past. */
export const sinceCell = (days: number | null | undefined, { kind }: Pick<VisitFacts, 'kind'>, language: Language): number | string =>
  days === null ? noVisitYet(kind, language) : (days ?? '');

const noVisitYet = (kind: VisitFacts['kind'], language: Language): string =>
  phrases[kind === 'call' ? 'noContactYet' : 'noVisitYet'][language];

/** `Li Wei (leader)`; empty where there is no certain contact. */
export function contactName(contact: VisitFacts['contact'], customer: Customer | undefined): string {
  const met = customer?.contacts.find(({ id }) => id === contact);
  return met === undefined ? '' : `${met.name} (${met.role})`;
}
