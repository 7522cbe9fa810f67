import type { Findings } from './findings.ts';
import { type Source, documentSource } from './source.ts';
import { fileErrors } from './file-errors.ts';

/** Reads a JSON text, or reports where it breaks and gives null. A byte order mark is no part of it. */
export function readJson(file: string, text: string, findings: Findings): Source | null {
  const content = text.replace(/^\uFEFF/, '');
  try {
    return documentSource(file, JSON.parse(content));
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    findings.report(fileErrors.jsonMalformed({ at: { file, ...positionIn(content, told) }, problem: problemOf(told) }));
    return null;
  }
}

/** Engines tell the position in words; one that does not is at the end. */
function positionIn(content: string, told: string): { readonly row: number; readonly column: string } {
  const offset = Number(/at position (\d+)/.exec(told)?.[1] ?? content.length);
  const before = content.slice(0, offset).split('\n');
  return { row: before.length, column: `column ${(before.at(-1) ?? '').length + 1}` };
}

const problemOf = (told: string) =>
  told
    .replace(/ in JSON at position.*$| at position.*$/s, '')
    .replace(/^Unexpected end of JSON input$/, 'it ends too early')
    .replace(/^Unexpected token/, 'unexpected')
    .replace(/, (\.\.\.)?".*$/s, '')
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase());
