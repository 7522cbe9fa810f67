import type { Language } from '../kernel/text.ts';

/** Most names that are listed in one line. */
const LISTED = 8;

/** `Li Wei (rep-1)`, or the id alone where there is no name. */
export const nameWithId = ({ id, name }: { readonly id: string; readonly name: string }): string => (name === id ? id : `${name} (${id})`);

/** The first names of a list, and how many there are besides; `unit` counts them in Chinese, such as 户. */
export function nameList(names: readonly string[], language: Language, unit: string): string {
  const more = names.length - LISTED;
  const listed = names.slice(0, LISTED).join(language === 'zh' ? '、' : ', ');
  if (more <= 0) return listed;
  return language === 'zh' ? `${listed} 等 ${names.length} ${unit}` : `${listed} and ${more} more`;
}
