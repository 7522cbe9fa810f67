import { quantile } from '../http/load.ts';

/** A failure of the service that its documents do not announce. */
export interface Breakdown {
  readonly kind: string;
  readonly status: number;
  readonly body: string;
}

/** How requests of one kind ended, as plain data that a thread can send. */
export interface KindTally {
  readonly statuses: Record<string, number>;
  /** Milliseconds of each request that was answered. */
  readonly times: number[];
}

/** How requests ended, by kind. */
export interface Tally {
  readonly kinds: Record<string, KindTally>;
  readonly breakdowns: Breakdown[];
}

/** A row of the table about one kind. */
export interface KindRow {
  readonly kind: string;
  readonly requests: number;
  readonly answers: string;
  readonly 'median ms': number | null;
  readonly 'p99 ms': number | null;
}

/** More of them tell nothing new. */
const MOST_BREAKDOWNS = 50;
const LONGEST_BODY = 1000;

/** A tally of nothing. */
export const emptyTally = (): Tally => ({ kinds: {}, breakdowns: [] });

/** Counts a request; the outcome is its status, or how its connection ended. */
export function count({ kinds }: Tally, kind: string, outcome: number | string, milliseconds: number | null): void {
  const tally = (kinds[kind] ??= { statuses: {}, times: [] });
  tally.statuses[outcome] = (tally.statuses[outcome] ?? 0) + 1;
  if (milliseconds !== null) tally.times.push(milliseconds);
}

/** Notes an answer of 500 or above, unless it is a refusal for now. */
export function noteBreakdown({ breakdowns }: Tally, { kind, status, body }: Breakdown, isRetriable: boolean): void {
  if (status < 500 || (status === 503 && isRetriable) || breakdowns.length >= MOST_BREAKDOWNS) return;
  breakdowns.push({ kind, status, body: body.slice(0, LONGEST_BODY) });
}

/** Rows of a tally, in the order of their names. */
export function rowsOf({ kinds }: Tally): readonly KindRow[] {
  const names = Object.keys(kinds).toSorted();
  return names.map((kind) => {
    const { statuses, times } = kinds[kind] ?? { statuses: {}, times: [] };
    const sorted = times.toSorted((a, b) => a - b);
    const answers = Object.entries(statuses).map(([status, number]) => `${number} × ${status}`);
    return {
      kind,
      requests: Object.values(statuses).reduce((sum, number) => sum + number, 0),
      answers: answers.join(', '),
      'median ms': sorted.length === 0 ? null : Math.round(quantile(sorted, 0.5)),
      'p99 ms': sorted.length === 0 ? null : Math.round(quantile(sorted, 0.99)),
    };
  });
}
