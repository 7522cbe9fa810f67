/** The languages that beatplan speaks: English and Simplified Chinese. */
export type Language = 'en' | 'zh';

/** One text in every language. Sentences may hold `{name}` places for values. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** What a sentence says, before it has a language: a key of its rule's `sentences`, and the values to fill in. */
export interface Sentence {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** The key of a sentence that has its words already. */
const TOLD = 'told';

/** A sentence that comes with its words, as from a plan that was written down. */
export const toldSentence = ({ en, zh }: Text): Sentence => ({ key: TOLD, values: { en, zh } });

/** The words of a sentence that came with them; null for any other. */
export function wordsOf({ key, values }: Sentence): Text | null {
  const { en, zh } = values;
  return key === TOLD && typeof en === 'string' && typeof zh === 'string' ? { en, zh } : null;
}

/** Fills the `{name}` places of a text; a place without a value stays as it is, so that it is seen. */
export function render(text: Text, values: Sentence['values'], language: Language): string {
  return text[language].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
