import type { PlanningResult } from '../app/plan-territory.ts';
import type { ValueBytes } from './values.ts';

/** A plan as a value, with the time at which it was made. */
export interface MadePlan extends Pick<PlanningResult, 'plan' | 'cost' | 'kpis'> {
  /** ISO 8601 instant. */
  readonly madeAt: string;
}

/** A piece of a document, as bytes from … to. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The place of one rep's day in a plan's document. */
export interface DaySpan extends Span {
  readonly rep: string;
  /** ISO date. */
  readonly day: string;
}

/**
 * A plan as the bytes that are sent, with the places of its parts. The document is
 * `{"plan":{…,"days":[…],"unserved":[…],"pullForward":[…]},"run":{…}}`: days and unserved visits may be left out or picked by copying bytes.
 */
export interface EncodedPlan {
  readonly document: Uint8Array;
  readonly days: readonly DaySpan[];
  /** In the document's order. */
  readonly unserved: readonly Span[];
  /** The document with the cost by rule and the reasons for unserved visits. */
  readonly explanation: Uint8Array;
  /** Whether each unserved visit has its reason. */
  readonly isExplained: boolean;
  /** The plan as a value, from which other formats are written. */
  readonly made: ValueBytes<MadePlan>;
  /** Differs for every other document. */
  readonly hash: string;
}

/** Bytes that it takes in memory. */
export const sizeOf = ({ document, explanation, made }: EncodedPlan): number => document.length + explanation.length + made.length;

const COMMA = new TextEncoder().encode(',');

/** Entries of a list in a document, with commas between them, as pieces to be sent one after another. */
export const listed = (document: Uint8Array, spans: readonly Span[]): readonly Uint8Array[] =>
  spans.flatMap(({ from, to }, i) => (i === 0 ? [document.subarray(from, to)] : [COMMA, document.subarray(from, to)]));

/** The document with some of its days, as pieces to be sent one after another. */
export function documentWith({ document, days }: EncodedPlan, isWanted: (day: DaySpan) => boolean): readonly Uint8Array[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [document];
  return [document.subarray(0, first.from), ...listed(document, days.filter(isWanted)), document.subarray(last.to)];
}
