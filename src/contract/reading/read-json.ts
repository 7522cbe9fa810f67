import { fileErrors } from './file-errors.ts';
import type { Findings } from './findings.ts';
import { type Source, documentSource } from './source.ts';

/** Reads a JSON text, or returns null after a finding with the place of the mistake. A byte order mark is ignored. */
export function readJson(file: string, text: string, findings: Findings): Source | null {
  const json = text.replace(/^\uFEFF/, '');
  try {
    return documentSource(file, JSON.parse(json));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    findings.report(fileErrors.jsonMalformed({ at: { file, ...placeIn(json, message) }, problem: problemIn(message) }));
    return null;
  }
}

/** The place that the message of `JSON.parse` names by its offset; without one, the end of the text. */
function placeIn(json: string, message: string): { readonly row: number; readonly column: string } {
  const offset = Number(/at position (\d+)/.exec(message)?.[1] ?? json.length);
  const before = json.slice(0, offset).split('\n');
  return { row: before.length, column: `column ${(before.at(-1) ?? '').length + 1}` };
}

/** The message of `JSON.parse` without its place. */
const problemIn = (message: string) =>
  message
    .replace(/ in JSON at position.*$| at position.*$/s, '')
    .replace(/^Unexpected end of JSON input$/, 'it ends too early')
    .replace(/^Unexpected token/, 'unexpected')
    .replace(/, (\.\.\.)?".*$/s, '')
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase());
