/** A piece of a document, as bytes from … to. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where one rep's day stands in a plan's document. */
export interface DaySpan extends Span {
  readonly rep: string;
  /** ISO date. */
  readonly day: string;
}

/**
 * A plan as the bytes that are sent, with what it takes to send parts of it. The document is
 * `{"plan":{…,"days":[…],"unserved":[…]},"run":{…}}`: days and unserved visits may be left out or picked by copying bytes.
 */
export interface EncodedPlan {
  readonly document: Uint8Array;
  readonly days: readonly DaySpan[];
  /** In the document's order. */
  readonly unserved: readonly Span[];
  /** The document with the cost rule by rule, and why visits are unserved. */
  readonly explanation: Uint8Array;
  /** Tells this document from any other. */
  readonly hash: string;
}

/** How many bytes it takes. */
export const sizeOf = ({ document, explanation }: EncodedPlan): number => document.length + explanation.length;

/** The memory that moves with a plan from thread to thread. */
export const buffersOf = ({ document, explanation }: EncodedPlan): readonly ArrayBuffer[] =>
  [document, explanation].map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer);

const COMMA = new TextEncoder().encode(',');

/** Entries of a list in a document, with commas between them, as pieces to be sent one after another. */
export const listed = (document: Uint8Array, spans: readonly Span[]): readonly Uint8Array[] =>
  spans.flatMap(({ from, to }, i) => (i === 0 ? [document.subarray(from, to)] : [COMMA, document.subarray(from, to)]));

/** The document with the wanted days alone, as pieces to be sent one after another. */
export function documentWith({ document, days }: EncodedPlan, isWanted: (day: DaySpan) => boolean): readonly Uint8Array[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [document];
  return [document.subarray(0, first.from), ...listed(document, days.filter(isWanted)), document.subarray(last.to)];
}
