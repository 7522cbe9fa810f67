import { clip } from './clip.ts';
import { visible } from './control-characters.ts';
import { nearest } from './nearest.ts';

/** How the input is wrong, as callers see it. */
export type ErrorKind = 'invalid' | 'missing' | 'conflict' | 'unavailable';

/** Where a finding is. Rows count as spreadsheets do: the headings are row 1. */
export interface Place {
  /** The name of a file, of an option of the command line, or of a part of a request. */
  readonly file: string;
  readonly row?: number;
  /** The heading of a table's column. */
  readonly column?: string;
  /** JSON pointer (RFC 6901) into a document. */
  readonly pointer?: string;
}

/** A value of the input that a finding shows. */
export type FindingValue = string | number | boolean;

/** One thing in the input that the caller has to correct. */
export interface Finding {
  /** Stable: an error catalogue defines it, `docs/errors.md` lists it. */
  readonly code: string;
  readonly kind: ErrorKind;
  readonly at: Place;
  /** What is wrong, without the value and without a full stop. */
  readonly message: string;
  /** What to do next, as a sentence. */
  readonly hint: string;
  readonly value?: FindingValue;
}

/** The input is wrong; holds all findings. */
export class PlanningError extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map(formatFinding).join('\n'));
    this.name = 'PlanningError';
    this.findings = findings;
  }
}

/** Throws all findings at once; does nothing when there are none. */
export function refuse(findings: readonly Finding[]): void {
  if (findings.length > 0) throw new PlanningError(findings);
}

/** A place as text: `customers.csv:14 lat`, `policy.json /rules/2/price`. */
export function formatPlace({ file, row, column, pointer }: Place): string {
  return `${file}${row === undefined ? '' : `:${row}`}${column === undefined ? '' : ` ${column}`}${pointer ? ` ${pointer}` : ''}`;
}

/** A finding on one line: place, message, value, hint. */
export function formatFinding({ at, message, value, hint }: Finding): string {
  return `${formatPlace(at)}: ${message}${value === undefined ? '' : ` (${String(value)})`}. ${hint}`;
}

/** One code of an error catalogue, as `docs/errors.md` lists it. */
export interface CatalogueEntry {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly title: string;
  /** When it happens, in a sentence. */
  readonly when: string;
}

/** A place in the input, with the value that stands there. */
export interface PlacedValue {
  readonly at: Place;
  readonly value?: FindingValue;
}

/** An error as a catalogue writes it: message and hint are made from the values of each case. */
export type ErrorDefinition<V> = CatalogueEntry & { readonly message: (values: V) => string; readonly hint: (values: V) => string };

/** An error as code uses it: a function that makes a finding from the place and the values of a case. */
export type FindingMaker<V> = ((placed: PlacedValue & V) => Finding) & CatalogueEntry;

/** The most characters of a message and of a hint: names of the input occur in both. */
const LONGEST_TEXT = 1000;

/** A text as people read it: cut, and with control characters made visible. It may quote anything from the input. */
const shown = (text: string, longest?: number): string => clip(visible(clip(text, longest)), longest);

/** A place as people read it: keys of documents and headings may hold anything and be as long as the input. */
function shownPlace({ file, row, column, pointer }: Place): Place {
  return {
    file: shown(file),
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column: shown(column) }),
    ...(pointer === undefined ? {} : { pointer: shown(pointer, LONGEST_TEXT) }),
  };
}

/** Defines one error of a catalogue. */
export function defineError<V = unknown>({ code, kind, title, when, message, hint }: ErrorDefinition<V & PlacedValue>): FindingMaker<V> {
  const makeFinding = (placed: PlacedValue & V): Finding => ({
    code,
    kind,
    at: shownPlace(placed.at),
    message: shown(message(placed), LONGEST_TEXT),
    hint: shown(hint(placed), LONGEST_TEXT),
    ...(placed.value === undefined ? {} : { value: typeof placed.value === 'string' ? shown(placed.value) : placed.value }),
  });
  return Object.assign(makeFinding, { code, kind, title, when });
}

/** The names that are valid at a place, in the order in which people are shown them. */
export type Choices = readonly string[] | ReadonlySet<string>;

/** An unknown name in the input, and the names that are valid there. */
export interface UnknownName extends PlacedValue {
  readonly choices: Choices;
}

/** Defines the error that a name is none of the valid ones. */
export function defineUnknownName(code: string, noun: string, when: string): FindingMaker<{ readonly choices: Choices }> {
  return defineError({
    code,
    kind: 'invalid',
    title: `Unknown ${noun}`,
    when,
    message: () => `There is no such ${noun}`,
    hint: suggestion,
  });
}

/** The most zeros that are put in front of a number to find its name. */
const MOST_ZEROS = 12;

/** The name that is the same number as a text: spreadsheets drop zeros in front of numbers, and may add a point. */
function sameNumber(written: string, names: Choices): string | null {
  const digits = /^0*(\d{1,15})(?:\.0+)?$/.exec(written.trim())?.[1];
  if (digits === undefined) return null;
  const isName = (name: string) => ('size' in names ? names.has(name) : names.length <= MOST_COMPARED && names.includes(name));
  for (let zeros = 0; zeros <= MOST_ZEROS; zeros++) if (isName('0'.repeat(zeros) + digits)) return '0'.repeat(zeros) + digits;
  return null;
}

/** Longer lists are not searched for a similar name: a table may hold a hundred thousand wrong names. */
const MOST_COMPARED = 1000;

/** A hint that names the valid name most similar to the unknown one, or lists the valid names. */
export function suggestion({ choices, value }: UnknownName): string {
  const count = 'size' in choices ? choices.size : choices.length;
  const similar = sameNumber(String(value), choices) ?? (count > MOST_COMPARED ? null : nearest(String(value), [...choices]));
  if (similar !== null) return `Did you mean "${similar}"?`;
  const first = Array.from(choices.values().take(12), (name) => clip(name, 60)).join(', ');
  if (count === 0) return 'Remove it: there are none here.';
  return `Use one of: ${first}${count > 12 ? `, … (${count} in all)` : ''}.`;
}
