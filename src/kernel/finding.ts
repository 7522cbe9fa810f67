import { nearest } from './nearest.ts';

/** Why a request failed, in the caller's terms. `http/` maps kinds to status codes. */
export type ErrorKind = 'invalid' | 'missing' | 'conflict' | 'unavailable';

/** Where a finding is. Rows count as spreadsheets do: the headings are row 1. */
export interface Place {
  /** A file's name, or a command line option's. */
  readonly file: string;
  readonly row?: number;
  /** The heading of a table's column. */
  readonly column?: string;
  /** JSON pointer (RFC 6901) into a document. */
  readonly pointer?: string;
}

/** What a finding shows of the input. */
export type FindingValue = string | number | boolean;

/** One thing that a caller has to put right. */
export interface Finding {
  /** Stable, from the catalogue in `errors.ts`. */
  readonly code: string;
  readonly kind: ErrorKind;
  readonly at: Place;
  /** What is wrong, without the value and without a full stop. */
  readonly message: string;
  /** What to do next, as a sentence. */
  readonly hint: string;
  readonly value?: FindingValue;
}

/** A request that cannot be served as it is; holds all that was found wrong with it. */
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

/** A place as people read it: `customers.csv:14 lat`, `policy.json /rules/2/price`. */
export function formatPlace({ file, row, column, pointer }: Place): string {
  return `${file}${row === undefined ? '' : `:${row}`}${column === undefined ? '' : ` ${column}`}${pointer ? ` ${pointer}` : ''}`;
}

/** A finding on one line: place, message, value, hint. */
export function formatFinding({ at, message, value, hint }: Finding): string {
  return `${formatPlace(at)}: ${message}${value === undefined ? '' : ` (${String(value)})`}. ${hint}`;
}

/** What the catalogue says of one code. */
export interface CatalogueEntry {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly title: string;
  /** When it happens, in a sentence. */
  readonly when: string;
}

/** What every finding is given: where it is, and the value found there. */
export interface Sighting {
  readonly at: Place;
  readonly value?: FindingValue;
}

/** A catalogue entry as it is written down. */
export type Entry<V> = CatalogueEntry & { readonly message: (values: V) => string; readonly hint: (values: V) => string };
/** A catalogue entry as it is used: a function that makes findings. */
export type Maker<V> = ((sighting: Sighting & V) => Finding) & CatalogueEntry;

/** Makes one entry of the catalogue: called with where and what, it gives the finding. */
export function entry<V = unknown>({ code, kind, title, when, message, hint }: Entry<V & Sighting>): Maker<V> {
  const make = (sighting: Sighting & V): Finding => ({
    code,
    kind,
    at: sighting.at,
    message: message(sighting),
    hint: hint(sighting),
    ...(sighting.value === undefined ? {} : { value: sighting.value }),
  });
  return Object.assign(make, { code, kind, title, when });
}

/** A name that was found, and the names that would do. */
export interface Known extends Sighting {
  readonly known: readonly string[];
}

/** An entry for a name that is none of those known. */
export function unknown(code: string, noun: string, when: string): Maker<{ readonly known: readonly string[] }> {
  return entry({
    code,
    kind: 'invalid',
    title: `Unknown ${noun}`,
    when,
    message: () => `There is no such ${noun}`,
    hint: suggestion,
  });
}

/** More names than this are not searched for what was meant: a table may hold a hundred thousand wrong ones. */
const MANY = 1000;

/** The name that was probably meant, or those that would do. */
export function suggestion({ known, value }: Known): string {
  const meant = known.length > MANY ? null : nearest(String(value), known);
  if (meant !== null) return `Did you mean "${meant}"?`;
  const shown = known.slice(0, 12).join(', ');
  if (known.length === 0) return 'Remove it: none is known here.';
  return `Use one of: ${shown}${known.length > 12 ? `, … (${known.length} in all)` : ''}.`;
}
