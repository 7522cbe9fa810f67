/**
 * Characters that are commands and no letters: C0 and C1, the separators of lines and paragraphs, and those that turn the
 * direction of writing. Terminals, calendars and pages obey them.
 */
const CONTROL = String.raw`[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]`;
const ONE = new RegExp(CONTROL);
const ALL = new RegExp(CONTROL, 'g');

/** The first control character of a text by its number in Unicode, such as `U+001B`; null where there is none. */
export function controlCharacterIn(text: string): string | null {
  const [found] = ONE.exec(text) ?? [];
  return found === undefined ? null : `U+${hexadecimal(found).toUpperCase()}`;
}

/** A text with each control character written as JSON does, such as `\u001b`. */
export const visible = (text: string): string => text.replace(ALL, (character) => `\\u${hexadecimal(character)}`);

/** Lines of text with each control character in them written as JSON does. Line breaks stay. */
export const visibleLines = (text: string): string => text.split('\n').map(visible).join('\n');

const hexadecimal = (character: string) => character.charCodeAt(0).toString(16).padStart(4, '0');
