import { separatorOf } from './read-rows.ts';

const [QUOTE, BACKSLASH, COMMA, RETURN, NEWLINE] = [0x22, 0x5c, 0x2c, 0x0d, 0x0a];
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** How much a JSON text holds. */
export interface JsonSize {
  /** Levels of lists and objects within one another. */
  readonly depth: number;
  /** Number of values; a list or object without entries counts twice. */
  readonly values: number;
}

/** The size of a JSON text or of its bytes, found without building any of its values. */
export function sizeOfJson(json: string | Uint8Array): JsonSize {
  const codeAt = typeof json === 'string' ? (i: number) => json.charCodeAt(i) : (i: number) => json[i] ?? 0;
  let [open, depth, values, isText] = [0, 0, 1, false];
  for (let i = 0; i < json.length; i++) {
    const code = codeAt(i);
    if (isText && code === BACKSLASH) i++;
    else if (code === QUOTE) isText = !isText;
    else if (isText) continue;
    else if (code === COMMA) values++;
    else if (OPENING.has(code)) {
      values++;
      depth = Math.max(depth, ++open);
    } else if (CLOSING.has(code)) open--;
  }
  return { depth, values };
}

/** Number of cells of a CSV text, found without building any of them. */
export function cellsIn(csv: string): number {
  const separator = separatorOf(csv).charCodeAt(0);
  let [cells, isQuoted] = [1, false];
  for (let i = 0; i < csv.length; i++) {
    const code = csv.charCodeAt(i);
    if (code === QUOTE) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (code === separator || code === NEWLINE || (code === RETURN && csv.charCodeAt(i + 1) !== NEWLINE)) cells++;
  }
  return cells;
}
