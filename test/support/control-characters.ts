import fc from 'fast-check';

/** Every control character: C0, C1, separators of lines and paragraphs, and those that turn the direction of writing. */
export const controls: readonly string[] = [
  [0x0000, 0x001f],
  [0x007f, 0x009f],
  [0x2028, 0x2029],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
].flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i)));

/** A control character. */
export const aControl = fc.constantFrom(...controls);

/** The control characters in a text, by number, besides those that are expected in it. */
export const controlsIn = (text: string, expected: readonly string[] = []): readonly string[] =>
  controls
    .filter((control) => !expected.includes(control) && text.includes(control))
    .map((control) => `U+${control.charCodeAt(0).toString(16).padStart(4, '0')}`);

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** The paths of all texts in a document. */
export function pathsOfTexts(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === 'string') return [path];
  return isObject(value) ? Object.entries(value).flatMap(([name, part]) => pathsOfTexts(part, [...path, name])) : [];
}

/** A document with the text at a path changed. */
export function withTextAt(value: unknown, [step, ...rest]: readonly string[], change: (text: string) => string): unknown {
  if (step === undefined) return typeof value === 'string' ? change(value) : value;
  if (Array.isArray(value)) return value.map((part, i) => (String(i) === step ? withTextAt(part, rest, change) : part));
  return isObject(value) ? { ...value, [step]: withTextAt(value[step], rest, change) } : value;
}
