/** The languages of beatplan's texts: English and Simplified Chinese. */
export type Language = 'en' | 'zh';

/** One text in every language. Sentences may hold `{name}` places for values. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** A rule's sentence, independent of language: a key of the rule's `sentences`, and the values to fill in. */
export interface Sentence {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** The key of a sentence that carries its own text. */
const LITERAL = 'literal';

/** A sentence that carries its own text, such as one read from a plan document. */
export const literalSentence = ({ en, zh }: Text): Sentence => ({ key: LITERAL, values: { en, zh } });

/** The text that a sentence carries; null where its rule has the text. */
export function literalText({ key, values }: Sentence): Text | null {
  const { en, zh } = values;
  return key === LITERAL && typeof en === 'string' && typeof zh === 'string' ? { en, zh } : null;
}

/** Fills the `{name}` places of a text; a place without a value stays, so that people notice it. */
export function render(text: Text, values: Sentence['values'], language: Language): string {
  return text[language].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
