import type { Findings } from '../reading/findings.ts';
import { fileErrors } from '../reading/file-errors.ts';
import { DEEPEST, readJson } from '../reading/read-json.ts';
import type { Source } from '../reading/source.ts';
import { valueErrors } from '../reading/value-errors.ts';
import { requestErrors } from './errors.ts';

/** What findings call the body of a request. */
export const REQUEST = 'request';

/** Reads a body of at most so many values as JSON; null after findings. */
export function readBody(body: Uint8Array, mostValues: number, findings: Findings): Source | null {
  const at = { file: REQUEST };
  if (body.length === 0) {
    findings.report(valueErrors.fieldMissing({ at, expected: 'a JSON document' }));
    return null;
  }
  const text = decoded(body);
  if (text === null) {
    findings.report(requestErrors.bodyNotUtf8({ at }));
    return null;
  }
  const { depth, values } = sizeOf(body);
  if (depth > DEEPEST) findings.report(fileErrors.tooDeep({ at, most: DEEPEST }));
  else if (values > mostValues) findings.report(requestErrors.tooManyValues({ at, most: mostValues }));
  if (depth > DEEPEST || values > mostValues) return null;
  return readJson(REQUEST, text, findings);
}

/** Whether a body has fields at all. */
export const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

function decoded(body: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    // It throws where bytes are no UTF-8, and only there.
    return null;
  }
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

const COMMA = 0x2c;

/** Depth of the brackets of a JSON text, and the number of its values, at least. Both without building any of them. */
function sizeOf(body: Uint8Array): { readonly depth: number; readonly values: number } {
  let [open, depth, values, isText] = [0, 0, 1, false];
  for (let i = 0; i < body.length; i++) {
    const byte = body[i] ?? 0;
    if (isText && byte === BACKSLASH) i++;
    else if (byte === QUOTE) isText = !isText;
    else if (isText) continue;
    else if (byte === COMMA) values++;
    else if (OPENING.has(byte)) {
      values++;
      depth = Math.max(depth, ++open);
    } else if (CLOSING.has(byte)) open--;
  }
  return { depth, values };
}
