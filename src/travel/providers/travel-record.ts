import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { refuse } from '../../kernel/finding.ts';
import type { TravelTable } from './ask-table.ts';
import { travelErrors } from './errors.ts';

const Entry = z.strictObject({
  address: z.string(),
  question: z.string(),
  seconds: z.array(z.int().min(-1)),
  metres: z.array(z.int().min(-1)),
});

/** A table of a mode, by the question that it answers. */
export interface Question {
  readonly mode: string;
  /** Path and query: the profile, the places and which of them are rows and columns. */
  readonly question: string;
  /** The service that answers; null for whichever answered before. */
  readonly address: string | null;
}

/** Whether a record has answers for a mode. */
export async function isRecorded(folder: string, mode: string): Promise<boolean> {
  const stats = await stat(join(folder, mode)).catch(() => null);
  return stats?.isDirectory() === true;
}

/** The recorded answer to a question; null where there is none, or where it is another service's. */
export async function readRecorded(folder: string, { mode, question, address }: Question): Promise<TravelTable | null> {
  const path = pathOf(folder, mode, question);
  try {
    const entry = Entry.parse(JSON.parse(await readFile(path, 'utf8')));
    if (entry.question !== question || entry.seconds.length !== entry.metres.length) throw new Error('it holds something else');
    return address === null || entry.address === address ? { seconds: entry.seconds, metres: entry.metres } : null;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    refuse([travelErrors.travelRecordUnusable({ at: { file: path }, problem: problemOf(error) })]);
    return null;
  }
}

/** Records an answer. A reader never sees half of it. */
export async function writeRecorded(folder: string, { mode, question, address }: Question, table: TravelTable): Promise<void> {
  const path = pathOf(folder, mode, question);
  const written = `${path}.${randomUUID()}.part`;
  try {
    await mkdir(join(folder, mode), { recursive: true });
    await writeFile(written, JSON.stringify({ address: address ?? '', question, ...table }));
    await rename(written, path);
  } catch (error) {
    refuse([travelErrors.travelRecordUnusable({ at: { file: path }, problem: problemOf(error) })]);
  }
}

const pathOf = (folder: string, mode: string, question: string): string =>
  join(folder, mode, `${createHash('sha256').update(question).digest('hex')}.json`);

const codeOf = (error: unknown): string | null => (error instanceof Error && 'code' in error ? String(error.code) : null);

const problemOf = (error: unknown): string => codeOf(error) ?? 'it holds something else';
