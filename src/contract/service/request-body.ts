import type { Findings } from '../reading/findings.ts';
import { fileErrors } from '../reading/file-errors.ts';
import { DEEPEST, readJson } from '../reading/read-json.ts';
import { cellsIn, sizeOfJson } from '../reading/size-of-text.ts';
import { type Source, partOf } from '../reading/source.ts';
import { valueErrors } from '../reading/value-errors.ts';
import { requestErrors } from './errors.ts';

/** What findings call the body of a request. */
export const REQUEST = 'request';

/** Reads a body as JSON; null after findings. It may hold so many values at most, those in the texts of its `files` included. */
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
  const { depth, values } = sizeOfJson(body);
  if (depth > DEEPEST) findings.report(fileErrors.tooDeep({ at, most: DEEPEST }));
  else if (values > mostValues) findings.report(requestErrors.tooManyValues({ at, most: mostValues }));
  if (depth > DEEPEST || values > mostValues) return null;
  const request = readJson(REQUEST, text, findings);
  if (request === null) return null;
  const files = partOf(request, 'files');
  if (values + valuesInFiles(files.value) <= mostValues) return request;
  findings.report(requestErrors.tooManyValues({ at: files.placeOf([]), most: mostValues }));
  return null;
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

/** Number of JSON values and of cells in the texts of files, without building any of them. */
function valuesInFiles(files: unknown): number {
  if (typeof files !== 'object' || files === null) return 0;
  return Object.entries(files)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .reduce((sum, [name, text]) => sum + (name.toLowerCase().endsWith('.json') ? sizeOfJson(text).values : cellsIn(text)), 0);
}
