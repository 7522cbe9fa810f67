import type { TravelSources } from '../../domain/travel/travel-sources.ts';
import { type Finding, refuse } from '../../kernel/finding.ts';
import type { Mode } from '../mode.ts';
import type { Place, TravelMatrix, TravelTimes } from '../ports.ts';
import { TableError, type TravelTable, askTable } from './ask-table.ts';
import { travelErrors } from './errors.ts';
import { estimate } from './estimate.ts';
import { isRecorded, readRecorded, writeRecorded } from './travel-record.ts';

/** The source that legs show. */
const OSRM = 'osrm';
/** Most places of one matrix, and rows and columns of one question: services usually allow 100 places. */
const MOST_PLACES = 2000;
const SIDE = 50;
/** Answers that are kept in memory, of up to 2,500 times and distances each. */
const MOST_KEPT = 400;
/** Questions asked at the same time. */
const AT_ONCE = 4;
/** Seconds that all answers for a mode may take together. */
const TIME_LIMIT = 300;

/** OSRM's names of profiles. Most services have one, and accept any name. */
const PROFILES: Readonly<Record<Mode['profile'], string>> = { foot: 'foot', bicycle: 'bike', moped: 'driving', car: 'driving' };

/** Travel from services and their record, where they are given for a mode; estimates for the others. */
export function travelFrom({ addresses, record }: TravelSources): TravelTimes {
  // What a mode has in the record does not change its source in the middle of a run.
  const recorded = new Map<string, Promise<boolean>>();
  const isFromService = (mode: string): Promise<boolean> => {
    const known = recorded.get(mode) ?? (record === null ? Promise.resolve(false) : isRecorded(record, mode));
    recorded.set(mode, known);
    return known.then((is) => is || addresses[mode] !== undefined);
  };
  const kept = new Map<string, TravelTable>();
  if (record === null && Object.keys(addresses).length === 0) return estimate;
  return {
    matrix: async (places, mode) => {
      if (!(await isFromService(mode.id))) return estimate.matrix(places, mode);
      return { ...(await matrixOf(places, { mode, address: addresses[mode.id] ?? null, record, kept })), source: OSRM };
    },
  };
}

/** Where a mode's tables come from. */
interface ModeSource {
  readonly mode: Mode;
  readonly address: string | null;
  readonly record: string | null;
  /** The latest answers, by address and question. */
  readonly kept: Map<string, TravelTable>;
}

/** Part of a matrix: the first of its rows and of its columns, and their numbers. */
interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

async function matrixOf(places: readonly Place[], source: ModeSource): Promise<TravelMatrix> {
  const n = places.length;
  if (n > MOST_PLACES) refuse([travelErrors.travelTooLarge({ at: { file: '--osrm' }, places: n, most: MOST_PLACES })]);
  const [seconds, metres] = [new Int32Array(n * n), new Int32Array(n * n)];
  const waiting = blocksOf(n);
  const ending = new AbortController();
  const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(TIME_LIMIT * 1000)]);
  const work = async () => {
    for (let block = waiting.shift(); block !== undefined; block = waiting.shift()) {
      const table = await tableOf(places, block, { ...source, signal });
      fill({ seconds, metres }, table, { block, n, overhead: source.mode.overhead });
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    ending.abort();
  }
  return { seconds, metres };
}

function blocksOf(n: number): Block[] {
  const starts = Array.from({ length: Math.ceil(n / SIDE) }, (_, i) => i * SIDE);
  const length = (start: number) => Math.min(SIDE, n - start);
  return starts.flatMap((row) => starts.map((column) => ({ row, column, rows: length(row), columns: length(column) })));
}

/** The table of a block, from the record or from the service. */
async function tableOf(
  places: readonly Place[],
  block: Block,
  { mode, address, record, kept, signal }: ModeSource & { readonly signal: AbortSignal },
): Promise<TravelTable> {
  const question = { mode: mode.id, address, question: questionOf(places, block, mode) };
  const key = `${mode.id} ${String(address)} ${question.question}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const recorded = record === null ? null : await readRecorded(record, question);
  if (recorded !== null && recorded.seconds.length === block.rows * block.columns) return keep(kept, key, recorded);
  if (address === null) return refused(travelErrors.travelNotRecorded({ at: { file: '--travel-record' }, mode: mode.id }));
  try {
    const table = await askTable(`${address}${question.question}`, block, signal);
    if (record !== null) await writeRecorded(record, question, table);
    return keep(kept, key, table);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    const at = { file: '--osrm' };
    return refused(travelErrors.travelServiceFailed({ at, value: address, mode: mode.id, problem: error.message }));
  }
}

/** Keeps an answer; the oldest goes where there are too many. */
function keep(kept: Map<string, TravelTable>, key: string, table: TravelTable): TravelTable {
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, table);
  return table;
}

function refused(finding: Finding): never {
  refuse([finding]);
  throw new Error('A finding is refused.');
}

/** The question for a block: its rows as sources, its columns as destinations. */
function questionOf(places: readonly Place[], { row, column, rows, columns }: Block, mode: Mode): string {
  const chosen = [...places.slice(row, row + rows), ...places.slice(column, column + columns)];
  const coordinates = chosen.map(({ location: { lat, lng } }) => `${lng.toFixed(6)},${lat.toFixed(6)}`).join(';');
  const numbers = chosen.map((_, i) => i);
  const [sources, destinations] = [numbers.slice(0, rows), numbers.slice(rows)].map((list) => list.join(';'));
  return `/table/v1/${PROFILES[mode.profile]}/${coordinates}?annotations=duration,distance&sources=${sources}&destinations=${destinations}`;
}

interface Filling {
  readonly block: Block;
  readonly n: number;
  /** Time for parking and walking in, which services do not count. */
  readonly overhead: number;
}

function fill(matrix: TravelMatrix, table: TravelTable, { block, n, overhead }: Filling): void {
  for (let i = 0; i < block.rows; i++) {
    for (let j = 0; j < block.columns; j++) {
      const [from, to] = [block.row + i, block.column + j];
      const time = table.seconds[i * block.columns + j] ?? -1;
      if (from === to) continue;
      matrix.seconds[from * n + to] = time < 0 ? -1 : time + overhead;
      matrix.metres[from * n + to] = time < 0 ? -1 : (table.metres[i * block.columns + j] ?? -1);
    }
  }
}
