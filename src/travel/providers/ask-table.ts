import { z } from 'zod';

/** Times and distances from some places to others, row-major; -1 where there is no route. */
export interface TravelTable {
  readonly seconds: readonly number[];
  readonly metres: readonly number[];
}

/** The numbers of rows and columns of a table. */
export interface TableSize {
  readonly rows: number;
  readonly columns: number;
}

/** Why a service gave no table. */
export class TableError extends Error {}

/** Seconds that one answer may take. */
const TIME_LIMIT = 30;
/** Most bytes of an answer: 2,500 times and distances take a tenth of it. */
const MOST_BYTES = 2 ** 20;
/** Longest time and distance: a day, and once around the earth. */
const MOST_SECONDS = 86_400;
const MOST_METRES = 40_000_000;

const rowsOf = (most: number) => z.array(z.array(z.number().min(0).max(most).nullable()));
const Answer = z.object({ code: z.literal('Ok'), durations: rowsOf(MOST_SECONDS), distances: rowsOf(MOST_METRES) });

/** Asks an OSRM-compatible service for one table; throws a `TableError` where it gives none. It follows no redirects. */
export async function askTable(url: string, size: TableSize, signal: AbortSignal): Promise<TravelTable> {
  const answer = Answer.safeParse(await jsonAt(url, signal));
  if (!answer.success) {
    const [issue] = answer.error.issues;
    throw new TableError(`its answer is no table (${issue?.path.join('/') ?? ''}: ${issue?.message ?? ''})`);
  }
  const { durations, distances } = answer.data;
  const isWhole = (rows: readonly (readonly unknown[])[]) =>
    rows.length === size.rows && rows.every(({ length }) => length === size.columns);
  if (!isWhole(durations) || !isWhole(distances)) throw new TableError('its table has another size');
  const metres = distances.flat();
  const seconds = durations.flat().map((time, i) => (time === null || metres[i] === null ? -1 : Math.round(time)));
  return { seconds, metres: metres.map((distance, i) => (seconds[i] === -1 ? -1 : Math.round(distance ?? -1))) };
}

async function jsonAt(url: string, signal: AbortSignal): Promise<unknown> {
  try {
    const both = AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT * 1000)]);
    const response = await fetch(url, { redirect: 'error', signal: both, headers: { accept: 'application/json' } });
    const text = await textOf(response);
    if (!response.ok) throw new TableError(`it answers with status ${String(response.status)}`);
    return JSON.parse(text);
  } catch (error) {
    throw error instanceof TableError ? error : new TableError(problemOf(error));
  }
}

/** The body of an answer, which is given up where it is too long. */
async function textOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new TableError('its answer is too long');
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function problemOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'its answer is no JSON';
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'it takes too long';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null;
  if (code === 'ECONNREFUSED') return 'nothing listens at its address';
  if (code === 'ENOTFOUND') return 'there is no such host';
  return code ?? (cause instanceof Error ? cause.message : error.message);
}
