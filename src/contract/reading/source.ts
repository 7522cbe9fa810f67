import type { z } from 'zod';
import type { Finding, FindingValue, Place, PlacedValue } from '../../kernel/finding.ts';
import type { Findings } from './findings.ts';
import { valueErrors } from './value-errors.ts';

/** A way into a document: names of fields and positions in lists. */
export type Path = readonly PropertyKey[];

/** One record of the outside world, from a table or a document, which knows where each of its values stands. */
export interface Source {
  readonly value: unknown;
  readonly placeOf: (path: Path) => Place;
}

/** The part of a document below a path. */
export const partOf = (source: Source, ...path: Path): Source => ({
  value: valueAt(source.value, path),
  placeOf: (rest) => source.placeOf([...path, ...rest]),
});

/** The records of a list in a document; none when there is no list, which its schema reports. */
export function recordsOf(source: Source): readonly Source[] {
  return Array.isArray(source.value) ? source.value.map((_, i) => partOf(source, i)) : [];
}

/** A JSON document whose places are JSON pointers. */
export const documentSource = (file: string, value: unknown): Source => ({
  value,
  placeOf: (path) => (path.length === 0 ? { file } : { file, pointer: pointerOf(path) }),
});

const pointerOf = (path: Path) => path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The value at a path, or undefined when nothing is there. */
export function valueAt(value: unknown, path: Path): unknown {
  let here: unknown = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Readonly<Record<PropertyKey, unknown>>)[step];
  }
  return here;
}

/** A place with the value that stands there, for a finding; long values are cut. */
export function placedValueAt(source: Source, ...path: Path): PlacedValue {
  const value = shown(valueAt(source.value, path));
  return { at: source.placeOf(path), ...(value === undefined ? {} : { value }) };
}

function shown(value: unknown): FindingValue | undefined {
  if (typeof value === 'string') return clip(value);
  // JSON has numbers that no number of ours holds, and cannot say so: 1e400.
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'boolean') return value;
  return value === undefined || value === null ? undefined : clip(JSON.stringify(value));
}

const clip = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** What an unknown field is called: a field, or a parameter of a rule. */
type UnknownField = (placed: PlacedValue & { readonly choices: readonly string[] }) => Finding;

/** Parses a record by its schema, or reports all that is wrong with it and gives null. */
export function parseSource<T>(
  schema: z.ZodType<T>,
  source: Source,
  findings: Findings,
  unknownField: UnknownField = valueErrors.fieldUnknown,
): T | null {
  const parsed = schema.safeParse(source.value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) findings.report(...findingsOf(issue, source, unknownField));
  return null;
}

type Issue = z.core.$ZodIssue;

function findingsOf(issue: Issue, source: Source, unknownField: UnknownField): readonly Finding[] {
  const placed = placedValueAt(source, ...issue.path);
  switch (issue.code) {
    case 'custom':
      return [(issue.params as FoundParams).found(placed)];
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const at = source.placeOf([...issue.path, key]);
        return unknownField({ at, value: key, choices: issue.message.split(KNOWN_FIELDS) });
      });
    case 'invalid_union':
      return unionFindings(issue, source, unknownField);
    case 'too_big':
    case 'too_small':
      return [rangeFinding(issue, placed)];
    case 'invalid_value':
      return [choiceFinding(issue, placed)];
    case 'invalid_format':
      return [formatFinding(issue, placed)];
    default:
      return [typeFinding(issue, placed)];
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  date: 'a date such as 2026-12-07',
  datetime: 'a time with its offset, such as 2026-12-07T09:30:00+08:00',
  duration: 'a duration such as PT8M',
};

function formatFinding({ format }: z.core.$ZodIssueInvalidStringFormat, placed: PlacedValue): Finding {
  return valueErrors.typeWrong({ ...placed, expected: FORMATS[format] ?? 'text of another form' });
}

/** Between the names of known fields in a schema's message; `fields` writes it, `findingsOf` reads it. */
export const KNOWN_FIELDS = ', ';

/** What `fields.ts` attaches to an issue: the catalogue entry that it stands for. */
export interface FoundParams {
  readonly found: (placed: PlacedValue) => Finding;
}

/** Of several shapes that a value may have, the one whose kind it is tells what is wrong. */
function unionFindings(issue: z.core.$ZodIssueInvalidUnion, source: Source, unknownField: UnknownField): readonly Finding[] {
  const placed = placedValueAt(source, ...issue.path);
  const named = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : null;
  if (named !== null) {
    if (placed.value === undefined) return [valueErrors.fieldMissing({ at: placed.at, expected: `one of ${named.join(', ')}` })];
    return [valueErrors.choiceUnknown({ ...placed, what: `value of "${String(issue.path.at(-1))}"`, choices: named })];
  }
  const meant = issue.errors.find((branch) => !branch.some(({ code, path }) => code === 'invalid_type' && path.length === 0));
  if (meant === undefined) return [typeFinding(issue, placed)];
  return meant.flatMap((inner) => findingsOf({ ...inner, path: [...issue.path, ...inner.path] }, source, unknownField));
}

function rangeFinding(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall, placed: PlacedValue): Finding {
  if (issue.origin === 'string') return valueErrors.fieldMissing({ at: placed.at, expected: 'text' });
  const limit = issue.code === 'too_big' ? `at most ${issue.maximum}` : `at least ${issue.minimum}`;
  return valueErrors.outOfRange({ ...placed, range: issue.origin === 'array' ? `${limit} entries` : limit });
}

function choiceFinding(issue: z.core.$ZodIssueInvalidValue, placed: PlacedValue): Finding {
  const known = issue.values.map(String);
  if (placed.value === undefined) return valueErrors.fieldMissing({ at: placed.at, expected: `one of ${known.join(', ')}` });
  // The position in a list says nothing; the list's name does.
  const what = issue.path.findLast((step) => typeof step === 'string') ?? 'value';
  return valueErrors.choiceUnknown({ ...placed, what, choices: known });
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function typeFinding(issue: Issue, placed: PlacedValue): Finding {
  const name = issue.path.at(-1);
  const expected = NOUNS['expected' in issue ? String(issue.expected) : ''] ?? 'text or an object';
  if (name === 'lat' || name === 'lng') {
    return placed.value === undefined ? valueErrors.coordinateMissing({ at: placed.at }) : valueErrors.coordinateInvalid(placed);
  }
  if (placed.value === undefined) return valueErrors.fieldMissing({ at: placed.at, expected });
  if (expected.endsWith('number') && typeof placed.value !== 'boolean') return valueErrors.numberInvalid({ ...placed, expected });
  return valueErrors.typeWrong({ ...placed, expected });
}
