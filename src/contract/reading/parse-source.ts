import type { z } from 'zod';
import type { Finding, PlacedValue } from '../../kernel/finding.ts';
import type { Findings } from './findings.ts';
import { type Source, placedValueAt } from './source.ts';
import { valueErrors } from './value-errors.ts';

/** Makes the finding of an unknown field, or of an unknown parameter of a rule. */
type UnknownField = (placed: PlacedValue & { readonly choices: readonly string[] }) => Finding;

/** Parses a value by its schema, or returns null after findings. */
export function parseSource<T>(
  schema: z.ZodType<T>,
  source: Source,
  findings: Findings,
  unknownField: UnknownField = valueErrors.fieldUnknown,
): T | null {
  const parsed = schema.safeParse(source.value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) findings.reportAll(findingsOf(issue, source, unknownField));
  return null;
}

/** A record after parsing, with its place in the input. */
export interface Parsed<T> {
  readonly value: T;
  readonly source: Source;
}

/** Parses each record by the schema. Records with findings are left out. */
export function parseRecords<T>(schema: z.ZodType<T>, records: readonly Source[] | null, findings: Findings): readonly Parsed<T>[] {
  return (records ?? []).flatMap((source) => {
    const value = parseSource(schema, source, findings);
    return value === null ? [] : [{ value, source }];
  });
}

type Issue = z.core.$ZodIssue;

function findingsOf(issue: Issue, source: Source, unknownField: UnknownField): readonly Finding[] {
  const placed = placedValueAt(source, ...issue.path);
  switch (issue.code) {
    case 'custom':
      return [(issue.params as IssueParams).toFinding(placed)];
    case 'unrecognized_keys':
      return issue.keys.slice(0, MOST_KEYS).map((key) => {
        const at = source.placeOf([...issue.path, key]);
        return unknownField({ at, value: key, choices: issue.message.split(FIELD_SEPARATOR) });
      });
    case 'invalid_union':
      return unionFindings(issue, source, unknownField);
    case 'too_big':
    case 'too_small':
      return [rangeFinding(issue, placed)];
    case 'invalid_value':
      return [choiceFinding(issue, placed)];
    case 'invalid_format':
      return [formFinding(issue, placed)];
    default:
      return [typeFinding(issue, placed)];
  }
}

/** The most unknown fields of one object that become findings: finding similar names takes time. */
const MOST_KEYS = 1000;

const FORMATS: Readonly<Record<string, string>> = {
  date: 'a date such as 2026-12-07',
  datetime: 'a time with its offset, such as 2026-12-07T09:30:00+08:00',
  duration: 'a duration such as PT8M',
};

function formFinding({ format }: z.core.$ZodIssueInvalidStringFormat, placed: PlacedValue): Finding {
  return valueErrors.typeWrong({ ...placed, expected: FORMATS[format] ?? 'text of another form' });
}

/** Separates the names of fields in the message of a schema: `objectOf` writes it, `findingsOf` reads it. */
export const FIELD_SEPARATOR = ', ';

/** What a schema of ours attaches to an issue: the finding that it becomes. */
export interface IssueParams {
  readonly toFinding: (placed: PlacedValue) => Finding;
}

/** The findings of a value that fits none of several schemas: those of the schema whose type it has. */
function unionFindings(issue: z.core.$ZodIssueInvalidUnion, source: Source, unknownField: UnknownField): readonly Finding[] {
  const placed = placedValueAt(source, ...issue.path);
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : null;
  if (options !== null) {
    if (placed.value === undefined) return [valueErrors.fieldMissing({ at: placed.at, expected: `one of ${options.join(', ')}` })];
    return [valueErrors.choiceUnknown({ ...placed, what: `value of "${String(issue.path.at(-1))}"`, choices: options })];
  }
  const closest = issue.errors.find((branch) => !branch.some(({ code, path }) => code === 'invalid_type' && path.length === 0));
  if (closest === undefined) return [typeFinding(issue, placed)];
  return closest.flatMap((inner) => findingsOf({ ...inner, path: [...issue.path, ...inner.path] }, source, unknownField));
}

function rangeFinding(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall, placed: PlacedValue): Finding {
  if (issue.origin === 'string') {
    if (issue.code === 'too_big') return valueErrors.textTooLong({ ...placed, most: Number(issue.maximum) });
    return valueErrors.fieldMissing({ at: placed.at, expected: 'text' });
  }
  const limit = issue.code === 'too_big' ? `at most ${issue.maximum}` : `at least ${issue.minimum}`;
  return valueErrors.outOfRange({ ...placed, range: issue.origin === 'array' ? `${limit} entries` : limit });
}

function choiceFinding(issue: z.core.$ZodIssueInvalidValue, placed: PlacedValue): Finding {
  const choices = issue.values.map(String);
  if (placed.value === undefined) return valueErrors.fieldMissing({ at: placed.at, expected: `one of ${choices.join(', ')}` });
  // In a list, the name of the list, not the position.
  const what = issue.path.findLast((step) => typeof step === 'string') ?? 'value';
  return valueErrors.choiceUnknown({ ...placed, what, choices });
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
